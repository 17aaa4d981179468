"""The core, without Qt."""
