"""The directory on the screen."""
