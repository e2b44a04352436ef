"""What a page is written as, one module for each form: text, Markdown, HTML, DOCX."""
