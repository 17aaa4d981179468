"""Handing people over on the screen, between two real vaults."""
