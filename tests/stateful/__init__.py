"""Chapter II: criminalization."""
