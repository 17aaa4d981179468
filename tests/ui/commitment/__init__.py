"""The commitment screen over a real vault, with real files."""
