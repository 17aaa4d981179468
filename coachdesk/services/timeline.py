"""A person's history in plain lines, from records that every screen may show; sealed matters leave no line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from coachdesk.clock import local
from coachdesk.commitments import Issued, entry_words
from coachdesk.diary import LABELS, Appointment
from coachdesk.i18n import _, clock_time, long_date
from coachdesk.interviews import Interview, InterviewState
from coachdesk.people import HOW, IN_SPITE, Given, Handover
from coachdesk.people.joining import Joining, came_along
from coachdesk.records import Record
from coachdesk.services.views import TimelineLine


@dataclass(frozen=True, slots=True)
class History:
    """The records a timeline is made from; `titles` are those of definitions by id, `slips` the days by their ids."""

    appointments: tuple[Appointment, ...]
    interviews: tuple[Interview, ...]
    issued: tuple[Issued, ...]
    titles: dict[str, str]
    handovers: tuple[Handover, ...] = ()
    slips: Mapping[str, date] = field(default_factory=dict)
    joinings: tuple[Joining, ...] = ()


def timeline(history: History) -> tuple[TimelineLine, ...]:
    """Newest first."""
    lines = (
        *_interviews(history),
        *_commitments(history),
        *_appointments(history),
        *_handed(history),
        *_joined(history.joinings),
    )
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))


def _joined(joinings: Iterable[Joining]) -> Iterator[TimelineLine]:
    for each in joinings:
        if each.created_at is not None:
            day = long_date(local(each.created_at).date())
            words = _("Two records were joined on {day}. What came from the other one says so.").format(day=day)
            yield TimelineLine(each.created_at, words)


def _line(history: History, record: Record, at: datetime, text: str) -> TimelineLine:
    """A line that says so where it came from another record that was joined to this one."""
    if came_along(history.joinings, record.id):
        text = _("{what} (from the other record)").format(what=text)
    return TimelineLine(at, text)


def _interviews(history: History) -> Iterator[TimelineLine]:
    words = {
        InterviewState.OPEN: _("{title}: begun, not finished"),
        InterviewState.PAUSED: _("{title}: paused"),
        InterviewState.FINISHED: _("{title}"),
        InterviewState.STOPPED: _("{title}: ended early"),
    }
    for each in history.interviews:
        title = history.titles.get(each.definition_id, each.definition_id)
        yield _line(history, each, each.started_at, words[each.state].format(title=title))


def _commitments(history: History) -> Iterator[TimelineLine]:
    for each in history.issued:
        named = {"number": each.commitment.number, "edition": each.commitment.edition}
        text = _("My commitments {number}, edition {edition}, issued.").format(**named)
        yield _line(history, each.commitment, each.commitment.issued_at, text)
        for entry in each.entries:
            if entry.created_at is not None:
                words = _("My commitments {number}, edition {edition}: {what}").format(**named, what=entry_words(entry))
                yield _line(history, entry, entry.created_at, words)
        if each.withdrawal is not None and each.withdrawal.created_at is not None:
            words = _("My commitments {number}, edition {edition}, withdrawn.").format(**named)
            yield _line(history, each.withdrawal, each.withdrawal.created_at, words)


def _appointments(history: History) -> Iterator[TimelineLine]:
    for each in history.appointments:
        at = datetime.combine(each.on, each.at, ZoneInfo(each.zone)).astimezone(UTC)
        title = history.titles.get(each.definition_id, each.definition_id)
        yield _line(
            history,
            each,
            at,
            _("Appointment at {time}, {title}: {state}").format(
                time=clock_time(each.at), title=title, state=_(LABELS[each.state]).lower()
            ),
        )


def _handed(history: History) -> Iterator[TimelineLine]:
    """What was given, in which way, and why all the same where nobody knew that it was safe."""
    named = {
        each.commitment.id: _("My commitments {number}, edition {edition}").format(
            number=each.commitment.number, edition=each.commitment.edition
        )
        for each in history.issued
    }
    for each in _once_a_day(history.handovers):
        if each.created_at is None:
            continue
        what = named.get(each.record_id) or _slip(each, history.slips.get(each.record_id))
        words = _("{what}: {how}.").format(what=what, how=_(HOW[each.how]))
        if each.in_spite is not None:
            words = _("{done} Why all the same: {reason}.").format(done=words, reason=_(IN_SPITE[each.in_spite]))
        yield _line(history, each, each.created_at, words)


def _once_a_day(handovers: Iterable[Handover]) -> Iterable[Handover]:
    """What was handed over piece by piece on one day, once, with the last of its times."""
    once = {
        (each.record_id, each.how, each.in_spite, local(each.created_at).date()): each
        for each in sorted(handovers, key=lambda each: each.id)
        if each.created_at is not None
    }
    return once.values()


def _slip(handover: Handover, day: date | None) -> str:
    if handover.given is Given.VIEWING:
        return _("List of who looked at the record")
    if handover.given is Given.RECEIPT:
        return _("Receipt for a change of an appointment")
    return _("Reminder of an appointment") if day is None else _("Reminder of {day}").format(day=long_date(day))
