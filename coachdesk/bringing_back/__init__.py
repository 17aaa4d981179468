"""A vault whose file is damaged or gone: the newest sound backup takes its place, or a vault of what can be read of it.

The damaged files are kept beside it, as they are. Killed at any moment, the damaged vault or the new one is there.
"""

from coachdesk.bringing_back.newest import bring_back, newest_backup
from coachdesk.bringing_back.readable import leave_what_is_readable, look_what_is_readable, take_what_is_readable

__all__ = [
    "bring_back",
    "leave_what_is_readable",
    "look_what_is_readable",
    "newest_backup",
    "take_what_is_readable",
]
