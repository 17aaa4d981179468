"""Storage: what is put is found again, what failed left nothing, and what was deleted is gone from the pages."""
