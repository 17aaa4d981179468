"""What comes back: taken where only one side changed it, decided where both did, by its true author."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coachdesk.errors import AppError
from coachdesk.handover import Decision
from coachdesk.plans import Action, ActionState, IfThen, Party, Plan
from coachdesk.privacy import Privacy
from coachdesk.services import Because, Standing
from tests.core.handover.conftest import Desk, Office
from tests.core.handover.passing import give, lines, returned, stand_in, take
from tests.core.services.talking import Talk, begin, ready_to_issue


def plan_of(desk: Desk, person_id: str) -> Plan:
    return desk.services.plans.plan(person_id)


def action(desk: Desk, person_id: str, words: str = "List twelve schools") -> Action:
    return next(each for each in plan_of(desk, person_id).actions if each.text == words)


@pytest.fixture
def away(office: Office) -> Talk:
    """Amira, who was handed to Robin on a Tuesday; it is Wednesday."""
    talk = ready_to_issue(office.sam.vault, phone="07700 900000")
    stand_in(office, talk.person.id)
    office.watch.go_on(1)
    return talk


def test_what_only_the_colleague_changed_comes_in_under_their_name(office: Office, away: Talk) -> None:
    robin, person = office.robin.services, away.person.id
    robin.plans.save_action(replace(action(office.robin, person), text="List nine schools"))
    robin.plans.save_goal(replace(robin.plans.draft_goal(person, ""), text="Drive a bus"))
    pack = returned(office, person)
    found = lines(office.sam, pack)
    assert {key: (line.outcome, line.asked) for key, line in found.items()} == {
        ("Action: List nine schools", "Words"): ("taken", False),
        ("Goal: Drive a bus", ""): ("added", False),
    }
    words = found["Action: List nine schools", "Words"]
    assert (words.ours, words.theirs) == ("List twelve schools", "List nine schools")
    assert (words.ours_by, words.theirs_by) == ("Sam Okafor", "Robin Achebe")
    assert take(office.sam, pack).changes == 2
    changed = action(office.sam, person, "List nine schools")
    assert changed == action(office.robin, person, "List nine schools")
    assert changed.author == office.robin.vault.info.coach_id
    wanted = {goal.text: goal.author for goal in plan_of(office.sam, person).goals}
    assert wanted["Drive a bus"] == office.robin.vault.info.coach_id
    assert office.sam.services.administration.check().sound


def test_what_only_we_changed_stays(office: Office, away: Talk) -> None:
    sam, person = office.sam.services, away.person.id
    changed = sam.plans.save_action(replace(action(office.sam, person), text="List ten schools"))
    sam.people.save(replace(away.person, phone="07700 900111"))
    found = lines(office.sam, pack := returned(office, person))
    assert {line.outcome for line in found.values()} == {"kept"}
    assert take(office.sam, pack).changes == 0
    assert action(office.sam, person, "List ten schools") == changed


def test_both_changed_different_fields_and_both_changes_stand(office: Office, away: Talk) -> None:
    sam, robin, person = office.sam.services, office.robin.services, away.person.id
    sam.people.save(replace(away.person, phone="07700 900111"))
    robin.people.save(replace(robin.people.open(person).person, family_name="Haddad"))
    pack = returned(office, person)
    assert take(office.sam, pack).decided == 0
    now = sam.people.open(person).person
    assert (now.phone, now.family_name) == ("07700 900111", "Haddad")
    assert now.author == office.sam.vault.info.coach_id
    with office.sam.vault.database.read() as connection:
        from coachdesk.people import Person
        from coachdesk.storage import earlier

        before = earlier(connection, Person, person)
    assert [(each.family_name, each.author) for each in before[:2]] == [
        ("Haddad", office.robin.vault.info.coach_id),
        ("Khalil", office.sam.vault.info.coach_id),
    ], "what Robin wrote stands in the history as Robin wrote it"


@pytest.mark.parametrize(("decision", "phone"), [(Decision.OURS, "07700 900111"), (Decision.THEIRS, "07700 900222")])
def test_where_both_changed_the_same_nothing_is_taken_until_the_coach_decides(
    office: Office, away: Talk, decision: Decision, phone: str
) -> None:
    sam, robin, person = office.sam.services, office.robin.services, away.person.id
    sam.people.save(replace(away.person, phone="07700 900111"))
    robin.people.save(replace(robin.people.open(person).person, phone="07700 900222"))
    robin.plans.save_goal(replace(robin.plans.draft_goal(person, ""), text="Drive a bus"))
    arrived = sam.handover.look(pack := returned(office, person))
    (asked,) = (line for line in arrived.lines if line.asked)
    assert (asked.field, asked.ours, asked.theirs) == ("Phone", "07700 900111", "07700 900222")
    with pytest.raises(AppError, match=r"handover\.undecided"):
        sam.handover.take(arrived, {})
    assert "Drive a bus" not in {goal.text for goal in sam.plans.plan(person).goals}
    assert sam.handover.take(arrived, {asked.key: decision}).decided == 1
    assert sam.people.open(person).person.phone == phone
    assert "Drive a bus" in {goal.text for goal in sam.plans.plan(person).goals}
    assert sam.handover.look(pack).again


def test_what_changed_while_the_coach_was_deciding_is_looked_at_again(office: Office, away: Talk) -> None:
    sam, robin, person = office.sam.services, office.robin.services, away.person.id
    robin.people.save(replace(robin.people.open(person).person, phone="07700 900222"))
    arrived = sam.handover.look(returned(office, person))
    sam.people.save(replace(away.person, phone="07700 900111"))
    with pytest.raises(AppError, match=r"handover\.changed"):
        sam.handover.take(arrived, {})
    assert sam.people.open(person).person.phone == "07700 900111"


def test_a_backup_is_made_before_anything_comes_in(office: Office, away: Talk) -> None:
    assert office.sam.services.backing_up.last() is None
    take(office.sam, returned(office, away.person.id))
    assert office.sam.services.backing_up.last() == office.watch.moment.replace(microsecond=0)


def test_deleted_there_and_not_touched_here_goes_and_touched_here_is_asked(office: Office) -> None:
    talk = ready_to_issue(office.sam.vault)
    for kind in ("caring", "homeless"):
        office.sam.services.circumstances.add(talk.person.id, kind)
    stand_in(office, talk.person.id)
    for each in office.robin.services.circumstances.of(talk.person.id):
        office.robin.services.circumstances.remove(each)
    caring, homeless = office.sam.services.circumstances.of(talk.person.id)
    office.sam.services.circumstances.end(homeless, office.sam.services.day.today())
    pack = returned(office, talk.person.id)
    arrived = office.sam.services.handover.look(pack)
    assert [line.outcome for line in arrived.lines] == ["removed", "gone_there"]
    asked = arrived.lines[1]
    assert asked.theirs == "Not there any more"
    office.sam.services.handover.take(arrived, {asked.key: Decision.OURS})
    assert [each.id for each in office.sam.services.circumstances.of(talk.person.id)] == [homeless.id]
    assert caring.id != homeless.id


def test_deleted_here_and_changed_there_is_asked(office: Office) -> None:
    talk = ready_to_issue(office.sam.vault)
    here = office.sam.services.circumstances.add(talk.person.id, "caring")
    stand_in(office, talk.person.id)
    office.robin.services.circumstances.end(here, office.sam.services.day.today())
    office.sam.services.circumstances.remove(here)
    arrived = office.sam.services.handover.look(returned(office, talk.person.id))
    (asked,) = arrived.lines
    assert (asked.outcome, asked.ours) == ("gone_here", "Not there any more")
    office.sam.services.handover.take(arrived, {asked.key: Decision.THEIRS})
    (back,) = office.sam.services.circumstances.of(talk.person.id)
    assert back.ends_on == office.sam.services.day.today()


def test_what_never_left_is_not_taken_for_deleted(office: Office) -> None:
    talk = ready_to_issue(office.sam.vault)
    talk.act("zqxbetween us", privacy=Privacy.BETWEEN_US)
    secret = IfThen("it is Monday", "I ring my sister", Privacy.BETWEEN_US)
    sams = action(office.sam, talk.person.id)
    office.sam.services.plans.save_action(replace(sams, if_then=(secret, IfThen("it rains", "I take the bus"))))
    stand_in(office, talk.person.id)
    robins = action(office.robin, talk.person.id)
    assert [each.when for each in robins.if_then] == ["it rains"]
    office.robin.services.plans.save_action(replace(robins, if_then=(IfThen("it snows", "I ring you"),)))
    pack = returned(office, talk.person.id, notes=True)
    take(office.sam, pack, {"If-then plan": Decision.THEIRS})
    assert [each.when for each in action(office.sam, talk.person.id).if_then] == ["it snows", "it is Monday"]
    assert action(office.sam, talk.person.id, "zqxbetween us").state is ActionState.OPEN


def test_an_answer_that_both_gave_is_shown_in_the_words_of_its_question(office: Office) -> None:
    talk = begin(office.sam.vault)
    stand_in(office, talk.person.id)
    there = Talk(office.robin.vault, talk.person, talk.interview)
    there.say("goal", "Drive a bus")
    talk.say("goal", "Work in a school")
    arrived = office.sam.services.handover.look(returned(office, talk.person.id))
    (asked,) = (line for line in arrived.lines if line.asked)
    assert asked.outcome == "twin"
    assert (asked.ours, asked.theirs) == ("Work in a school", "Drive a bus")
    assert asked.what.endswith("?")
    office.sam.services.handover.take(arrived, {asked.key: Decision.THEIRS})
    going_on = office.sam.services.interviews.open(talk.interview.id)
    assert going_on.answers["goal"].value == "Drive a bus"


def test_a_pause_without_its_reason_comes_back_to_the_one_with_it(office: Office) -> None:
    talk = ready_to_issue(office.sam.vault)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    stand_in(office, talk.person.id)
    last = office.sam.services.day.today() + timedelta(days=30)
    (pause,) = office.robin.services.circumstances.of(talk.person.id)
    office.robin.services.circumstances.end(pause, last)
    found = lines(office.sam, pack := returned(office, talk.person.id))
    (line,) = found.values()
    assert (line.ours, line.theirs) == ("Recorded in private", "Recorded in private")
    take(office.sam, pack)
    (kept,) = office.sam.services.circumstances.of(talk.person.id)
    assert (kept.kind, kept.ends_on) == ("domestic_abuse", last)


def test_sealed_answers_come_back_when_chosen_and_open_here(office: Office) -> None:
    talk = ready_to_issue(office.sam.vault)
    stand_in(office, talk.person.id)
    there = Talk(office.robin.vault, talk.person, talk.interview)
    there.say("who_is_here", "alone")
    there.say("card_private", ["hurt"])
    without = returned(office, talk.person.id)
    assert "Recorded in private" in {line.theirs for line in lines(office.sam, without).values()}
    take(office.sam, returned(office, talk.person.id, sealed=True))
    opened = office.sam.services.interviews.reveal(talk.stored(), "card_private", reason="asked")
    assert opened is not None
    assert opened.value
    assert ("domestic_abuse", True) in talk.circumstances()


def test_packs_go_to_and_fro_and_only_what_is_new_differs(office: Office, away: Talk) -> None:
    sam, robin, person = office.sam, office.robin, away.person.id
    robin.services.people.save(replace(robin.services.people.open(person).person, phone="07700 900222"))
    take(sam, returned(office, person))
    office.watch.go_on(1)
    sam.services.plans.save_action(replace(action(sam, person), text="List ten schools"))
    again = give(sam, office.folder, person)
    assert {(line.field, line.outcome) for line in robin.services.handover.look(again).lines} == {("Words", "taken")}
    robin.services.plans.save_action(replace(action(robin, person), text="List one school"))
    unseen = returned(office, person)
    assert {line.outcome for line in lines(robin, again).values()} == {"conflict"}
    take(robin, again, {"Words": Decision.OURS})
    assert {line.outcome for line in lines(sam, unseen).values()} == {"conflict"}, "Robin had not seen ours by then"
    office.watch.go_on(1)
    assert {line.outcome for line in lines(sam, returned(office, person)).values()} == {"taken"}, "by now Robin has"


def test_the_place_in_an_interview_goes_on_without_a_word(office: Office, away: Talk) -> None:
    there = office.robin.services.interviews.open(away.interview.id).interview
    office.robin.services.interviews.keep_place(replace(there, step_id="plan", elapsed_seconds=300))
    pack = returned(office, away.person.id)
    assert lines(office.sam, pack) == {}
    take(office.sam, pack)
    assert (away.stored().step_id, away.stored().elapsed_seconds) == ("plan", 300)


def test_somebody_else_for_the_return_is_chosen_by_who_came_from_there(office: Office, away: Talk) -> None:
    begin(office.robin.vault, given_name="Robins own")
    assert office.robin.services.handover.came_from(office.robin.colleague.id) == (away.person.id,)
    assert office.sam.services.handover.came_from(office.sam.colleague.id) == ()
    arrived = office.sam.services.handover.look(returned(office, away.person.id))
    assert [each.standing for each in arrived.people] == [Standing.HERE]


def test_a_record_that_was_joined_to_another_one_meanwhile_is_said(office: Office, away: Talk) -> None:
    keep = begin(office.sam.vault, given_name="Amira", family_name="Khalil").person
    office.sam.services.joinings.join(keep, away.person)
    with pytest.raises(AppError, match=r"handover\.joined"):
        office.sam.services.handover.look(returned(office, away.person.id))


@pytest.mark.parametrize("privacy", list(Privacy))
def test_a_promise_that_was_kept_while_the_coach_was_away_is_kept(office: Office, privacy: Privacy) -> None:
    talk = begin(office.sam.vault)
    talk.act("Ring the course office", owner=Party.COACH, privacy=privacy)
    stand_in(office, talk.person.id)
    robin, person = office.robin.services, talk.person.id
    (promise,) = plan_of(office.robin, person).actions
    robin.plans.save_action(replace(promise, state=ActionState.DONE))
    take(office.sam, returned(office, person))
    assert office.sam.services.handover.prepare([person])[0].summary.promises == ()


def test_whoever_was_removed_here_for_good_does_not_come_back_in_a_pack(office: Office, away: Talk) -> None:
    other = begin(office.sam.vault, person=None).person
    stand_in(office, other.id)
    both, alone = returned(office, away.person.id, other.id), returned(office, away.person.id)
    office.sam.services.interviews.finish(away.stored())
    office.sam.services.removal.remove(away.person.id, Because.ASKED)
    arrived = office.sam.services.handover.look(both)
    assert [each.person_id for each in arrived.people] == [other.id]
    assert arrived.removed == 1
    take(office.sam, both)
    assert [row.person_id for row in office.sam.services.people.find("")] == [other.id]
    with pytest.raises(AppError) as refused:
        office.sam.services.handover.look(alone)
    assert refused.value.code == "handover.erased"
