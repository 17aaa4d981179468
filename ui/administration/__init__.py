"""Keys and recovery, lock, look, backups, content, the organisation's settings, who looked at what, self-check."""

from ui.administration.page import AdministrationPage
from ui.administration.presenter import AdministrationPresenter

__all__ = ["AdministrationPage", "AdministrationPresenter"]
