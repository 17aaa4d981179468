"""What was saved from a damaged vault and what was not, for the coach: by kind, and by person where that is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection

from coachdesk.i18n import N_, _, ngettext
from coachdesk.people.person import Person
from coachdesk.storage import find_by
from coachdesk.storage.salvaging import Salvaged

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "people": N_("People"),
        "interviews": N_("Interviews"),
        "answers": N_("Answers"),
        "signatures": N_("Answers"),
        "circumstances": N_("What bears on what may be asked"),
        "discretions": N_("What bears on what may be asked"),
        "appointments": N_("Appointments"),
        "contact_rhythms": N_("Appointments"),
        "goals": N_("Goals and actions"),
        "actions": N_("Goals and actions"),
        "action_outcomes": N_("Goals and actions"),
        "commitments": N_("Commitments"),
        "commitment_entries": N_("Commitments"),
        "commitment_withdrawals": N_("Commitments"),
        "commitment_pasted": N_("Commitments"),
        "commitment_files": N_("Documents"),
        "slips": N_("Documents"),
        "audit": N_("Lines of who did what"),
        "changes": N_("What was changed when"),
        "change_bodies": N_("What was changed when"),
    }
)
"""The name of what a table keeps; what is sealed goes by the same names as all else."""

_ELSE = N_("Everything else")


@dataclass(frozen=True, slots=True)
class Missing:
    """What of a kind is missing; `sure` is False where nothing tells how many there were."""

    kind: str
    many: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Salvage:
    """What came of reading a damaged vault.

    Attributes:
        taken: how many records of each kind were saved; names of kinds are marked for translation.
        missing: what is not there, by kind; nothing where everything is.
        people: who misses how many records, by name.
        nameless: how many records are missing of whom nothing is known any more.
    """

    taken: tuple[tuple[str, int], ...]
    missing: tuple[Missing, ...]
    people: tuple[tuple[str, int], ...] = ()
    nameless: int = 0

    def lines(self) -> Iterator[str]:
        """What was saved and what is missing, in sentences without a name: they may be saved as a file."""
        yield _("Saved:")
        for kind, many in self.taken:
            yield _("{kind}: {many}").format(kind=_(kind), many=many)
        yield ""
        if not self.missing:
            yield _("Nothing is missing.")
            return
        yield _("Missing:")
        for each in self.missing:
            yield _missing_words(each)
        if many := len(self.people):
            words = ngettext(
                "{many} person misses part of their record.", "{many} people miss part of their records.", many
            )
            yield words.format(many=many)

    def save(self, folder: Path) -> Path:
        """Save the list, without names, as a text file. Raises AppError("documents.cannot-write")."""
        from coachdesk.documents.write import write_whole

        path = folder / "coachdesk-what-was-saved.txt"
        write_whole(path, "".join(f"{line}\n" for line in self.lines()).encode())
        return path

    def who(self) -> Iterator[str]:
        """Who misses something, by name: for the screen alone."""
        for name, many in self.people:
            words = ngettext("{name}: {many} record is missing", "{name}: {many} records are missing", many)
            yield words.format(name=name, many=many)
        if many := self.nameless:
            words = ngettext(
                "{many} record is missing, and nothing says any more whose it was.",
                "{many} records are missing, and nothing says any more whose they were.",
                many,
            )
            yield words.format(many=many)


def told(connection: Connection, found: Salvaged) -> Salvage:
    """What the coach is told, read in the vault that was made."""
    taken, missing, sure = dict[str, int](), dict[str, int](), dict[str, bool]()
    for table, many in found.taken.items():
        kind = _KINDS.get(table, _ELSE)
        taken[kind] = taken.get(kind, 0) + many
    for table in {*found.lost, *found.hanging}:
        kind, lost = _KINDS.get(table, _ELSE), found.lost.get(table)
        missing[kind] = missing.get(kind, 0) + found.hanging[table] + (lost.rows if lost else 0)
        sure[kind] = sure.get(kind, True) and (lost is None or lost.exact)
    order = (*dict.fromkeys(_KINDS.values()), _ELSE)
    names = {person_id: _name(connection, person_id) for person_id in found.people}
    return Salvage(
        tuple((kind, taken[kind]) for kind in order if taken.get(kind)),
        tuple(Missing(kind, missing[kind], sure[kind]) for kind in order if kind in missing),
        tuple(sorted((names[each], many) for each, many in found.people.items() if names[each])),
        sum(many for each, many in found.people.items() if not names[each]),
    )


def _name(connection: Connection, person_id: str) -> str:
    for person in find_by(connection, Person, id=person_id):
        return person.full_name
    return ""


def _missing_words(each: Missing) -> str:
    if each.sure:
        return _("{kind}: {many}").format(kind=_(each.kind), many=each.many)
    if not each.many:
        return _("{kind}: how many is not known").format(kind=_(each.kind))
    return _("{kind}: about {many}, perhaps more").format(kind=_(each.kind), many=each.many)
