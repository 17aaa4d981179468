"""The screen of a slip, and what may be given, over a real vault, with real files."""
