"""From the offer to the end, over a real vault: answers, time to think, a second opinion, what needs another answer."""

from datetime import timedelta
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import EndedBecause, ExplainedHow, Format, LookedBy, OutcomeKind, Presence, Role, State, Way
from coachdesk.i18n import Language
from coachdesk.people import Need
from coachdesk.policy import Policy
from tests.core.services.issuing import Watch, issue, refusal, reply, unanswered, unsay
from tests.core.services.talking import REVIEW, Talk, ready_to_issue
from tests.vaults import made, setting


def test_an_offer_waits_until_somebody_answers(timed: Opened) -> None:
    issued = issue(unanswered(timed))
    life = timed.services.outcomes.life(issued.id)
    assert (life.state, life.is_current, life.accepted_edition) == (State.OFFERED, True, 0)


@pytest.mark.parametrize("outcome", OutcomeKind)
@pytest.mark.parametrize("second_opinion", [False, True])
def test_each_of_the_six_answers_is_kept_with_or_without_a_second_opinion(
    timed: Opened, outcome: OutcomeKind, *, second_opinion: bool
) -> None:
    issued = issue(unanswered(timed))
    assert reply(timed, issued, outcome) is State(outcome)
    if second_opinion:
        timed.services.outcomes.ask_second_opinion(issued.id)
    life = timed.services.outcomes.life(issued.id)
    assert (life.state, life.second_opinion_on is not None) == (State(outcome), second_opinion)
    timeline = [line.text for line in timed.services.people.open(issued.person_id).timeline]
    assert any("second" in line or "somebody else" in line for line in timeline) is second_opinion


def test_a_second_opinion_comes_to_something_and_the_answer_follows_it(timed: Opened, watch: Watch) -> None:
    issued = issue(unanswered(timed))
    outcomes = timed.services.outcomes
    reply(timed, issued, OutcomeKind.DOES_NOT_FIT_YET)
    outcomes.ask_second_opinion(issued.id)
    watch.go_on(3)
    today = timed.services.day.today()
    stored = timed.database.stored
    life = outcomes.looked(issued.id, LookedBy.ANOTHER_COACH, OutcomeKind.AGREED, on=today)
    assert timed.database.stored == stored + 1, "What came of it and the answer are stored together or not at all."
    assert (life.state, life.accepted_edition) == (State.AGREED, 1)
    assert life.looked is not None
    assert (life.looked.looked_by, life.looked.on) == (LookedBy.ANOTHER_COACH, today)
    assert outcomes.looked(issued.id, LookedBy.TEAM_LEADER, OutcomeKind.AGREED, on=today, reason="A slip").looked
    timeline = [line.text for line in timed.services.people.open(issued.person_id).timeline]
    assert any("Second opinion, by another work coach: said yes." in line for line in timeline)


def test_who_takes_it_away_has_seven_days_to_think_and_no_day_on_which_nobody_is_there(
    timed: Opened, watch: Watch
) -> None:
    watch.go_on(17)  # Friday 18 December: seven days on is Christmas
    issued = issue(unanswered(timed))
    reply(timed, issued, OutcomeKind.TAKEN_AWAY)
    assert str(timed.services.outcomes.life(issued.id).think_until) == "2026-12-29"
    assert str(timed.services.outcomes.longer_time(issued.id)) == "2027-01-05"
    watch.go_on(11)
    later = timed.services.outcomes.give_time(issued.id, timed.services.day.today() + timedelta(days=14))
    assert str(later.think_until) == "2027-01-12"
    assert reply(timed, issued, OutcomeKind.AGREED_BY_PHONE, way=Way.PHONE) is State.AGREED_BY_PHONE
    assert timed.services.outcomes.life(issued.id).think_until is None


def test_the_organisation_may_propose_more_time(tmp_path: Path, watch: Watch) -> None:
    opened = made(setting(tmp_path, clock=watch, policy=Policy(think_days=14)))
    talk = ready_to_issue(opened)
    talk.say("outcome", "taken_away")
    issued = issue(talk)
    assert str(opened.services.outcomes.life(issued.id).think_until) == "2026-12-15"
    text = opened.services.commitments.content(issued.id, Format.TEXT).decode()
    assert "please answer by Tuesday 15 December 2026" in text
    opened.close()


