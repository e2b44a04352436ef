"""Art. 23: to what the procedural powers apply."""
