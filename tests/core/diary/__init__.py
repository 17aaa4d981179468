"""The diary: states, clashes, and what waits for the coach."""
