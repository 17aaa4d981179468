"""What waits for the coach, from plain rows: interviews, promises, decisions, missing outcomes, what ends, no next step.

People without a next step are always counted, also where there are none: nobody falls through unseen.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from coachdesk.i18n import _, ngettext, short_date

UNFINISHED = "unfinished"
PROMISE = "promise"
DECISION = "decision"  # what about is never said in a list
OUTCOME = "outcome"  # of an appointment
UNANSWERED = "unanswered"  # the outcome of a commitment
NO_NEXT_STEP = "no-next-step"
QUIET = "quiet"  # no contact for longer than agreed
UNREACHED = "unreached"  # not since an appointment to which they did not come

FOLLOW_UP = "follow-up"  # what about is never said, nor for which day
ENDING = "ending"  # a pause
REVIEW = "review"
BACKUP = "backup"  # of the vault: about nobody
CLOCK = "clock"  # of the computer: about nobody
TIME_OVER = "time-over"  # of records: about nobody

AHEAD = timedelta(days=7)
"""So long before its day is said what ends or is to be looked at again."""

MOST = 200
"""So many of each kind are read; where there are more, that is said."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record about one person.

    Attributes:
        name: the person's name as screens say it.
        record_id: of the interview, action, appointment or commitment; empty for a person.
        on: when the interview began, the promise is due, the meeting was; None where it has no date.
        text: the words of the promise, the title of the interview, the number of the commitment.
        more: a further sentence: where an interview stopped, and when.
    """

    person_id: str
    name: str
    record_id: str = ""
    on: date | None = None
    text: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that needs are found in.

    Attributes:
        unfinished: interviews that are open or paused.
        promises: the coach's open actions that have a date, due or not.
        decisions: people about whom a decision is due.
        met: past appointments whose state is still *booked* or *arrived*.
        unanswered: issued commitments without an outcome.
        follow_ups: people with something sealed to be looked at again soon; no date, no text.
        ending: people with a pause that ends soon; on: its last day.
        reviews: people with something to be looked at again soon; on: the day.
        without_next_step: people with no appointment to come and no dated action of anybody.
        quiet: people with whom there was no contact for longer than agreed; on: the last, text: the days agreed. Without a
            text nothing was agreed and a follow-up matters: what is behind it is never said.
        unreached: people who did not come, of whom nothing was heard since; on: the day of the appointment.
    """

    unfinished: tuple[Row, ...] = ()
    promises: tuple[Row, ...] = ()
    decisions: tuple[Row, ...] = ()
    met: tuple[Row, ...] = ()
    unanswered: tuple[Row, ...] = ()
    follow_ups: tuple[Row, ...] = ()
    ending: tuple[Row, ...] = ()
    reviews: tuple[Row, ...] = ()
    without_next_step: tuple[Row, ...] = ()
    quiet: tuple[Row, ...] = ()
    unreached: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsYou:
    """One thing that waits: its kind, a whole sentence with the name, and where to go."""

    code: str
    text: str
    person_id: str
    record_id: str = ""
    on: date | None = None


def needs_you(rows: Rows, today: date) -> tuple[NeedsYou, ...]:
    """Everything that waits, by kind in the order of urgency, oldest first within a kind."""
    found = (
        (UNFINISHED, rows.unfinished, _unfinished),
        (PROMISE, tuple(row for row in rows.promises if row.on is not None and row.on <= today), _promise),
        (UNREACHED, rows.unreached, _unreached),
        (QUIET, tuple(row for row in rows.quiet if row.text), _quiet),
        (FOLLOW_UP, _to_follow_up(rows), _follow_up),
        (DECISION, rows.decisions, _decision),
        (OUTCOME, rows.met, _met),
        (UNANSWERED, rows.unanswered, _unanswered),
        (ENDING, rows.ending, _ending),
        (REVIEW, rows.reviews, _review),
        (NO_NEXT_STEP, rows.without_next_step, _no_next_step),
    )
    return tuple(
        NeedsYou(code, sentence(row, today), row.person_id, row.record_id, row.on)
        for code, some, sentence in found
        for row in sorted(some, key=lambda each: (each.on or date.max, each.name, each.record_id))
    )


