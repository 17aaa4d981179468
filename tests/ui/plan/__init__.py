"""The plan screen over a real vault."""
