"""Whether something may be given to somebody: said before the print key, with every way on, wherever paper is made."""

from ui.giving.card import GivingCard, language_options, withhold
from ui.giving.presenter import GivingPresenter, GivingState

__all__ = ["GivingCard", "GivingPresenter", "GivingState", "language_options", "withhold"]
