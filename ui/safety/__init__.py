"""The safety panel: the site's own six-point plan, one key from everywhere, also from the lock screen."""

from ui.safety.panel import SafetyPanel
from ui.safety.plan import Contacts, Nation, SafetyPlan

__all__ = ["Contacts", "Nation", "SafetyPanel", "SafetyPlan"]
