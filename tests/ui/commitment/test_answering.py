"""What is said to an issued document: one choice and one button, and a reason where an earlier answer is put right."""

import hashlib
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, ExplainedHow, Format, Life, OutcomeKind, Presence, Role, State
from tests.ui import checks
from tests.ui.commitment.handling import bytes_of, issue, open_case, words
from tests.ui.plan.acted import Told
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.commitment.after.answer_form import AnswerForm
from ui.commitment.after.state import SAID

AGREED, BY_PHONE, TAKEN, NOT_YET, NOT_TODAY, ENDED = range(6)


@pytest.fixture
def issued(opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot) -> Commitment:
    """A commitment to which somebody said yes, with what was said to it in front."""
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    page.side.after.sections.button(SAID).click()
    return commitment


def life(opened: Opened, issued: Commitment) -> Life:
    return opened.services.outcomes.life(issued.id)


def choose(form: AnswerForm, number: int) -> None:
    form.outcome.buttons[number].setChecked(True)


def test_another_answer_is_one_choice_and_one_button_and_the_document_stays(
    opened: Opened, page: CommitmentPage, told: Told, issued: Commitment
) -> None:
    before = hashlib.sha256(bytes_of(opened, issued, Format.PDF)).hexdigest()
    form = page.side.after.said.form
    assert not form.record.isVisibleTo(page)
    choose(form, NOT_YET)
    assert not form.reason.isVisibleTo(page), "a mind may be changed"
    assert not form.more.isVisibleTo(page)
    form.record.click()
    assert life(opened, issued).outcome is OutcomeKind.DOES_NOT_FIT_YET
    assert told.notices()[-1].text == "Recorded. The document stays as it is."
    assert "Said that this does not fit yet" in words(page.side)
    assert form.outcome.value() == ""
    assert hashlib.sha256(bytes_of(opened, issued, Format.PDF)).hexdigest() == before


def test_what_puts_an_earlier_answer_right_takes_a_reason_and_both_stay_to_be_read(
    opened: Opened, page: CommitmentPage, told: Told, issued: Commitment
) -> None:
    form = page.side.after.said.form
    choose(form, BY_PHONE)
    assert form.reason.isVisibleTo(page)
    form.record.click()
    assert form.reason.error()
    assert life(opened, issued).outcome is OutcomeKind.AGREED
    assert form.reason.choices is not None
    form.reason.choices.buttons[0].setChecked(True)
    form.record.click()
    assert life(opened, issued).outcome is OutcomeKind.AGREED_BY_PHONE
    checks.settle()
    said = words(page.side.after.said.history)
    assert "Said yes by phone." in said
    assert "Why this was put right: It was noted by mistake." in said
    assert "Said yes." in said
    assert told.codes() == []


def test_time_to_think_is_proposed_and_one_key_gives_more(
    opened: Opened, page: CommitmentPage, issued: Commitment
) -> None:
    part = page.side.after.said
    choose(part.form, TAKEN)
    proposed = opened.services.outcomes.proposed_time(issued.id)
    assert part.form.think_until.value() == proposed.isoformat()
    assert "is no deadline" in words(part.form)
    part.form.record.click()
    assert life(opened, issued).think_until == proposed
    assert "This is guidance and no deadline." in words(part)
    part.longer.click()
    assert life(opened, issued).think_until == opened.services.outcomes.longer_time(issued.id) - timedelta(weeks=1)
    checks.settle()
    assert "More time to think" in words(part.history)


def test_a_day_typed_in_half_is_not_recorded(opened: Opened, page: CommitmentPage, issued: Commitment) -> None:
    form = page.side.after.said.form
    choose(form, TAKEN)
    form.think_until.lines["day"].setText("45")
    form.record.click()
    assert form.think_until.error()
    for part, typed in (("day", "15"), ("month", "12"), ("year", "2099")):
        form.think_until.lines[part].setText(typed)
    form.record.click()
    assert life(opened, issued).think_until == date(2099, 12, 15)


def test_who_was_asked_who_was_there_and_who_explained_are_kept_by_role(
    opened: Opened, page: CommitmentPage, issued: Commitment
) -> None:
    form = page.side.after.said.form
    choose(form, NOT_TODAY)
    form.reason.line.setText("They called back.")
    assert "not for you to judge" in words(form)
    assert form.asked_who.choices is not None
    form.asked_who.choices.buttons[1].setChecked(True)
    form.unfold.click()
    form.more.explained_how.buttons[2].setChecked(True)
    form.more.explained_by.line.setText("Another work coach")
    form.more.present.boxes[0].setChecked(True)
    form.more.language.line.setText("Polish")
    form.record.click()
    said = life(opened, issued).reply
    assert said is not None
    assert (said.asked_who, said.explained_how) == ("A team leader", ExplainedHow.INTERPRETER)
    assert (said.explained_by, said.present) == ("Another work coach", (Presence(Role.INTERPRETER, "Polish"),))
    checks.settle()
    history = words(page.side.after.said.history)
    assert "Asked to help: A team leader." in history
    assert "With an interpreter (Polish)." in history


def test_a_second_opinion_is_asked_for_beside_the_answer_and_comes_to_something(
    opened: Opened, page: CommitmentPage, issued: Commitment
) -> None:
    opinion = page.side.after.said.opinion
    opinion.ask.click()
    assert life(opened, issued).second_opinion_on is not None
    assert life(opened, issued).state is State.AGREED
    opinion.came.click()
    opinion.outcome.record.click()
    assert opinion.outcome.by.error()
    opinion.outcome.by.buttons[1].setChecked(True)
    opinion.outcome.said.buttons[NOT_YET].setChecked(True)
    opinion.outcome.record.click()
    assert life(opened, issued).outcome is OutcomeKind.DOES_NOT_FIT_YET
    assert "Second opinion, by a team leader: said that this does not fit yet." in words(opinion)
    assert not opinion.outcome.isVisibleTo(page)


def test_a_second_opinion_noted_by_mistake_is_taken_back_with_a_reason(
    opened: Opened, page: CommitmentPage, issued: Commitment
) -> None:
    opinion = page.side.after.said.opinion
    opinion.ask.click()
    opinion.mistake.click()
    opinion.slip.record.click()
    assert opinion.slip.reason.error()
    assert opinion.slip.reason.choices is not None
    opinion.slip.reason.choices.buttons[0].setChecked(True)
    opinion.slip.record.click()
    assert life(opened, issued).second_opinion_on is None
    assert opinion.ask.isVisibleTo(page)
