"""Truth tables of every closed list and decision table, written from the text of the Convention alone."""
