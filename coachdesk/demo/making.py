from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final

from coachdesk.application import Opened, Setting, create_vault, open_vault
from coachdesk.clock import london
from coachdesk.demo.choosing import once_in
from coachdesk.demo.diary import Month, appointments
from coachdesk.demo.lives import lives_of
from coachdesk.demo.living import Life, as_somebody, telling
from coachdesk.demo.meetings import HELD, meetings
from coachdesk.demo.people import invented_people
from coachdesk.demo.plans import any_story, plan_of
from coachdesk.demo.working_days import Event, in_turn
from coachdesk.ids import new_id
from coachdesk.people import Person
from coachdesk.rehearsal import MovingClock, Stage
from coachdesk.storage import Writer
from coachdesk.vault import VaultFiles

PASSPHRASE: Final = "four quiet words here"  # noqa: S105 - everything behind it is invented, and it is shown
"""Of every demo vault: everything in it is invented, and whoever practises has to get in."""

SEEN_BY_ONE_COACH, FEWEST_WITH_MEETINGS = 500, 20
WITH_RHYTHM = 4
"""With so many people it is agreed how often to be in touch."""
EARLIEST = 28
"""Days before today on which the vault was begun."""

COACH, SITE = "Sam Okafor", "Wrexham"


def make_demo(setting: Setting, today: date, people: int = 100, *, seed: str = "demo") -> Opened:
    """Make a vault with an invented caseload round a day, and open it.

    Args:
        setting: a place without a vault; its keychain is not used, so that the vault opens anywhere.
        today: the day round which the month of appointments lies.
        people: how many.
        seed: the same seed gives the same people, but for ids and keys.

    Raises:
        AppError: as `create_vault`; "vault.exists" where there is a vault already, which is not touched.
    """
    begun = datetime.combine(today - timedelta(days=EARLIEST), time(8, 30), london())
    clock = MovingClock(begun)
    opened, _recovery_key = create_vault(
        replace(setting, clock=clock, keychain=None), coach_name=COACH, site=SITE, passphrase=PASSPHRASE
    )
    with ExitStack() as undo:
        undo.callback(_remove, setting.files)
        undo.callback(opened.close)
        _fill(Stage(opened.services, clock), opened, today, people, seed)
        undo.pop_all()
    opened.close()
    return open_vault(setting, PASSPHRASE)


def _fill(stage: Stage, opened: Opened, today: date, many: int, seed: str) -> None:
    """First the people, then what happened, then the diary and the plans as they are today."""
    held = many >= FEWEST_WITH_MEETINGS
    caseload = _caseload(opened, today, many - (HELD if held else 0), seed)
    events = list(meetings(stage, opened.content, today)) if held else []
    known = [(person, life) for person, life in caseload if life is not None]
    events += [telling(stage, life, person.id, today, place) for place, (person, life) in enumerate(known)]
    events += [_in_touch(stage, person) for person, _life in caseload[:WITH_RHYTHM]]
    in_turn(stage.clock, events)
    month = _month(opened, today)
    with opened.database.write() as writer:
        for appointment in appointments(seed, month, [person for person, _life in caseload], new_id):
            writer.put(appointment, "appointment.booked")
        _plans(writer, caseload, today, seed)
        writer.audit("vault.filled")


def _in_touch(stage: Stage, person: Person) -> Event:
    """How often to be in touch with somebody is agreed on the first morning."""
    return Event(stage.clock(), partial(stage.services.rhythms.agree, person.id, 7, "Lives alone and asked for it"))


def _caseload(opened: Opened, today: date, many: int, seed: str) -> Sequence[tuple[Person, Life | None]]:
    """Everybody in one transaction: 10,000 people would wait 10,000 times for the disk otherwise."""
    people = list(invented_people(seed, many, today - timedelta(35), new_id))
    with opened.database.write() as writer:
        return [
            (writer.put(as_somebody(life, person, today) if life else person, "person.added"), life)
            for person, life in lives_of(people)
        ]


def _plans(writer: Writer, caseload: Sequence[tuple[Person, Life | None]], today: date, seed: str) -> None:
    """Most people of an ordinary caseload have a plan; of thousands, only those whom a coach could still be seeing."""
    for number, (person, life) in enumerate(caseload[:SEEN_BY_ONE_COACH]):
        who = f"{seed} {number}"
        if life is not None or not once_in(6, seed, number, "no plan"):
            story = life.story if life is not None else any_story(who)
            goal, actions = plan_of(who, person, story, today, new_id)
            writer.put(goal, "goal.saved")
            for action in actions:
                writer.put(action, "action.saved")


def _month(opened: Opened, today: date) -> Month:
    definitions = {each.id: each for each in opened.services.interviews.definitions()}
    return Month(today, opened.content.calendar, definitions["first-commitments"], definitions["work-search-review"])


def _remove(files: VaultFiles) -> None:
    for path in files.folder.glob(f"{files.name}.cd*"):
        path.unlink(missing_ok=True)
