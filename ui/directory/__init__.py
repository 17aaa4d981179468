"""The directory: what a person can be referred to, what has closed, and taking one of it into a plan."""

from ui.directory.page import DirectoryPage
from ui.directory.presenter import DirectoryPresenter
from ui.directory.words import provision_row

__all__ = ["DirectoryPage", "DirectoryPresenter", "provision_row"]
