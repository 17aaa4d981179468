"""Every string of a document, wherever it stands."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import StrEnum

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.privacy import Printable


def strings_of(document: CommitmentDocument) -> tuple[str, ...]:
    """All its words in reading order, those of easy read last; the number included, kinds and languages not."""
    return tuple(_strings(document))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, Printable):
        yield from _strings(value.value)
    elif isinstance(value, str) and not isinstance(value, StrEnum):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))
