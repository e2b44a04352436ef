"""Art. 40: mutual legal assistance."""
