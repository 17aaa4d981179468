"""The formats in words."""

from coachdesk.commitments import Format
from coachdesk.commitments.labels import FORMATS
from coachdesk.i18n import _


def forms() -> tuple[tuple[Format, str], ...]:
    """Each format and what it is called."""
    return tuple((kind, _(words)) for kind, words in FORMATS.items())
