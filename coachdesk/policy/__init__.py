"""What an organisation may fix for its coaches: every setting with its default, its range and what it does.

A setting is one line in the group that it belongs to (`site`, `paper`, `diary`, `safekeeping`, `keeping`, `leaving`); what reads the
policy file, the template, the reference and the screens find it there.
"""

from coachdesk.policy.paper import confirmed_rules
from coachdesk.policy.policy import Policy, Setting, settings
from coachdesk.policy.reading import PolicyProblem, load_policy, require_policy
from coachdesk.policy.safekeeping import KeychainRule

__all__ = [
    "KeychainRule",
    "Policy",
    "PolicyProblem",
    "Setting",
    "confirmed_rules",
    "load_policy",
    "require_policy",
    "settings",
]
