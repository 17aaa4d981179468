"""The support file: what is in it, and that nothing about anybody can be."""
