"""Art. 37: extradition."""
