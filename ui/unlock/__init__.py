"""Opening and making a vault."""
