"""Composition without a screen: making and opening a vault, and the services over it. Used by commands and windows."""

from coachdesk.application.opened import Opened
from coachdesk.application.opening import create_vault, open_vault, open_with_recovery_key
from coachdesk.application.setting import Setting, named_setting, vault_exists

__all__ = [
    "Opened",
    "Setting",
    "create_vault",
    "named_setting",
    "open_vault",
    "open_with_recovery_key",
    "vault_exists",
]
