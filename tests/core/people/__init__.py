"""People: names, details that cannot be, and what may be said of a circumstance."""
