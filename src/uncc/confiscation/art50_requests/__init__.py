"""Art. 50: confiscation at the request of another State."""
