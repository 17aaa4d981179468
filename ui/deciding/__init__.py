"""A decision that the law leaves to the coach: the small form for it, wherever it is met."""

from ui.deciding.about import decision_about
from ui.deciding.decision import Decision, Made
from ui.deciding.form import DecisionForm

__all__ = ["Decision", "DecisionForm", "Made", "decision_about"]
