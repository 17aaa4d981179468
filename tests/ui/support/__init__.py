"""The support file in its window: read, searched, and saved as it was shown."""
