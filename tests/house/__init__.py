"""The rules of the house as tests, so that nobody has to remember them and nobody has to be reminded."""
