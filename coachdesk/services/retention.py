"""What is past its time: looked at first, deleted after that, and held back where somebody has to look again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from coachdesk.errors import AppError
from coachdesk.i18n import N_, Language, _
from coachdesk.retention import (
    LABELS,
    Due,
    Holding,
    Kind,
    Length,
    Rule,
    Stays,
    Unit,
    as_shown,
    numbers,
    past_their_time,
    rules_of,
)
from coachdesk.services.context import Context
from coachdesk.services.journal import Journal
from coachdesk.storage.naming import names_of
from coachdesk.storage.retention import delete_past, deletions, kept

STAYS: Mapping[Stays, str] = {
    Stays.HELD: N_("a legal hold stands"),
    Stays.SECOND_OPINION: N_("somebody else is still to look at a commitment"),
    Stays.NOT_CARRIED: N_("it is not in the account yet"),
    Stays.BELONGS: N_("it belongs to something that stays"),
}
"""Message ids of why something stays although its time is over, as they stand within a sentence."""

_WITHOUT_SAYING_WHETHER = N_(
    "Talks from which whatever may have been told in private goes, whether there was any or not"
)
"""Message id: how answers that were told in private are called where their time is over before that of their talk."""

_WITHOUT_DAYS = frozenset({Kind.PRIVATE, Kind.LIFE})
"""Kinds among which something private may be: the day on which that ended is in no list (interviews.md 9)."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """How long a kind is kept: its name, how long and from when on, and whether the organisation set it."""

    kind: str
    words: str
    fixed: bool


@dataclass(frozen=True, slots=True)
class DueLine:
    """How many records of a kind go, by which rule, and the day on which the time of the oldest began.

    What was told in private counts with its talk, and no day comes from it, nor from what is known of somebody's life: no
    line says that there is any, and no number. Where its time is shorter than that of the talk, the line counts every talk
    whose time for it is over.
    """

    kind: str
    many: int
    rule: str
    oldest: date | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """How many records of somebody go; or how many stay, and why."""

    person_id: str
    name: str
    many: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a dry run found.

    Attributes:
        due: what `Retention.delete` takes; nothing else goes.
        lines: what goes, by kind.
        people: what goes, by name.
        back: whose records are past their time and stay, by name.
    """

    due: Due
    lines: tuple[DueLine, ...]
    people: tuple[PersonLine, ...]
    back: tuple[PersonLine, ...]

    @property
    def many(self) -> int:
        """How many records go."""
        return sum(numbers(self.due.going))


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many records of a kind went on a day, by which rule: of nobody."""

    on: date
    kind: str
    many: int
    rule: str


class Retention:
    """The times of records."""

    def __init__(self, context: Context, journal: Journal) -> None:
        self._context, self._journal = context, journal
        self._waiting = 0

    def rules(self) -> tuple[RuleRow, ...]:
        """Every kind, and how long it is kept."""
        return tuple(RuleRow(_(LABELS[kind]), _rule(rule), rule.fixed) for kind, rule in self._rules().items())

    def waiting(self) -> int:
        """How many records, earlier wordings apart, were past their time when somebody counted last."""
        return self._waiting

    def count(self) -> int:
        """Count what is past its time and goes, earlier wordings apart. It reads a line of every record: a worker's."""
        with self._context.database.read() as connection:
            self._count(self._due(connection))
        return self._waiting

    def look(self) -> Look:
        """The dry run: what would go, and why. That somebody looked is audited; nothing is deleted. A worker's."""
        with self._context.database.write() as writer:
            writer.audit("retention.looked")
        with self._context.database.read() as connection:
            due = self._due(connection)
            self._count(due)
            ids = {each.person_id for each in (*due.going, *(each for each, _why in due.back))}
            names = names_of(connection, ids)
        return Look(due, tuple(self._lines(due.going)), _people(due.going, names), _back(due, names))

    def delete(self, look: Look) -> int:
        """Delete what a dry run found, where it is past its time still; how many records that were. A worker's.

        A line of the audit and the list of deletions stay, without anybody and without a reason. Backups hold it until they
        are thinned; bringing one back deletes it again.
        """
        written = {kind: f"{rule.length.many} {rule.length.unit}" for kind, rule in self._rules().items()}
        with self._context.database.write() as writer:
            going = as_shown(self._due(writer.connection).going, look.due.going)
            delete_past(writer, going, written, self._context.today())
            writer.audit("retention.deleted")
        self.count()
        return sum(numbers(going))

    def deletions(self) -> tuple[Deleted, ...]:
        """What went so far, the newest first."""
        with self._context.database.read() as connection:
            rows = deletions(connection)
        return tuple(Deleted(row.on, _said(Kind(row.kind)), row.many, _length(row.rule)) for row in rows)

    def _rules(self) -> Mapping[Kind, Rule]:
        policy = self._context.policy
        return rules_of(policy.kept_for, adopted=policy.record_adopted)

    def _due(self, connection: Connection) -> Due:
        found = kept(connection, self._pieces)
        return past_their_time(
            found.holdings, self._rules(), left=found.left, stays=found.stays, today=self._context.today()
        )

    def _pieces(self, commitment_id: str, language: Language) -> frozenset[str]:
        """Everything that is to be pasted; what cannot be said is never all of it."""
        try:
            return frozenset(each.id for each in self._journal.pieces(commitment_id, language))
        except AppError:
            return frozenset({""})

    def _count(self, due: Due) -> None:
        self._waiting = sum(numbers([each for each in due.going if each.kind is not Kind.LOG]))

    def _lines(self, going: Sequence[Holding]) -> Iterator[DueLine]:
        many, oldest = Counter[Kind](), dict[Kind, date]()
        for each, number in zip(going, numbers(going), strict=True):
            many[each.kind] += number
            if each.kind not in _WITHOUT_DAYS and each.since is not None:
                oldest[each.kind] = min(each.since, oldest.get(each.kind, date.max))
        rules = self._rules()
        for kind in Kind:
            if many[kind]:
                yield DueLine(_said(kind), many[kind], _rule(rules[kind]), oldest.get(kind))


def _said(kind: Kind) -> str:
    """A kind in words, as something is counted where somebody can read it."""
    return _(_WITHOUT_SAYING_WHETHER if kind is Kind.PRIVATE else LABELS[kind])


def _people(going: Sequence[Holding], names: Mapping[str, str]) -> tuple[PersonLine, ...]:
    many = Counter[str]()
    for each, number in zip(going, numbers(going), strict=True):
        many[each.person_id] += number
    return _by_name(PersonLine(each, names.get(each, ""), number) for each, number in many.items() if number)


def _back(due: Due, names: Mapping[str, str]) -> tuple[PersonLine, ...]:
    many = Counter[tuple[str, Stays]]()
    for (each, why), number in zip(due.back, numbers([each for each, _why in due.back]), strict=True):
        many[each.person_id, why] += number
    return _by_name(
        PersonLine(person_id, names.get(person_id, ""), number, _(STAYS[why]))
        for (person_id, why), number in many.items()
        if number
    )


def _by_name(lines: Iterable[PersonLine]) -> tuple[PersonLine, ...]:
    return tuple(sorted(lines, key=lambda each: (each.name, each.person_id, each.why)))


def _rule(rule: Rule) -> str:
    """`4 weeks after it is in the account or over`."""
    if rule.kind is Kind.PERSON or rule.from_leaving:
        return _("{length} after the person left the caseload").format(length=rule.length.words())
    return _("{length} after it is in the account or over").format(length=rule.length.words())


def _length(written: str) -> str:
    many, unit = written.split()
    return Length(int(many), Unit(unit)).words()
