"""What was told in private is opened on purpose once the talk is over, and every opening stands in the audit."""

import pytest

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.retention import HeldBecause
from coachdesk.storage import audit_lines
from tests.core.services.talking import Talk, begin

SAID = ("zqx said that it is too much", "R. Shah", "10:40")


def over(vault: Opened) -> Talk:
    """A talk that is over, in which something was told in private and a sealed note was kept."""
    talk = begin(vault)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"], note="zqxnote asked for another desk")
    safety = vault.services.safety
    safety.keep_note(talk.interview, safety.new_note(), SAID)
    vault.services.interviews.finish(talk.interview)
    return talk


def openings(vault: Opened) -> int:
    return [line.text for line in vault.services.administration.audit()].count("A sealed answer was opened.")


def test_it_is_opened_after_the_talk_with_the_question_and_the_day_and_that_is_audited(timed: Opened) -> None:
    talk = over(timed)
    begin(timed, given_name="Bethan")
    said = timed.services.told_in_private.open(talk.person.id, "safety")
    lines = said.value.splitlines()
    assert lines[0] == "First commitments meeting, Tuesday 1 December 2026"
    assert {*SAID, "zqxnote asked for another desk"} <= set(lines)
    assert "zqx" not in repr(said)
    assert openings(timed) == 1


def test_of_somebody_who_told_nothing_the_opening_is_audited_as_well(timed: Opened) -> None:
    over(timed)
    other = begin(timed, given_name="Bethan")
    assert timed.services.told_in_private.open(other.person.id, "asked").value == ""
    assert openings(timed) == 1
    with pytest.raises(AppError, match=r"storage\.not-found"):
        timed.services.told_in_private.open("nobody", "asked")


def test_every_opening_keeps_why_with_whose_it_was(timed: Opened) -> None:
    talk, services = over(timed), timed.services
    person_id = talk.person.id
    sealed = next(each for each in services.people.open(person_id).circumstances if each.sensitive)
    hold = services.holds.set(person_id, HeldBecause.COURT, "Kim, legal team")
    services.interviews.reveal(talk.interview, "card_private", reason="plan")
    services.told_in_private.open(person_id, "safety")
    services.circumstances.open(sealed, "asked")
    services.holds.open(hold.id, "look")
    services.access.copy(person_id, private="access")
    with timed.database.read() as connection:
        codes = [line.code for line in audit_lines(connection, subject=person_id) if ".opened." in line.code]
    assert codes == [
        "sealed.opened.copy-access",
        "hold.opened.look",
        "circumstance.opened.asked",
        "sealed.opened.safety",
        "sealed.opened.plan",
    ]
