"""The guided interview."""
