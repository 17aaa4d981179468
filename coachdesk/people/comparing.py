"""Two records beside one another, in words that a list may show: what differs, what may be chosen, what stays anyway."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from coachdesk.i18n import Language, _, short_date
from coachdesk.people.joining import CHOSEN
from coachdesk.people.labels import NATIONS, NEEDS, circumstance_label
from coachdesk.people.person import Circumstance, Person, Safe
from coachdesk.people.phones import national


@dataclass(frozen=True, slots=True)
class Compared:
    """One matter of two records, in words.

    Attributes:
        name: of the field, or a code where it is none.
        first, second: what each says; empty where it says nothing.
        chosen: whether the coach says which is right.
        note: what becomes of it; empty where that is plain.
    """

    name: str
    words: str
    first: str
    second: str
    differs: bool
    chosen: bool = False
    note: str = ""


def compared(first: Person, second: Person) -> tuple[Compared, ...]:
    """Every field of two people. A contact note is not shown, only that there is one: it is read when asked for."""
    return (*_for_choosing(first, second), *_careful(first, second))


def private_words(circumstances: Iterable[Circumstance]) -> str:
    """What bears on what may be asked, by the labels of lists: neutral where it was told in private, without dates."""
    return ", ".join(sorted({circumstance_label(each) for each in circumstances}))


def day_words(day: date | None) -> str:
    """A day, or nothing."""
    return short_date(day) if day else ""


def _for_choosing(first: Person, second: Person) -> Iterator[Compared]:
    words = {
        "given_name": _("Given name"),
        "family_name": _("Family name"),
        "preferred_name": _("Name to use"),
        "paper_name": _("Spelling for paper"),
        "date_of_birth": _("Date of birth"),
        "language": _("Language of letters and documents"),
        "nation": _("Where they live"),
        "phone": _("Phone"),
        "interpreter_language": _("Language of the interpreter"),
    }
    for name in CHOSEN:
        differs = _plain(first, name) != _plain(second, name)
        yield Compared(name, words[name], _value(first, name), _value(second, name), differs, chosen=differs)


def _careful(first: Person, second: Person) -> Iterator[Compared]:
    careful = _("The more careful one of the two stays.")
    both = _("Both stay.")
    yes_or_no = {True: _("Yes"), False: _("No")}
    note = {True: _("There is one. It is shown only when you ask for it."), False: ""}
    here = {True: _("On your caseload"), False: _("Left your caseload")}
    for name, words, ones, others, stays in (
        ("needs", _("What they need"), _needs(first), _needs(second), both),
        ("contact_note", _("Contact note"), note[bool(first.contact_note)], note[bool(second.contact_note)], both),
        ("safe_address", _("Safe address"), yes_or_no[first.safe_address], yes_or_no[second.safe_address], careful),
        ("safe_to_print", _("Safe to have papers at home"), _print(first), _print(second), careful),
        ("safe_to_send", _("Safe to write to by post or email"), _send(first), _send(second), careful),
        (
            "private_card_due",
            _("To be asked on their own next time"),
            yes_or_no[first.private_card_due],
            yes_or_no[second.private_card_due],
            careful,
        ),
        (
            "archived_at",
            _("Caseload"),
            here[first.archived_at is None],
            here[second.archived_at is None],
            _("On your caseload with one of the records is on your caseload."),
        ),
    ):
        differs = ones != others or (name == "contact_note" and first.contact_note != second.contact_note)
        yield Compared(name, words, ones, others, differs, note=stays if differs else "")


def _plain(person: Person, name: str) -> object:
    """What counts of a field: a phone number is the same however it is spaced."""
    return national(person.phone) or person.phone if name == "phone" else getattr(person, name)


def _value(person: Person, name: str) -> str:
    if name == "date_of_birth":
        return day_words(person.date_of_birth)
    if name == "language":
        return {Language.ENGLISH: _("English"), Language.WELSH: _("Welsh")}[person.language]
    if name == "nation":
        return _(NATIONS[person.nation])
    return str(getattr(person, name))


def _needs(person: Person) -> str:
    return ", ".join(_(words) for need, words in NEEDS.items() if need in person.needs)


def _print(person: Person) -> str:
    return _said(person.safe_to_print, person.print_asked_on)


def _send(person: Person) -> str:
    return _said(person.safe_to_send, person.send_asked_on)


def _said(safe: Safe, on: date | None) -> str:
    words = {Safe.YES: _("Yes"), Safe.NO: _("No"), Safe.NOT_ASKED: _("Nobody has asked")}[safe]
    return _("{said}, asked on {day}").format(said=words, day=short_date(on)) if on else words
