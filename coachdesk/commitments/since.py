"""What is different, as sections at the front of the document, where somebody wants them there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from coachdesk.commitments.difference import LISTED, Changed, Difference, Paper, differences
from coachdesk.commitments.document import Quote, Section, SectionKind
from coachdesk.commitments.source import Gettext
from coachdesk.i18n import N_, Language
from coachdesk.privacy import ours


@dataclass(frozen=True, slots=True)
class Since:
    """The edition that a new one is compared with.

    Attributes:
        papers: it in every language.
        today: the words that actions have today, as `words_for_paper` gives them.
    """

    edition: int
    papers: Mapping[Language, Paper]
    today: Mapping[str, Quote]


_HEADINGS: Mapping[tuple[SectionKind, Changed], str] = MappingProxyType(
    {
        (SectionKind.ASKED, Changed.NEW): N_("New: what I am asked to do"),
        (SectionKind.ASKED, Changed.CHANGED): N_("Changed: what I am asked to do"),
        (SectionKind.ASKED, Changed.GONE): N_("No longer asked"),
        (SectionKind.CHOSEN, Changed.NEW): N_("New: what I choose to do"),
        (SectionKind.CHOSEN, Changed.CHANGED): N_("Changed: what I choose to do"),
        (SectionKind.CHOSEN, Changed.GONE): N_("No longer in what I choose to do"),
        (SectionKind.OURS, Changed.NEW): N_("New: what my work coach will do"),
        (SectionKind.OURS, Changed.CHANGED): N_("Changed: what my work coach will do"),
        (SectionKind.OURS, Changed.GONE): N_("No longer in what my work coach will do"),
    }
)
"""Message ids."""


def since_sections(since: Since, after: Paper, gettext: Gettext) -> tuple[Section, ...]:
    """What is different since the edition before: numbers and days in one section, actions in sections of their own."""
    found = differences(since.papers[after.language], after, since.today)
    listed = tuple(each for each in found if each.about in LISTED)
    short = tuple(sentence for each in found if each.about not in LISTED for sentence in each.sentences)
    nothing = () if found else (ours(gettext("Nothing is new or changed.")),)
    heading = gettext("What is different since edition {edition}").format(edition=since.edition)
    return (Section(heading=ours(heading), sentences=short or nothing), *_listed(listed, gettext))


def _listed(found: tuple[Difference, ...], gettext: Gettext) -> Iterator[Section]:
    """A section for all that is new, one for each that changed, one for all that is no longer there."""
    for key, group in groupby(sorted(found, key=_place), key=_heading):
        heading = ours(gettext(_HEADINGS[key]))
        if key[1] is Changed.CHANGED:
            yield from (Section(heading=heading, quotes=(each.line,), closing=each.sentences) for each in group)
        else:
            yield Section(heading=heading, quotes=tuple(each.line for each in group))


def _place(difference: Difference) -> int:
    return list(_HEADINGS).index(_heading(difference))


def _heading(difference: Difference) -> tuple[SectionKind, Changed]:
    return difference.about, difference.changed
