"""Written cases: what their format takes, what it refuses and where, and what the shipped ones promise."""
