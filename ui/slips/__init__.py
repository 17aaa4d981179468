"""One page about an appointment: looked at, printed, saved or copied for the journal, where that is safe."""

from ui.slips.page import SlipPage
from ui.slips.presenter import SlipPresenter, SlipState

__all__ = ["SlipPage", "SlipPresenter", "SlipState"]
