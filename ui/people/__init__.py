"""Finding, adding and opening people."""
