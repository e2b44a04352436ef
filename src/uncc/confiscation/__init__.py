"""Confiscation: Arts. 31 and 49 to 52, one subject in two chapters."""
