from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coachdesk.requirements.facts import Decided
from tests.ui.caseload import TODAY, held_to
from tests.ui.checks import activate, at_text_size, dictate, longer_texts, press, settle
from ui.deciding import Decision, DecisionForm, Made
from ui.theme import Appearance, Theme

FIT_NOTE = Decision(
    easement_id="fit_note_longer",
    words="A fit note for longer than 14 days",
    why="On what is recorded today: after 14 days it is for you to decide. You decide, and say why.",
    source="Regulations, reg. 99(5)(c)",
    reasons=("Fit note until 30 December 2026", "We talked about it, and it fits as it is"),
    review_on=date(2026, 12, 30),
)


@pytest.fixture
def form(qtbot: QtBot) -> DecisionForm:
    form = DecisionForm(FIT_NOTE, TODAY)
    qtbot.addWidget(form)
    form.resize(640, 700)
    form.show()
    return form


def test_three_keys_decide_with_the_reason_and_the_day_on_offer(form: DecisionForm, qtbot: QtBot) -> None:
    press(form.choice.buttons[0], Qt.Key.Key_1, "1")
    assert form.reasons is not None
    press(form.reasons.buttons[0], Qt.Key.Key_1, "1")
    with qtbot.waitSignal(form.decided) as decided:
        form.record.click()
    assert decided.args == [
        Made(
            easement_id="fit_note_longer",
            decided=Decided.APPLIED,
            reason="Fit note until 30 December 2026",
            until=date(2026, 12, 30),
        )
    ]


def test_a_reason_can_be_changed_and_is_then_nobody_s_ready_made_one(form: DecisionForm, qtbot: QtBot) -> None:
    activate(form.choice.buttons[1])
    offered = form.reasons
    assert offered is not None
    activate(offered.buttons[1])
    assert form.reason.value() == "We talked about it, and it fits as it is"
    dictate(form.reason.line, "They start on Monday")
    assert offered.value() == ""
    with qtbot.waitSignal(form.decided) as decided:
        form.record.click()
    assert decided.args[0].reason == "They start on Monday"


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(form: DecisionForm) -> None:
    dictate(form.reason.line, "  ")
    dictate(form.review_on.lines["year"], "2025")
    form.record.click()
    assert form.choice.error() == "Choose one of the two."
    assert form.reason.error() == "Give a reason; one line is enough."
    assert form.review_on.error() == "Choose a day that is still to come."
    assert form.review_on.value() == "2025-12-30"
    dictate(form.review_on.lines["month"], "13")
    assert form.review_on.error() == "Enter a day that there is, such as 1 12 2026."
    dictate(form.reason.line, "They start on Monday")
    assert form.reason.error() == ""


@pytest.mark.parametrize(("wish", "size"), [(Theme.BASIC, 100), (Theme.DARK, 100), (Theme.TEXT_ONLY, 200)])
def test_the_form_holds_to_the_checks(form: DecisionForm, appearance: Appearance, wish: Theme, size: int) -> None:
    with at_text_size(appearance, size, wish):
        form.record.click()
        for choice in form.choice.buttons:
            choice.click()
            settle()
            form.resize(640, form.heightForWidth(640))
            settle()
            assert held_to(form) == []


def test_the_form_has_room_for_longer_words(qtbot: QtBot) -> None:
    with longer_texts():
        form = DecisionForm(FIT_NOTE, TODAY)
        qtbot.addWidget(form)
        form.resize(640, 900)
        form.show()
        form.choice.buttons[0].click()
        settle()
        assert held_to(form) == []
