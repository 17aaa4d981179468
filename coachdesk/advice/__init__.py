"""A sentence for whatever a coach can act on: code -> what happened and what to do. One table for each field of work.

A code that is not in the tables gets an honest general sentence; a test says that every code of the tree is in them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.advice import keeping, machine, people
from coachdesk.errors import AppError
from coachdesk.i18n import _

SENTENCES: Mapping[str, str] = MappingProxyType({**people.SENTENCES, **keeping.SENTENCES, **machine.SENTENCES})
"""Message ids by code; their placeholders are filled from the error's details."""


def sentence(error: AppError) -> str:
    """What to tell the coach."""
    if error.code not in SENTENCES:
        general = _("That did not work ({code}). Nothing that was saved is lost. Try again, or ask for help.")
        return general.format(code=error.code)
    return _(SENTENCES[error.code]).format_map(_Details(error.details))


class _Details(dict[str, str | int]):
    """A detail that was not given shows as a dash: a sentence with a gap is better than none."""

    def __missing__(self, _key: str) -> str:
        return "\N{EN DASH}"
