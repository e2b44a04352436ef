"""Every slip with a type that a user may make, tried on every public function and model."""
