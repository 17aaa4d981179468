"""Three meetings in which little may be asked: their papers say so, and what was said about health or home stays off them."""

import pytest

from coachdesk.commitments import document_of, strings_of
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.plans import Action, Implements, Standing
from coachdesk.rehearsal import MovingClock, Stage, hold
from coachdesk.rehearsal.meeting import begins_at
from coachdesk.rehearsal.temporary import temporary_vault
from tests.core.rehearsal.test_play import CASES, chain

NO_SEARCH = "You do not have to look for work at the moment."


def paper_of(name: str) -> str:
    """Every word of the paper that a case leaves."""
    (case,) = chain(CASES / f"{name}.toml")
    clock = MovingClock(begins_at(case))
    with temporary_vault(clock) as opened:
        _meeting, given = hold(Stage(opened.services, clock), case, "")
    assert given.commitment is not None
    return " ".join(strings_of(document_of(given.commitment.snapshot, Language.ENGLISH)))


def asked(name: str) -> list[Action]:
    (case,) = chain(CASES / f"{name}.toml")
    return [action for action in case.actions if action.standing is Standing.REQUIRED]


def test_of_the_lead_carer_of_a_child_aged_one_nothing_but_meetings_is_asked() -> None:
    assert asked("jess") == []
    paper = paper_of("jess")
    assert NO_SEARCH in paper
    assert "Nothing is asked of you on this paper." in paper
    assert "Because you told us what you would want childcare to be like" in paper


def test_with_a_child_aged_two_one_step_of_getting_ready_is_asked_and_no_looking_for_work() -> None:
    assert [action.implements for action in asked("marek")] == [Implements.PREPARATION]
    paper = paper_of("marek")
    assert NO_SEARCH in paper
    assert "Do the first two units of the wiring course online" in paper
    assert "Nothing is asked of you on this paper." not in paper


def test_before_an_assessment_nothing_is_asked_and_no_word_of_a_day_is_on_paper() -> None:
    assert asked("gwen") == []
    paper = paper_of("gwen")
    assert "Nothing is asked of you on this paper." in paper
    assert "one part of the history talks" in paper
    (case,) = chain(CASES / "gwen.toml")
    for question in ("good_day", "bad_day", "getting_about", "times_taken", "hours_reason"):
        assert str(case.answers[question].value) not in paper
    assert "17 January" not in paper, "The day on which a fit note ends is nobody else's business."


@pytest.mark.parametrize("name", ["jess", "gwen"])
def test_by_phone_the_yes_is_one_by_phone(name: str) -> None:
    (case,) = chain(CASES / f"{name}.toml")
    assert case.channel is Channel.PHONE
    assert ", by phone." in paper_of(name)
