"""What F1 shows: the keys, and the guides that come with the program."""

from ui.help.guide_window import GuideWindow
from ui.help.sheet import HelpSheet

__all__ = ["GuideWindow", "HelpSheet"]
