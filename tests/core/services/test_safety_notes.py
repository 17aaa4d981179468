"""What is kept of a talk in which somebody was in danger: sealed, opened on purpose, and with the record wherever that goes."""

import json
from datetime import timedelta

from coachdesk.application import Opened
from coachdesk.plans import Action
from coachdesk.privacy import Privacy
from coachdesk.services.subject_access import as_json
from coachdesk.storage import find_by
from tests.core.services.talking import Talk, begin

SAID = ("zqx said so", "R. Shah", "10:40")


def noted(vault: Opened) -> Talk:
    talk = begin(vault)
    safety = vault.services.safety
    safety.keep_note(talk.interview, safety.new_note(), SAID)
    return talk


def test_each_opening_of_the_panel_has_a_note_of_its_own_and_none_writes_over_another(timed: Opened) -> None:
    talk, safety = noted(timed), timed.services.safety
    later = safety.new_note()
    for typed in (("zqx", "", ""), ("zqx later", "", "")):
        safety.keep_note(talk.interview, later, typed)
    assert safety.has_notes(talk.interview)
    assert safety.open_notes(talk.interview, "asked").value == "zqx said so\nR. Shah\n10:40\n\nzqx later"
    said = [line.text for line in timed.services.administration.audit()]
    assert said.count("An answer was saved.") == 2, "one line each, like any answer"


def test_a_note_is_in_a_review_copy_where_that_was_chosen_only(timed: Opened) -> None:
    talk, access = noted(timed), timed.services.access
    copies = [json.dumps(as_json(access.copy(talk.person.id, private=reason))) for reason in ("", "safety")]
    assert ["zqx said so" in each for each in copies] == [False, True]


def test_a_follow_up_needs_neither_a_name_nor_a_day(timed: Opened) -> None:
    talk = begin(timed)
    timed.services.safety.follow_up(talk.interview, "  ", None)
    timed.services.safety.follow_up(talk.interview, "R. Shah", talk.today + timedelta(days=1))
    with timed.database.read() as connection:
        kept = find_by(connection, Action, person_id=talk.person.id)
    assert {(each.text, each.privacy) for each in kept} == {
        ("Follow-up due", Privacy.BETWEEN_US),
        ("Follow-up due: see R. Shah", Privacy.BETWEEN_US),
    }
