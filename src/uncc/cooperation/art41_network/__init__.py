"""Art. 41: the network of points of contact."""
