"""The support file in a window of its own: everything that is in it is read before it is saved, and nothing is sent."""

from ui.support.facts import screen_facts
from ui.support.window import SupportWindow

__all__ = ["SupportWindow", "screen_facts"]
