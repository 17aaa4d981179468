"""The log: what it takes, what it never takes, how large it gets, and that it never stands in the way."""
