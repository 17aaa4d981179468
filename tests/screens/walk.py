"""The main job on no screen: a new vault, a person, a first commitments meeting, the issued document."""

from dataclasses import replace
from datetime import date, timedelta

from coachdesk.application import Setting, create_vault
from coachdesk.interviews import Channel
from coachdesk.plans import Implements, Party, Rhythm, Standing
from coachdesk.policy import Policy
from coachdesk.vault import MemoryKeychain
from tests.screens.studio import MORNING, Studio
from tests.vaults import CHEAP, PASSPHRASE
from ui.wiring import Desk

SAID = {
    "who_is_here": "alone",
    "preferred_name": "Amira",
    "needs_still_right": "yes",
    "card": ["nothing"],
    "partner_in_claim": "no",
    "children": [{"age": "4", "born": ""}, {"age": "8", "born": ""}],
    "school_run": "Nursery mornings, school from 9 to 3, breakfast club three days.",
    "cares_for": "no",
    "health_changes": "no",
    "proud_of": "I ran the shop floor on Saturdays, and nobody ever waited.",
    "goal": "Be a teaching assistant in the town's schools by next September.",
    "goal_confidence": {"number": 5, "words": "I know the schools"},
    "hours": "20",
    "outcome": "agreed",
    "second_opinion": "no",
}


def walk(studio: Studio) -> None:
    """Do the job with a picture of each stage."""
    setting = Setting(folder=studio.home, keychain=MemoryKeychain(), policy=Policy(), clock=studio.clock, kdf=CHEAP)
    vault, _key = create_vault(setting, coach_name="Sam Okafor", site="Wakefield", passphrase=PASSPHRASE)
    desk = studio.desk(vault)
    try:
        studio.take(desk.window, "1-empty-day")
        person_id = _person(studio, desk)
        _talk(studio, desk, person_id)
        _plan(studio, desk, person_id)
        _document(studio, desk)
    finally:
        desk.close()
        desk.window.close()


def _person(studio: Studio, desk: Desk) -> str:
    people = desk.services.people
    draft = replace(people.draft(), given_name="Amira", family_name="Khalil", date_of_birth=date(1995, 3, 2))
    person = people.save(draft)
    desk.routes.open_person(person.id)
    studio.take(desk.window, "2-person")
    return person.id


def _talk(studio: Studio, desk: Desk, person_id: str) -> None:
    desk.routes.start(person_id, "first-commitments", Channel.FACE_TO_FACE, "")
    meeting = (MORNING + timedelta(days=15)).date().isoformat()
    said = SAID | {
        "next_meeting": {"on": meeting, "at": "10:30", "channel": "face_to_face", "reason": "After drop-off"}
    }
    state = desk.screens.interview.state()
    assert state is not None
    for number, step in enumerate(state.definition.steps, 1):
        desk.screens.interview.go_to(step.id)
        for question in step.questions:
            if question.id in said:
                desk.screens.interview.answer(question.id, said[question.id])
        studio.take(desk.window, f"3-talk-{number:02}-{step.id}")
    desk.screens.interview.flush()


def _plan(studio: Studio, desk: Desk, person_id: str) -> None:
    plans, friday = desk.services.plans, (MORNING + timedelta(days=3)).date()
    ours = plans.draft_action(person_id, Party.COACH)
    plans.save_action(replace(ours, text="Ask what helps with childcare in a first month of work", by=friday))
    asked = plans.draft_action(person_id, Party.CLAIMANT)
    plans.save_action(
        replace(
            asked,
            text="List the 12 primaries within 40 minutes by bus and note each vacancy page",
            standing=Standing.REQUIRED,
            implements=Implements.SEARCH,
            by=friday,
            reason="Because you told us when the children are looked after.",
        )
    )
    chosen = plans.draft_action(person_id, Party.CLAIMANT)
    plans.save_action(replace(chosen, text="Ask the school about reading mornings", every=Rhythm.WEEK))
    desk.screens.interview.want_plan()
    studio.take(desk.window, "4-plan")


def _document(studio: Studio, desk: Desk) -> None:
    desk.screens.plan.go_on()
    studio.take(desk.window, "5-document")
