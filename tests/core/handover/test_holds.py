"""A person for whom a legal hold stands is held at a colleague's too, without the reason."""

import pytest

from coachdesk.errors import AppError
from coachdesk.handover import Decision
from coachdesk.retention import HeldBecause, Hold
from coachdesk.services import Because
from tests.core.handover.conftest import Desk, Office
from tests.core.handover.passing import lines, returned, stand_in, take
from tests.core.handover.test_set_aside import everything
from tests.core.services.talking import begin


@pytest.fixture
def held(office: Office) -> Hold:
    """Sam keeps everything of Amira, because a court asked for it."""
    person = begin(office.sam.vault).person
    return office.sam.services.holds.set(person.id, HeldBecause.COURT, "Inspector Zqx")


def refused(desk: Desk, person_id: str) -> bool:
    interviews = desk.services.people.open(person_id).interviews
    for each in interviews:
        desk.services.interviews.pause(each)
    with pytest.raises(AppError, match=r"removal\.held"):
        desk.services.removal.remove(person_id, Because.OVER)
    return True


def test_whoever_is_held_here_is_held_there_and_the_reason_stays(office: Office, held: Hold) -> None:
    (leaving,) = office.sam.services.handover.prepare([held.person_id])
    assert leaving.summary.held
    stand_in(office, held.person_id)
    assert refused(office.robin, held.person_id)
    (row,) = office.robin.services.holds.standing()
    assert (row.name, row.by, row.on) == ("Amira Khalil", "Sam Okafor", held.on)
    there = office.robin.services.holds.of(held.person_id)
    assert there is not None
    assert (there.because, there.owner) == (HeldBecause.OTHER, "")
    assert "Zqx" not in everything(office.robin)


def test_the_reason_goes_where_what_is_sealed_was_chosen(office: Office, held: Hold) -> None:
    stand_in(office, held.person_id, sealed=True)
    assert office.robin.services.holds.of(held.person_id) == held


def test_a_hold_comes_back_as_it_was(office: Office, held: Hold) -> None:
    stand_in(office, held.person_id)
    pack = returned(office, held.person_id)
    assert lines(office.sam, pack) == {}
    take(office.sam, pack)
    assert office.sam.services.holds.of(held.person_id) == held


def test_a_hold_that_a_colleague_lifted_stands_here_until_it_is_decided(office: Office, held: Hold) -> None:
    stand_in(office, held.person_id)
    office.watch.go_on(1)
    office.robin.services.holds.lift(held.id)
    pack = returned(office, held.person_id)
    (line,) = lines(office.sam, pack).values()
    assert (line.what, line.field, line.ours, line.theirs) == ("Legal hold", "Lifted on", "Nothing", "2 December 2026")
    with pytest.raises(AppError, match=r"handover\.undecided"):
        office.sam.services.handover.take(office.sam.services.handover.look(pack), {})
    take(office.sam, pack, {"Lifted on": Decision.OURS})
    assert refused(office.sam, held.person_id)


def test_a_hold_that_a_colleague_set_comes_along(office: Office) -> None:
    person = begin(office.sam.vault).person
    stand_in(office, person.id)
    office.robin.services.holds.set(person.id, HeldBecause.APPEAL, "The appeals team")
    take(office.sam, returned(office, person.id))
    assert refused(office.sam, person.id)
