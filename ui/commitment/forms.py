"""The formats in words."""

from coachdesk.commitments import Format
from coachdesk.i18n import _


def forms() -> tuple[tuple[Format, str], ...]:
    """Each format and what it is called."""
    return (
        (Format.PDF, _("The page (PDF)")),
        (Format.LARGE, _("Large print (PDF)")),
        (Format.EASY, _("Easy read (PDF)")),
        (Format.HTML, _("Web page, for screen readers and braille")),
        (Format.TEXT, _("Text")),
    )
