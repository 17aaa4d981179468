"""A computer's clock that is put forward and back while a meeting is held, in time zones that are not ours."""

import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.cases import Case
from coachdesk.commitments import Commitment, Format
from coachdesk.content import read_content
from coachdesk.i18n import Language
from coachdesk.people import How, InSpite
from coachdesk.rehearsal import MovingClock, Stage, begin, close, hand_over, read_chain, talk, welcome
from coachdesk.services import OpenInterview
from coachdesk.storage import audit_lines, verify_audit
from tests.conftest import ROOT
from tests.core.services.issuing import let_out
from tests.faults.tally import Tally, many
from tests.vaults import PASSPHRASE, made, setting

ZONES = ("UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "Europe/London", "Nowhere/Land")
NEVER_SET = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = (
    NEVER_SET,
    datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC),  # the last second before the clocks go back
    datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC),  # and before they go forward
    datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC),
)
JUMPS = tuple(timedelta(**{unit: many}) for unit, many in (("hours", 1), ("hours", -1), ("days", 366), ("days", -366)))
ORDER = ("person.added", "interview.started", "interview.paused", "interview.finished")


@dataclass(slots=True)
class WrongClock(MovingClock):
    """A clock that somebody, or a flat battery, sets anew between any two looks at it."""

    chance: random.Random = field(default_factory=random.Random)
    how_often: float = 0.0
    off: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        if self.chance.random() < self.how_often:
            at = self.moment.astimezone(UTC)
            self.off = self.chance.choice((timedelta(0), *JUMPS, *(moment - at for moment in MOMENTS)))
        return self.moment.astimezone(UTC) + self.off


@contextmanager
def time_zone(name: str) -> Iterator[None]:
    """The computer's own zone, as a coach on a journey or a wrong image of Windows has it."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()


@cache
def case() -> Case:
    content = read_content()
    (found,) = read_chain(ROOT / "resources" / "cases" / "amira.toml", content.definitions, content.rules)
    assert isinstance(found, Case)
    return found


def next_meeting() -> str:
    """The day of the next meeting as paper says it."""
    agreed = case().next_contact
    assert agreed is not None
    day = agreed.on
    return f"{day:%A} {day.day} {day:%B}"


def text_of(opened: Opened, commitment: Commitment) -> str:
    content = let_out(
        opened.services,
        opened.services.commitments.outgoing(
            commitment.id, Format.TEXT, How.SAVED, language=Language.ENGLISH, in_spite=InSpite.STAYS_HERE
        ),
    )
    return " ".join(content.decode().split())


def look_everywhere(opened: Opened, person_id: str) -> None:
    services = opened.services
    for day in (services.day.today(), case().on.date()):
        services.day.view(day)
        services.day.week(day)
        services.day.outgoing(day)
    services.day.prep(person_id)
    services.people.open(person_id)
    services.people.find("Amira")
    services.requirements.for_person(person_id)
    services.requirements.due()
    services.minutes.look()
    services.backing_up.overdue()
    services.backing_up.make_if_due()
    services.restoring.backups()


def half_a_meeting(where: Setting, clock: WrongClock) -> OpenInterview:
    opened = made(where)
    stage = Stage(opened.services, clock)
    person, appointment = welcome(stage, case())
    clock.how_often = 0.2
    left = talk(stage, case(), begin(stage, case(), person, appointment), until="goal")
    look_everywhere(opened, person.id)
    opened.services.interviews.pause(left.interview)
    opened.close()
    return left


def the_rest(where: Setting, clock: WrongClock, left: OpenInterview) -> None:
    opened = open_vault(where, PASSPHRASE)
    stage = Stage(opened.services, clock)
    back = opened.services.interviews.open(left.interview.id)
    assert back.interview.question_id == "goal"
    given = hand_over(stage, case(), close(stage, talk(stage, case(), back)))
    look_everywhere(opened, back.person.id)
    kept = opened.services.plans.plan(back.person.id).actions
    assert [each.by for each in kept] == [each.by for each in case().actions]
    if given.commitment is None:
        assert given.why_not  # on a day whose law is not held nothing can be asked, and that is said
    else:
        assert next_meeting() in text_of(opened, given.commitment)
    with opened.database.read() as connection:
        assert verify_audit(connection) is None
        lines = audit_lines(connection, limit=10_000)[::-1]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    codes = [line.code for line in lines]
    assert sorted(ORDER, key=codes.index) == list(ORDER)
    opened.close()


def test_whatever_the_clock_says_the_order_holds_the_days_are_right_and_nothing_is_refused(
    tmp_path: Path, tally: Tally
) -> None:
    for number in tally.trials("a clock that jumps, in the wrong time zone", "0 wrong", many(short=4, full=300)):
        chance = random.Random(f"{tally.seed}-{number}")
        folder = tmp_path / str(number)
        folder.mkdir()
        with time_zone(chance.choice(ZONES)):
            clock = WrongClock(case().on.astimezone(UTC), chance)
            where = setting(folder, clock=clock)
            the_rest(where, clock, half_a_meeting(where, clock))


def needs_shown(opened: Opened) -> list[str]:
    return [need.text for need in opened.services.day.view().needs_you if not need.person_id]


def test_a_clock_that_stands_before_what_was_saved_is_named_to_the_coach(tmp_path: Path) -> None:
    clock = MovingClock(datetime(2026, 12, 1, 10, 0, tzinfo=UTC))
    opened = made(setting(tmp_path, clock=clock))
    opened.services.people.save(replace(opened.services.people.draft(), given_name="Amira"))
    clock.forward(-3600)
    assert not needs_shown(opened)
    clock.set(NEVER_SET)
    (said,) = needs_shown(opened)
    assert said.startswith(
        "This computer's clock says 1 January 1970, but something was saved here on 1 December 2026."
    )
    opened.close()