def backup_overdue(last: date | None) -> NeedsYou:
    """That a backup is overdue; `last`: the day of the newest, or None where there is none."""
    if last is None:
        return NeedsYou(BACKUP, _("There is no backup of the vault yet."), "")
    words = _("The last backup of the vault is from {day}, and something was changed since.")
    return NeedsYou(BACKUP, words.format(day=short_date(last)), "", on=last)


def clock_behind(today: date, saved: date) -> NeedsYou:
    """That the computer's clock stands before a day on which something was saved here already."""
    words = _("This computer's clock says {today}, but something was saved here on {saved}. Have the clock put right.")
    return NeedsYou(CLOCK, words.format(today=short_date(today), saved=short_date(saved)), "", on=saved)


def records_past_their_time(many: int) -> NeedsYou:
    """That so many records are past their time and wait to be looked at and deleted."""
    words = ngettext("One record is past its time: look at it.", "{n} records are past their time: look at them.", many)
    return NeedsYou(TIME_OVER, words.format(n=many), "")


def _unfinished(row: Row, _today: date) -> str:
    if row.on is None:
        said = _("{name}: the interview “{title}” is not finished.").format(name=row.name, title=row.text)
    else:
        words = _("{name}: the interview “{title}” of {day} is not finished.")
        said = words.format(name=row.name, title=row.text, day=short_date(row.on))
    return f"{said} {row.more}".rstrip()


def _promise(row: Row, today: date) -> str:
    if row.on is None or row.on == today:
        return _("{name}: your promise is due today: {promise}").format(name=row.name, promise=row.text)
    return _("{name}: your promise was due on {day}: {promise}").format(
        name=row.name, day=short_date(row.on), promise=row.text
    )


def _to_follow_up(rows: Rows) -> tuple[Row, ...]:
    """Each of them once, however it is known: a list that told the two apart would say what is behind one of them."""
    watched = (row for row in rows.quiet if not row.text)
    return tuple({row.person_id: row for row in (*watched, *rows.follow_ups)}.values())


def _quiet(row: Row, _today: date) -> str:
    days = int(row.text)
    if row.on is None:
        return ngettext(
            "{name}: no contact is recorded yet, and one every day was agreed. Are they safe?",
            "{name}: no contact is recorded yet, and one every {n} days was agreed. Are they safe?",
            days,
        ).format(name=row.name, n=days)
    return ngettext(
        "{name}: the last contact was on {day}, and one every day was agreed. Are they safe?",
        "{name}: the last contact was on {day}, and one every {n} days was agreed. Are they safe?",
        days,
    ).format(name=row.name, day=short_date(row.on), n=days)


def _unreached(row: Row, _today: date) -> str:
    if row.on is None:
        return _("{name}: nobody has reached them since their appointment. Are they safe?").format(name=row.name)
    return _("{name}: nobody has reached them since the appointment on {day}. Are they safe?").format(
        name=row.name, day=short_date(row.on)
    )


def _follow_up(row: Row, _today: date) -> str:
    return _("{name}: a follow-up is due.").format(name=row.name)


def _ending(row: Row, today: date) -> str:
    if row.on is None or row.on == today:
        return _("{name}: a pause ends today.").format(name=row.name)
    return _("{name}: a pause ends on {day}.").format(name=row.name, day=short_date(row.on))


def _review(row: Row, today: date) -> str:
    if row.on is None or row.on == today:
        return _("{name}: something is to be looked at again today.").format(name=row.name)
    return _("{name}: something is to be looked at again on {day}.").format(name=row.name, day=short_date(row.on))


def _decision(row: Row, _today: date) -> str:
    return _("{name}: a decision is due.").format(name=row.name)


def _met(row: Row, _today: date) -> str:
    if row.on is None:
        return _("{name}: say what became of the appointment.").format(name=row.name)
    return _("{name}: say what became of the appointment on {day}.").format(name=row.name, day=short_date(row.on))


def _unanswered(row: Row, _today: date) -> str:
    return _("{name}: commitment {number} has no outcome yet.").format(name=row.name, number=row.text)


def _no_next_step(row: Row, _today: date) -> str:
    return _("{name} has no next step.").format(name=row.name)
