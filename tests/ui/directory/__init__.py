"""The directory on the screen: what is open, what has closed, its keys, names and room for words."""
