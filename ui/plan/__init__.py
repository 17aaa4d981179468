"""The plan screen: goals in the person's words, and who does what by when."""

from ui.plan.page import PlanPage
from ui.plan.presenter import PlanPresenter

__all__ = ["PlanPage", "PlanPresenter"]
