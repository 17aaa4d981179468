"""Tests of what a person is handed: what the file says, what it looks like, and what a screen reader gets of it."""
