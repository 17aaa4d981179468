"""The commitment screen: the real page, what stands in its way, issuing it and handing it over.

It has two halves, each with its presenter, its state and its panels: `before` it is issued and `after`. What both need
(which page, format and language is shown) stands here.
"""

from ui.commitment.page import CommitmentPage
from ui.commitment.presenter import CommitmentPresenter

__all__ = ["CommitmentPage", "CommitmentPresenter"]
