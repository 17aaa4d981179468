"""The interview screen on a real vault: every word on disk, the same question after a pause, nobody else in sight."""
