"""Handing people over to a colleague for a time, and taking them back: contacts, packs, and the review of what both changed."""

from ui.handover.page import HandoverPage
from ui.handover.presenter import HandoverPresenter

__all__ = ["HandoverPage", "HandoverPresenter"]
