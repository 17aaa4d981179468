"""The commitment: what it says, what it never says, and what stops it."""
