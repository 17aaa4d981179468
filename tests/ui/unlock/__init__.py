"""The first window: making a vault, opening it, getting back in."""
