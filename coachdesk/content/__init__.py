"""The written content: definitions with overlays, calendar, rules, provision.

Only this package opens its files; loaders take text. What has mistakes is not offered and is named with its file; the
program starts all the same. Old versions of a definition stay as files of their own, because old interviews need them.
"""

from coachdesk.content.checking import Check, check_content, english_texts, release_line
from coachdesk.content.files import CALENDAR, CASES, EXAMPLES, INTERVIEWS, PROVISION, RULES
from coachdesk.content.held import OF_THE_PROGRAM, Content, Origin, Source
from coachdesk.content.reading import calendar_of, read_content, read_examples, schools_of

__all__ = [
    "CALENDAR",
    "CASES",
    "EXAMPLES",
    "INTERVIEWS",
    "OF_THE_PROGRAM",
    "PROVISION",
    "RULES",
    "Check",
    "Content",
    "Origin",
    "Source",
    "calendar_of",
    "check_content",
    "english_texts",
    "read_content",
    "read_examples",
    "release_line",
    "schools_of",
]
