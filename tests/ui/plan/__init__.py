"""The plan screen over a real vault: what is shown, what is typed, and what is on disk afterwards."""
