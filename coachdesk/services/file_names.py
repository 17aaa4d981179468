"""What the files of a commitment are called, wherever they are saved."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.clock import local
from coachdesk.commitments import Commitment, Format
from coachdesk.i18n import Language

_NAMES: Mapping[Format, tuple[str, str]] = MappingProxyType(
    {
        Format.PDF: ("", "pdf"),
        Format.LARGE: ("-large", "pdf"),
        Format.EASY: ("-easy", "pdf"),
        Format.HTML: ("", "html"),
        Format.TEXT: ("", "txt"),
    }
)
"""What stands in a file's name for its form, and its ending."""


def file_name(commitment: Commitment, kind: Format, language: Language | None = None) -> str:
    """A name that tells nothing about the person, such as `plan-2026-12-01-K7M2-14.pdf`.

    The edition stands in it from the second on, then the form ("-large", "-easy"), and the language where it is not the
    one in which the commitment was issued.
    """
    day = local(commitment.issued_at)
    edition = f"-{commitment.edition}" if commitment.edition > 1 else ""
    form, ending = _NAMES[kind]
    tongue = f"-{language}" if language not in {None, commitment.language} else ""
    return f"plan-{day:%Y-%m-%d}-{commitment.number}{edition}{form}{tongue}.{ending}"
