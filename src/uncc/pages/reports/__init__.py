"""The report on a case as a page: its frame, what every kind of request shares, and what each has of its own."""
