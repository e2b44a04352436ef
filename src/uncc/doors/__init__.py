"""What comes in and goes out as data: JSON and its schema, and tables of deposits."""
