"""Reusable widgets that know nothing of coaching."""
