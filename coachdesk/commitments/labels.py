"""The formats of a commitment as they are called on the screens."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.commitments.commitment import Format
from coachdesk.i18n import N_

FORMATS: Mapping[Format, str] = MappingProxyType(
    {
        Format.PDF: N_("The page (PDF)"),
        Format.LARGE: N_("Large print (PDF)"),
        Format.EASY: N_("Easy read (PDF)"),
        Format.HTML: N_("Web page, for screen readers and braille"),
        Format.TEXT: N_("Text"),
    }
)
"""Message ids."""
