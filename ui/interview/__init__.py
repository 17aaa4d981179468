"""The guided interview: one state, kept by a presenter that puts every word on disk, shown by one page."""

from ui.interview.open_talk import CARRY_ON
from ui.interview.page import InterviewPage
from ui.interview.presenter import InterviewPresenter
from ui.interview.state import InterviewState

__all__ = ["CARRY_ON", "InterviewPage", "InterviewPresenter", "InterviewState"]
