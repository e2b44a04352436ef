"""Art. 31: freezing, seizure and confiscation at home."""
