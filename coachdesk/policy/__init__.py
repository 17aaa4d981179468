"""What an organisation may fix for its coaches: every setting with its default, its range and what it does.

A setting is one line in the group that it belongs to (`site`, `paper`, `diary`, `safekeeping`, `keeping`,
`leaving`); what reads the policy file, the template, the reference and the screens find it there.
"""

from coachdesk.policy.checking import PolicyProblem
from coachdesk.policy.leaving import ProfileRule
from coachdesk.policy.paper import confirmed_rules
from coachdesk.policy.policy import Policy, SetBy, Setting, settings, with_values
from coachdesk.policy.reading import load_policy, require_policy, without_mistakes
from coachdesk.policy.safekeeping import KeychainRule

__all__ = [
    "KeychainRule",
    "Policy",
    "PolicyProblem",
    "ProfileRule",
    "SetBy",
    "Setting",
    "confirmed_rules",
    "load_policy",
    "require_policy",
    "settings",
    "with_values",
    "without_mistakes",
]
