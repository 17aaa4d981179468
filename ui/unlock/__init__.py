"""Opening and making a vault: who it belongs to, the passphrase, nothing else. Loads no database and no keychain."""

from ui.unlock.page import UnlockPage
from ui.unlock.presenter import Door, UnlockPresenter, UnlockState

__all__ = ["Door", "UnlockPage", "UnlockPresenter", "UnlockState"]
