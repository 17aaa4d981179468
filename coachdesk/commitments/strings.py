"""Every string of a document, wherever it stands."""

from dataclasses import is_dataclass
from enum import StrEnum

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.privacy import Printable


def strings_of(document: CommitmentDocument) -> tuple[str, ...]:
    """All its words in reading order, those of easy read last; the number included, kinds and languages not."""
    found: list[str] = []
    _collect(document, found)
    return tuple(found)


def _collect(value: object, found: list[str]) -> None:
    if isinstance(value, Printable):
        _collect(value.value, found)
    elif isinstance(value, str):
        if not isinstance(value, StrEnum):
            found.append(value)
    elif isinstance(value, tuple):
        for each in value:
            _collect(each, found)
    elif is_dataclass(value):
        for name in value.__dataclass_fields__:
            _collect(getattr(value, name), found)