def test_a_mistake_is_put_right_by_a_new_entry_with_its_reason_and_nothing_issued_changes(timed: Opened) -> None:
    issued = issue(ready_to_issue(timed))
    before = timed.services.commitments.content(issued.id, Format.PDF)
    assert refusal(timed, issued, OutcomeKind.ENDED_WITHOUT) == "commitment.reason-needed"
    assert reply(timed, issued, OutcomeKind.ENDED_WITHOUT, reason="Typed for somebody else") is State.ENDED_WITHOUT
    life = timed.services.outcomes.life(issued.id)
    assert [each.outcome for each in life.entries] == [OutcomeKind.AGREED, OutcomeKind.ENDED_WITHOUT]
    assert life.entries[1].reason == "Typed for somebody else"
    assert timed.services.commitments.content(issued.id, Format.PDF) == before
    assert timed.services.commitments.issued(issued.id) == issued
    assert not any("Typed for" in line.text for line in timed.services.people.open(issued.person_id).timeline)


def test_who_could_not_decide_is_recorded_with_who_was_asked_and_nobody_judges_it(timed: Opened) -> None:
    issued = issue(unanswered(timed))
    reply(timed, issued, OutcomeKind.COULD_NOT_DECIDE_TODAY, asked_who="Her sister, and the duty manager")
    said = timed.services.outcomes.life(issued.id).reply
    assert said is not None
    assert said.asked_who == "Her sister, and the duty manager"


def test_a_meeting_that_ends_kindly_ends_what_was_offered_before(timed: Opened, watch: Watch) -> None:
    talk = ready_to_issue(timed)
    issued = issue(talk)
    timed.services.interviews.finish(talk.interview)
    watch.go_on(14)
    again = timed.services.interviews.start(talk.person.id, REVIEW, talk.interview.channel)
    review = Talk(timed, talk.person, again.interview)
    review.say("card_serious", ["serious_illness"])
    life = timed.services.outcomes.life(issued.id)
    assert (life.state, life.stopped) == (State.ENDED, True)
    assert refusal(timed, issued, OutcomeKind.AGREED, reason="Sure") == "commitment.not-asked"
    review.say("card_serious", [])
    assert timed.services.outcomes.life(issued.id).state is State.AGREED


def test_who_was_there_and_what_was_explained_comes_from_the_interview(timed: Opened) -> None:
    talk = ready_to_issue(timed, interpreter_language="Polish", needs=(Need.INTERPRETER,))
    talk.say("who_is_here", "interpreter")
    talk.say("consequences_told", "interpreter")
    issued = issue(talk)
    said = timed.services.outcomes.life(issued.id).reply
    assert said is not None
    assert said.present == (Presence(Role.INTERPRETER, "Polish"),)
    assert said.explained_how is ExplainedHow.INTERPRETER
    text = timed.services.commitments.content(issued.id, Format.TEXT).decode()
    assert "Also there: an interpreter (Polish)" in text


@pytest.mark.parametrize("who", ["alone", "partner", "child", "overheard"])
def test_nobody_else_who_was_there_is_on_paper(timed: Opened, who: str) -> None:
    talk = ready_to_issue(timed)
    talk.say("who_is_here", who)
    prepared = timed.services.commitments.prepare(talk.interview.id, Language.ENGLISH)
    assert prepared.source.present == ()


def test_only_a_change_of_what_is_stable_asks_for_another_answer(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    first = issue(talk)
    talk.act("Read with the children")
    unsay(talk, "outcome")
    assert timed.services.commitments.prepare(talk.interview.id, Language.ENGLISH).rests_on == 1
    second = issue(talk)
    life = timed.services.outcomes.life(second.id)
    assert (life.accepted_edition, life.superseded_by) == (1, 0)
    talk.ask("Write to three of them")
    third = issue(talk)
    life = timed.services.outcomes.life(third.id)
    assert (life.accepted_edition, life.state) == (0, State.OFFERED)
    assert timed.services.outcomes.life(first.id).superseded_by == 3
    numbers = {
        (each.commitment.number, each.commitment.edition) for each in timed.services.editions.of_person(talk.person.id)
    }
    assert numbers == {(first.number, edition) for edition in (1, 2, 3)}


def test_each_partner_has_their_own(timed: Opened) -> None:
    lena, piotr = ready_to_issue(timed), ready_to_issue(timed, given_name="Piotr", family_name="Nowak")
    theirs, his = issue(lena), issue(piotr)
    reply(timed, his, OutcomeKind.DOES_NOT_FIT_YET)
    assert timed.services.outcomes.life(theirs.id).state is State.AGREED
    assert theirs.number != his.number


def test_an_end_is_recorded_in_words_that_tell_nothing(timed: Opened) -> None:
    issued = issue(ready_to_issue(timed))
    life = timed.services.outcomes.end(issued.id, EndedBecause.NOT_ASKED_ANY_MORE)
    assert life.state is State.ENDED
    timeline = [line.text for line in timed.services.people.open(issued.person_id).timeline]
    assert any(line.endswith("No commitment is asked for any more.") for line in timeline)
    assert reply(timed, issued, OutcomeKind.AGREED, reason="It goes on") is State.AGREED
