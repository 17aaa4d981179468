"""The keys of a vault: what opens them, what does not, and what is left when something is lost."""
