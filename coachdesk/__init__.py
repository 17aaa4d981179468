"""CoachDesk without a screen: everything a work coach's interview needs, importable and testable without Qt."""

__version__ = "0.1.0"
