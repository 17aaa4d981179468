"""What a file of the caseload comes to, in rows and sentences."""

from collections.abc import Iterator

from coachdesk.caseload import Column
from coachdesk.i18n import _, ngettext, short_date
from coachdesk.people import Person
from coachdesk.services import CheckedFile, Found
from ui.administration.bringing import CaseloadState
from ui.kit import Row


def first_rows(state: CaseloadState) -> Iterator[Row]:
    """The first people: as they would be stored once that is known, before as they stand in the file."""
    if state.checked is not None and state.checked.people:
        for number, person in enumerate(state.checked.people):
            yield Row(str(number), _stored(person))
    elif state.look is not None:
        for number, cells in enumerate(state.look.first):
            places = (state.matching.get(each, len(cells)) for each in Column)
            yield Row(str(number), tuple(cells[place] if place < len(cells) else "" for place in places))


def _stored(person: Person) -> tuple[str, ...]:
    born = short_date(person.date_of_birth) if person.date_of_birth else ""
    return person.given_name, person.family_name, person.preferred_name, born, person.phone


def found_row(number: int, found: Found) -> Row:
    """A finding with its line."""
    return Row(str(number), (_("Line {line}").format(line=found.line), found.text))


def counted(checked: CheckedFile) -> str:
    """What a check came to, in sentences."""
    if checked.bad:
        words = ngettext(
            "{many} row cannot be taken, so nobody is brought in. Put it right in the file, then check it again.",
            "{many} rows cannot be taken, so nobody is brought in. Put them right in the file, then check it again.",
            checked.bad,
        )
        return words.format(many=checked.bad)
    return " ".join((_sound(len(checked.alike_lines)), *_doubtful(checked.doubtful)))


def _sound(alike: int) -> str:
    if not alike:
        return _("Every row is sound, and nobody in it seems to be here already.")
    words = ngettext(
        "Every row is sound. {many} person may be here already, or is in the file twice.",
        "Every row is sound. {many} people may be here already, or are in the file twice.",
        alike,
    )
    return words.format(many=alike)


def _doubtful(many: int) -> Iterator[str]:
    if many:
        words = ngettext(
            "Look at {many} phone number before: a spreadsheet seems to have changed it.",
            "Look at {many} phone numbers before: a spreadsheet seems to have changed them.",
            many,
        )
        yield words.format(many=many)


def ended(state: CaseloadState) -> Iterator[str]:
    """How the last work ended, in sentences."""
    if state.problem:
        yield state.problem
    if state.brought is not None:
        words = ngettext("{many} person was brought in.", "{many} people were brought in.", state.brought)
        yield words.format(many=state.brought)
        yield _("Delete the file if it is not needed any more.")
    if state.saved is not None:
        many = state.saved.people
        words = ngettext("{many} person is in the file {file}.", "{many} people are in the file {file}.", many)
        yield words.format(many=many, file=state.saved.path.name)
        if left_out := state.saved.left_out:
            words = ngettext("{many} person is left out.", "{many} people are left out.", left_out)
            yield words.format(many=left_out)
