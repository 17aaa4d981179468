from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from coachdesk.application import Opened, Setting, create_vault, open_vault
from coachdesk.clock import london
from coachdesk.demo.choosing import once_in
from coachdesk.demo.diary import BEFORE, Month, appointments
from coachdesk.demo.meetings import HELD, hold_meetings
from coachdesk.demo.people import invented_people
from coachdesk.demo.stories import plan_of
from coachdesk.ids import new_id
from coachdesk.people import Person
from coachdesk.rehearsal import MovingClock, Stage
from coachdesk.storage import Writer
from coachdesk.vault import VaultFiles

PASSPHRASE: Final = "four quiet words here"  # noqa: S105 - everything behind it is invented, and it is shown
"""Of every demo vault: everything in it is invented, and whoever practises has to get in."""

SEEN_BY_ONE_COACH, FEWEST_WITH_MEETINGS = 500, 20
COACH, SITE = "Sam Okafor", "Wrexham"


def make_demo(setting: Setting, today: date, people: int = 100, *, seed: str = "demo") -> Opened:
    """Make a vault with an invented caseload round a day, and open it.

    Args:
        setting: a place without a vault; a keychain is not used, so that the vault opens anywhere.
        today: the day round which the month of appointments lies.
        people: how many.
        seed: the same seed gives the same people, but for ids and keys.

    Raises:
        AppError: as `create_vault`; "vault.exists" where there is a vault already, which is not touched.
    """
    begun = datetime.combine(today - timedelta(days=BEFORE + 7), time(8, 30), london())
    clock = MovingClock(begun)
    setting = replace(setting, keychain=None)
    opened, _recovery_key = create_vault(
        replace(setting, clock=clock), coach_name=COACH, site=SITE, passphrase=PASSPHRASE
    )
    with ExitStack() as undo:
        undo.callback(_remove, setting.files)
        undo.callback(opened.close)
        held = HELD if people >= FEWEST_WITH_MEETINGS else 0
        if held:
            hold_meetings(Stage(opened.services, clock), opened.content, today)
        _fill(opened, today, people - held, seed)
        undo.pop_all()
    opened.close()
    return open_vault(setting, PASSPHRASE)


def _fill(opened: Opened, today: date, many: int, seed: str) -> None:
    """The whole caseload in one transaction: 10,000 people would wait 10,000 times for the disk otherwise."""
    month = _month(opened, today)
    with opened.database.write() as writer:
        people = [
            writer.put(person, "person.added") for person in invented_people(seed, many, today - timedelta(35), new_id)
        ]
        for appointment in appointments(seed, month, people, new_id):
            writer.put(appointment, "appointment.booked")
        _plans(writer, people, today, seed)
        writer.audit("vault.filled")


def _plans(writer: Writer, people: Sequence[Person], today: date, seed: str) -> None:
    """Most people of an ordinary caseload have a plan; of thousands, only those whom a coach could still be seeing."""
    for number, person in enumerate(people[:SEEN_BY_ONE_COACH]):
        if not once_in(6, seed, number, "no plan"):
            goal, actions = plan_of(f"{seed} {number}", person, today, new_id)
            writer.put(goal, "goal.saved")
            for action in actions:
                writer.put(action, "action.saved")


def _month(opened: Opened, today: date) -> Month:
    definitions = {each.id: each for each in opened.services.interviews.definitions()}
    return Month(today, opened.content.calendar, definitions["first-commitments"], definitions["work-search-review"])


def _remove(files: VaultFiles) -> None:
    for path in files.folder.glob(f"{files.name}.cd*"):
        path.unlink(missing_ok=True)
