"""Written cases played through the real program: what is left in the folder, and what is refused."""
