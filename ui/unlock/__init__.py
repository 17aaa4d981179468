"""Opening and making a vault: who it belongs to, the passphrase, nothing else. Loads no database and no keychain."""

from ui.unlock.left_alone import LeftAlone
from ui.unlock.page import UnlockPage
from ui.unlock.presenter import UnlockPresenter
from ui.unlock.state import Door, UnlockState

__all__ = ["Door", "LeftAlone", "UnlockPage", "UnlockPresenter", "UnlockState"]
