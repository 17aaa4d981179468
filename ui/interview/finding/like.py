"""Worked examples of someone like this, in words. Pure. What is about a sealed matter is never among them here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coachdesk.cases import CIRCUMSTANCES, SEALED, Circumstance, Example, Footing, Worked, circumstances_of
from coachdesk.i18n import N_, _, plain_number
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.finding import Finding
from coachdesk.requirements.labels import GROUPS
from coachdesk.requirements.rule import Authority
from ui.interview.finding import words
from ui.interview.finding.eased import eased_lines

MOST = 5
"""More examples than so many are no help in a conversation."""

_FOOTING: Mapping[Footing, str] = MappingProxyType(
    {
        Footing.OPERATIONAL: N_("Policy, not law."),
        Footing.PRACTICE: N_("Practice, not law."),
        Footing.AGREED: N_("As the two of them agreed."),
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """A few words in front, and the sentences below them."""

    lead: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExampleText:
    """One example: `name` of its file, title, and its parts."""

    name: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Like:
    """The list as it is shown.

    Attributes:
        abouts: what one can look for, by id: circumstances of this person, none of them sealed.
        about: the one that was chosen, or "".
        opened: name of the example that is open, or "".
    """

    abouts: tuple[tuple[str, str], ...]
    examples: tuple[ExampleText, ...]
    about: str = ""
    opened: str = ""


def like(facts: Facts, found: Iterable[Worked], *, about: str = "") -> Like:
    """The examples that were found for these facts."""
    known = circumstances_of(facts) - SEALED
    abouts = tuple((each.value, _(CIRCUMSTANCES[each])) for each in Circumstance if each in known)
    shown = tuple(example_text(each) for each in found if not each.example.sealed)
    return Like(abouts, shown[:MOST], about)


def example_text(worked: Worked) -> ExampleText:
    """An example as its card says it."""
    example = worked.example
    parts = (
        Part(_("What is known"), (example.summary,)),
        Part(_("What follows"), tuple(_follows(worked.finding))),
        Part(_("What would not be right to ask"), tuple(f"\N{BULLET} {each}" for each in example.unreasonable)),
        Part(_("Staying in touch"), _contact(example)),
        Part(_("Where no regulation helps"), tuple(_source(each.text, each.authority) for each in example.sources)),
    )
    return ExampleText(example.name, _nameless(example.title), tuple(each for each in parts if any(each.said)))


def _nameless(title: str) -> str:
    """The title without the invented name: while an interview is open no other name is on the screen."""
    name, colon, rest = title.partition(": ")
    return words.begin(rest) if colon else name


def _follows(finding: Finding) -> Iterable[str]:
    if finding.group is not None:
        yield _(GROUPS[finding.group])
    if off := words.not_asked(finding):
        yield _("Not asked for now: {what}.").format(what=off[:1].lower() + off[1:])
    hours = finding.expected_hours
    if hours.hours is not None:
        yield _("{hours} hours a week.").format(hours=plain_number(hours.hours))
    elif hours.decide:
        yield _("The hours are for the coach to decide.")
    for line in eased_lines(finding, {}):
        yield f"{line.lead}: {line.text}"


def _contact(example: Example) -> tuple[str, ...]:
    contact = example.contact
    if contact is None:
        return ()
    said = (f"{contact.frequency}.", f"{contact.channel}.", contact.why, _(_FOOTING[contact.authority]))
    return tuple(each for each in said if each)


def _source(text: str, authority: Authority) -> str:
    return _("{text} ({authority})").format(text=text, authority=words.said_by(authority))
