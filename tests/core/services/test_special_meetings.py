"""The talks in which little may be asked feed the finding as the others do, and start from last time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.interviews import Channel
from coachdesk.plans import Party
from coachdesk.requirements.finding import Group, Standing
from coachdesk.services import PersonFinding
from tests.core.services.talking import Talk, begin
from tests.vaults import made, setting

CHILD_ONE, CHILD_TWO, HEALTH = "work-focused-interview", "preparation-meeting", "health-conversation"
BORN = date(1995, 3, 2)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    vault = made(setting(tmp_path, clock=lambda: datetime(2026, 12, 8, 10, tzinfo=UTC)))
    yield vault
    vault.close()


def found(talk: Talk) -> PersonFinding:
    return talk.opened.services.requirements.for_interview(talk.interview, talk.answers)


@pytest.mark.parametrize(("kind", "age", "group"), [(CHILD_ONE, 1, Group.INTERVIEW), (CHILD_TWO, 2, Group.PREPARATION)])
def test_the_age_of_the_youngest_says_what_may_be_asked(opened: Opened, kind: str, age: int, group: Group) -> None:
    talk = begin(opened, kind, date_of_birth=BORN)
    talk.say("partner_in_claim", "no")
    talk.say("children", [{"age": str(age), "born": ""}])
    finding = found(talk).finding
    may = finding.may_require
    assert finding.group is group
    assert (may.search, may.availability, may.interview) == (False, False, True)
    assert may.preparation is (group is Group.PREPARATION)


@pytest.mark.parametrize("kind", [CHILD_ONE, CHILD_TWO])
def test_whose_partner_is_the_main_carer_falls_elsewhere(opened: Opened, kind: str) -> None:
    talk = begin(opened, kind, date_of_birth=BORN)
    talk.say("partner_in_claim", "yes")
    talk.say("children", [{"age": "1", "born": ""}])
    talk.say("main_carer", "partner")
    assert found(talk).finding.group is Group.ALL


def test_the_dates_of_a_fit_note_are_enough_for_its_pause_and_nothing_is_said_of_what_it_is_for(opened: Opened) -> None:
    talk = begin(opened, HEALTH, date_of_birth=BORN)
    talk.say("fit_note", "yes")
    talk.say("fit_note_dates", {"from": "2026-12-01", "until": "2027-01-17"})
    talk.say("fit_note_given", "2026-12-01")
    finding = found(talk).finding
    assert (finding.group, finding.search) == (Group.ALL, Standing.OFF)
    assert finding.availability is Standing.POSTPONED_JOB_AND_INTERVIEW
    assert [each.id for each in finding.easements] == ["fit_note_short"]
    assert not any(each.print for each in finding.easements)


def test_after_its_first_fourteen_days_a_fit_note_is_a_decision_of_the_coach(opened: Opened) -> None:
    talk = begin(opened, HEALTH, date_of_birth=BORN)
    talk.say("fit_note", "yes")
    talk.say("fit_note_dates", {"from": "2026-11-02", "until": "2027-01-17"})
    talk.say("fit_note_given", "2026-11-02")
    assert found(talk).finding.search is Standing.CONSIDER
    talk.say("hours_decided", "0")
    talk.say("hours_reason", "Two good days in seven")
    assert found(talk).finding.expected_hours.hours == 0


@pytest.mark.parametrize("kind", [CHILD_ONE, CHILD_TWO, HEALTH])
def test_what_we_promised_last_time_is_there_to_start_from(opened: Opened, kind: str) -> None:
    first = begin(opened)
    first.act("Ring the nursery", owner=Party.COACH)
    first.act("Look at the course page")
    opened.services.interviews.finish(first.interview)
    going_on = opened.services.interviews.start(first.person.id, kind, Channel.PHONE)
    ids = [question.id for question in going_on.definition.questions()]
    assert ids.index("went_well") < ids.index("promises") < ids.index("what_happened") < ids.index("plan")
    assert [action.text for action in going_on.plan.ours] == ["Ring the nursery"]
    assert "Look at the course page" in {action.text for action in going_on.plan.open}


@pytest.mark.parametrize("kind", [CHILD_ONE, CHILD_TWO, HEALTH])
def test_each_can_be_started_and_is_followed_by_one_of_its_kind(opened: Opened, kind: str) -> None:
    talk = begin(opened, kind)
    assert kind in {each.id for each in opened.services.interviews.definitions()}
    talk.meet_in(30)
    (booked,) = opened.services.people.open(talk.person.id).appointments
    assert booked.definition_id == kind
