"""What a rule is written with: provisions, facts, findings, dates, duties, parties, roles, values and errors."""

__version__ = "0.1.0"
