"""Every string of a document, wherever it stands."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.privacy import Printable


def strings_of(document: CommitmentDocument) -> tuple[str, ...]:
    """All its strings in reading order, the number included."""
    return tuple(_strings(document))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, Printable):
        yield from _strings(value.value)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
