"""The commitment screen: the real page, what stands in its way, issuing it and handing it over."""

from ui.commitment.page import CommitmentPage
from ui.commitment.presenter import CommitmentPresenter

__all__ = ["CommitmentPage", "CommitmentPresenter"]
