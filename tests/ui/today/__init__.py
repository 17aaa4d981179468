"""The screen of the day, on a real vault: who comes, what waits, and what can be done about it."""
