"""Art. 42: expedited preservation for another State."""
