"""Handing people over and taking them back: two real vaults, real packs, and what a coach would see of them."""
