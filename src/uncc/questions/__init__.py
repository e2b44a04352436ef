"""What one asks of a finding: what would change it, what all completions say, what many cases say at once."""
