"""What applies, beside the questions: the finding in plain words, each line with its source, and what is to be decided.

It changes when the coach goes on, and when something was decided in it; never while anybody types (interviews.md 11).
Sealed matters stand in it by their neutral label, without dates and without their rule.
"""

from ui.interview.finding.panel import FindingPanel
from ui.interview.finding.presenter import FindingPresenter
from ui.interview.finding.state import FindingState

__all__ = ["FindingPanel", "FindingPresenter", "FindingState"]
