"""Who looked at a person's record and on which days: roles and dates, without names, for the person."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from coachdesk.commitments.document import CommitmentDocument, Labelled, Section, SectionKind
from coachdesk.i18n import N_, long_date, month_and_year, translation
from coachdesk.privacy import ours
from coachdesk.slips.paper import paper_of
from coachdesk.slips.slip import SlipSource

DAYS = 20
"""So many days, the newest ones, stand on paper one by one; those before them by the month."""


class Viewed(StrEnum):
    """What was done with a record. What was opened, and why, is not said: a paper may be read by somebody else."""

    BEGUN = "begun"
    LOOKED = "looked"
    CHANGED = "changed"
    PRINTED = "printed"
    SAVED = "saved"
    COPIED = "copied"
    LISTED = "listed"
    COPY_MADE = "copy_made"
    GIVEN = "given"
    TAKEN = "taken"
    RECOVERED = "recovered"
    RECOVERED_WHOLE = "recovered_whole"


_WORDS: Mapping[Viewed, str] = MappingProxyType(
    {
        Viewed.BEGUN: N_("Began your record."),
        Viewed.LOOKED: N_("Looked at it."),
        Viewed.CHANGED: N_("Added to it or changed it."),
        Viewed.PRINTED: N_("Printed a paper for you."),
        Viewed.SAVED: N_("Saved a paper for you as a file."),
        Viewed.COPIED: N_("Copied words for your account."),
        Viewed.LISTED: N_("Saved a list of the people they work with as a file."),
        Viewed.COPY_MADE: N_("Made a copy of what is held about you."),
        Viewed.GIVEN: N_("Handed it to another work coach."),
        Viewed.TAKEN: N_("It came from another work coach."),
        Viewed.RECOVERED: N_("Your organisation recovered your work coach's records."),
        Viewed.RECOVERED_WHOLE: N_("Your organisation recovered your record, two people together."),
    }
)
"""Message ids, in the order in which they stand beside a day."""


@dataclass(frozen=True, slots=True)
class ViewedDay:
    """What was done with a record on one day."""

    on: date
    what: frozenset[Viewed]


def viewing_log(source: SlipSource, days: Sequence[ViewedDay]) -> CommitmentDocument:
    """The paper; `days` newest first, each once."""
    gettext = translation(source.language).gettext
    greeting = gettext("{name}, this is who looked at your record, and on which days.").format(name=source.name)
    here = gettext(
        "It is about what your work coach keeps in this program. It does not say who looked at your Universal Credit account."
    )
    role = gettext("Where nobody else is named, it was your work coach.")
    closing = gettext("A day stands here once, however often the record was looked at on it.")
    points = tuple(Labelled(ours(when), ours(_said(source, what))) for when, what in _lines(source, days))
    looked = Section(
        heading=ours(gettext("Who looked, the newest first")),
        sentences=(ours(role),) if points else (ours(gettext("Nobody has looked at your record yet.")),),
        points=points,
        closing=(ours(closing),) if points else (),
        kind=SectionKind.PLAIN,
    )
    return paper_of(source, gettext("Who looked at my record"), (greeting, here), (looked, _to_ask(source)))


def _lines(source: SlipSource, days: Sequence[ViewedDay]) -> Sequence[tuple[str, Collection[Viewed]]]:
    said: list[tuple[str, Collection[Viewed]]] = [
        (long_date(each.on, source.language), each.what) for each in days[:DAYS]
    ]
    months = dict[date, set[Viewed]]()
    for each in days[DAYS:]:
        months.setdefault(each.on.replace(day=1), set()).update(each.what)
    earlier = translation(source.language).gettext("Earlier in {month}")
    last = days[DAYS - 1].on.replace(day=1) if months else None
    for month, what in months.items():
        words = month_and_year(month, source.language)
        said.append((earlier.format(month=words) if month == last else words, what))
    return said


def _said(source: SlipSource, what: Collection[Viewed]) -> str:
    gettext = translation(source.language).gettext
    return " ".join(gettext(words) for kind, words in _WORDS.items() if kind in what)


def _to_ask(source: SlipSource) -> Section:
    gettext = translation(source.language).gettext
    sentences = (
        gettext("Ask your work coach why they looked on any of these days. They can tell you."),
        gettext("You can ask for a copy of everything that is held about you."),
        gettext("If you think that somebody should not have looked, you can complain. It changes nothing else."),
    )
    return Section(
        heading=ours(gettext("If you want to ask about it")),
        sentences=tuple(ours(each) for each in sentences),
        kind=SectionKind.MEETING,
    )
