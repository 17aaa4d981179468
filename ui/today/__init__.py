"""The day: who comes, what to know before, what became of it, and what needs the coach."""

from ui.today.page import TodayPage
from ui.today.presenter import TodayPresenter

__all__ = ["TodayPage", "TodayPresenter"]
