"""The whole window over a real vault: how it is left, and what it leaves on this machine."""
