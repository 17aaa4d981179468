"""What the plan page shows, and what it is held to."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.plans import ActionState, Party, Plan
from tests.ui import checks
from tests.ui.plan.acted import Told, editor, newcomer, played
from ui.kit import ChoiceGroup, Edge, TextLine
from ui.plan import PlanPage, PlanPresenter
from ui.plan.action_editor import ActionEditor
from ui.plan.cards import ActionCard
from ui.plan.goal_editor import GoalEditor
from ui.plan.state import Part
from ui.theme import Appearance, Theme


def words(widget: QWidget) -> str:
    """Everything that can be read."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def cards(page: PlanPage, part: Part) -> list[ActionCard]:
    return [each for each in page.lists[part].cards.values() if isinstance(each, ActionCard)]


def edit_first(page: PlanPage, presenter: PlanPresenter, part: Part) -> ActionEditor:
    presenter.edit(cards(page, part)[0].record_id)
    checks.settle()
    return editor(page)


def plan_of(opened: Opened, presenter: PlanPresenter) -> Plan:
    assert presenter.state is not None
    return opened.services.plans.plan(presenter.state.person.id)


def faults(page: PlanPage) -> list[str]:
    checks.settle()
    return [
        *checks.nameless(page),
        *checks.same_named(page),
        *checks.small_targets(page),
        *checks.clipped(page),
        *checks.unreachable(page),
    ]


def test_ours_come_first_and_each_list_has_its_own_edge_and_word(rich: PlanPage) -> None:
    tops = {part: rich.lists[part].mapTo(rich, rich.lists[part].rect().topLeft()).y() for part in Part}
    assert sorted(tops, key=lambda part: tops[part]) == [Part.OURS, Part.ASKED, Part.CHOSEN, Part.OTHERS]
    assert {each.edge for each in cards(rich, Part.OURS)} == {Edge.OURS}
    assert {each.edge for each in cards(rich, Part.ASKED)} == {Edge.REQUIRED}
    assert {each.edge for each in cards(rich, Part.CHOSEN)} == {Edge.VOLUNTARY}
    assert "To be recorded as a requirement" in words(cards(rich, Part.ASKED)[0])
    assert "Chosen freely" in words(cards(rich, Part.CHOSEN)[0])


def test_a_card_says_who_what_when_hours_why_and_where_it_may_stand(rich: PlanPage) -> None:
    (asked,) = cards(rich, Part.ASKED)
    said = words(asked)
    assert "Meet or talk with my coach every four weeks, first by phone" in said
    assert "Every month · Taking part in meetings" in said
    assert "Because you told us what helps you to take part" in said
    assert "If I get a letter I can't follow, then I will photograph it to my coach." in said
    assert "Not in the account yet" in said
    kitchen = next(each for each in cards(rich, Part.CHOSEN) if "kitchen" in words(each))
    assert "Every week · 2 hours a week" in words(kitchen)
    assert "go straight to group. (Between us)" in words(kitchen)


def test_a_goal_shows_its_numbers_as_never_printed(rich: PlanPage) -> None:
    first = next(iter(rich.goals.cards.values()))
    assert "“Finish the course; cook for a living.”" in words(first)
    assert "Confidence 6 of 10. “I have not missed one session.”" in words(first)
    assert "never printed" in words(first)


def test_whoever_adds_a_goal_or_a_step_can_type_it_at_once(rich: PlanPage) -> None:
    for button, kind in ((rich.add_goal, GoalEditor), (rich.add_action, ActionEditor)):
        button.setFocus()
        button.click()
        checks.settle()
        fields = rich.findChildren(kind)[-1]
        focused = rich.window().focusWidget()
        assert focused is not None
        assert fields.isAncestorOf(focused)


def test_enter_on_a_card_opens_its_fields_and_done_brings_the_focus_back(
    rich: PlanPage, presenter: PlanPresenter
) -> None:
    card = cards(rich, Part.CHOSEN)[0]
    checks.press(card.edit, Qt.Key.Key_Return)
    checks.settle()
    fields = editor(rich)
    assert fields.text.value() == card.view.action.text
    fields.foot.close_button.click()
    checks.settle()
    assert not [each for each in rich.findChildren(ActionEditor) if each.isVisibleTo(rich)]
    assert rich.window().focusWidget() is rich.lists[Part.CHOSEN].cards[card.record_id].edit


def test_what_is_typed_is_kept_without_any_button(opened: Opened, rich: PlanPage, presenter: PlanPresenter) -> None:
    fields = edit_first(rich, presenter, Part.CHOSEN)
    assert presenter.state is not None
    record_id = presenter.state.editing
    checks.dictate(fields.text.area, "Cook at the café, ŵ and ŷ")
    presenter.leave()
    actions = {each.id: each for each in plan_of(opened, presenter).actions}
    assert actions[record_id].text == "Cook at the café, ŵ and ŷ"


def test_a_new_action_is_not_scolded_while_it_is_written(
    opened: Opened, presenter: PlanPresenter, page: PlanPage
) -> None:
    presenter.open(newcomer(opened).id)
    page.add_action.click()
    checks.settle()
    fields = editor(page)
    checks.type_text(fields.text.area, "Ring the library")
    assert [fields.text.error(), fields.when.when.error()] == ["", ""]
    assert "Kept as a draft until it has all it needs. Say by when, or how often." in words(fields.foot)
    fields.foot.close_button.click()
    checks.settle()
    (card,) = cards(page, Part.CHOSEN)
    assert "Not in the plan yet. Say by when, or how often." in words(card)
    card.edit.click()
    checks.settle()
    assert editor(page).when.when.error() == "Say by when, or how often."
    editor(page).when.when.buttons[2].setChecked(True)
    assert editor(page).when.when.error() == ""
    presenter.finish()
    assert card.view.action.state is ActionState.DRAFT
    assert "Not in the plan yet" not in words(page)


def test_one_key_gives_a_day(opened: Opened, presenter: PlanPresenter, page: PlanPage) -> None:
    presenter.open(newcomer(opened).id)
    presenter.add_action(Party.COACH)
    checks.settle()
    fields = editor(page)
    checks.type_text(fields.text.area, "Send the form")
    fields.when.when.buttons[0].setChecked(True)
    assert fields.when.by.isVisibleTo(fields)
    fields.when.chips[1].click()
    presenter.flush()
    (action,) = plan_of(opened, presenter).ours
    assert action.by == opened.services.plans.today() + timedelta(weeks=2)


def test_typing_hours_never_moves_the_cursor(rich: PlanPage, presenter: PlanPresenter) -> None:
    fields = edit_first(rich, presenter, Part.CHOSEN)
    line = fields.when.hours.line
    line.clear()
    for character in "7.5":
        checks.type_text(line, character)
        presenter.flush()
    assert line.text() == "7.5"


def test_the_employers_barrier_never_becomes_the_persons_task(rich: PlanPage, presenter: PlanPresenter) -> None:
    fields = edit_first(rich, presenter, Part.CHOSEN)
    fields.more_button.click()
    fields.more.obstacle.line.setText("The employer has no ramp")
    fields.more.obstacle_owner.buttons[2].setChecked(True)
    note = "This is the employer's to move, so it is no task for the person."
    assert note in words(fields)
    presenter.finish()
    checks.settle()
    card = cards(rich, Part.CHOSEN)[0]
    assert note in words(card)
    assert "In the way: The employer has no ramp (The employer's job)" in words(card)


def test_the_coach_is_never_offered_a_requirement(rich: PlanPage, presenter: PlanPresenter) -> None:
    assert not edit_first(rich, presenter, Part.OURS).standing.isVisibleTo(rich)
    fields = edit_first(rich, presenter, Part.ASKED)
    assert fields.standing.isVisibleTo(rich)
    fields.owner.buttons[1].setChecked(True)
    assert not fields.standing.isVisibleTo(rich)
    assert not fields.implements.isVisibleTo(rich)


def test_each_if_then_plan_has_its_own_place(opened: Opened, rich: PlanPage, presenter: PlanPresenter) -> None:
    fields = edit_first(rich, presenter, Part.CHOSEN)
    fields.if_then.add.click()
    when, then, privacy = fields.if_then.rows[-1].fields.values()
    assert isinstance(when, TextLine)
    assert isinstance(then, TextLine)
    assert isinstance(privacy, ChoiceGroup)
    checks.type_text(when.line, "it rains")
    checks.type_text(then.line, "I take the bus")
    privacy.buttons[2].setChecked(True)
    presenter.flush()
    kept = next(each for each in plan_of(opened, presenter).actions if each.text == fields.text.value()).if_then[-1]
    assert (kept.when, kept.then, kept.privacy) == ("it rains", "I take the bus", "between_us")


def test_reasons_are_chips_and_the_words_can_be_changed(rich: PlanPage, presenter: PlanPresenter) -> None:
    fields = edit_first(rich, presenter, Part.CHOSEN)
    chip = next(each for each in fields.reason.chips if not each.isChecked())
    chip.click()
    assert fields.reason.line.value() == chip.accessibleName()
    assert chip.isChecked()


def test_the_turned_screen_shows_only_what_is_for_paper(rich: PlanPage) -> None:
    view = rich.turned()
    assert view is not None
    said = "\n".join(each.text for each in view.lines)
    assert "Cook for a living." in said
    assert "Help in the community kitchen" in said
    for private in ("Finish the course", "appointment conflict", "keyworker", "craving"):
        assert private not in said


def test_nobody_else_and_no_number_is_in_the_identity(rich: PlanPage) -> None:
    identity = rich.identity()
    assert identity is not None
    assert identity.name == "Callum"
    assert rich.interview_open()


@pytest.mark.parametrize(("theme", "size"), [(Theme.BASIC, 100), (Theme.BASIC, 200), (Theme.TEXT_ONLY, 100)])
def test_the_plan_can_be_read_and_used_by_everybody(
    rich: PlanPage, presenter: PlanPresenter, appearance: Appearance, theme: Theme, size: int
) -> None:
    with checks.at_text_size(appearance, size, theme):
        assert faults(rich) == []
        edit_first(rich, presenter, Part.ASKED).more_button.click()
        assert faults(rich) == []
        presenter.ask_to_let_go(asked=True)
        assert faults(rich) == []
        presenter.edit(next(iter(rich.goals.cards)))
        assert [each for each in rich.findChildren(GoalEditor) if each.isVisibleTo(rich)]
        assert faults(rich) == []
        presenter.finish()


def test_longer_words_of_another_language_are_not_cut_off(opened: Opened) -> None:
    with checks.longer_texts():
        presenter = PlanPresenter(opened.services)
        page = PlanPage(presenter)
        page.resize(1186, 640)
        page.show()
        person, interview = played(opened, "callum")
        presenter.open(person.id, interview.id)
        assert faults(page) == []
        edit_first(page, presenter, Part.ASKED).more_button.click()
        assert faults(page) == []
        presenter.leave()


def test_tab_goes_the_way_the_eye_goes(rich: PlanPage, presenter: PlanPresenter) -> None:
    edit_first(rich, presenter, Part.ASKED)
    heights = [
        each.mapTo(rich, each.rect().topLeft()).y()
        for each in checks.tab_walk(rich)
        if rich.lists[Part.ASKED].isAncestorOf(each)
    ]
    assert heights == sorted(heights)


def test_what_was_let_go_can_be_taken_up_again(rich: PlanPage, presenter: PlanPresenter) -> None:
    edit_first(rich, presenter, Part.CHOSEN)
    presenter.let_go("The kitchen closed.")
    checks.settle()
    assert "Let go: The kitchen closed." in words(rich.closed)
    assert faults(rich) == []


@pytest.mark.parametrize("size", [100, 200])
def test_fields_that_open_are_brought_into_sight(
    rich: PlanPage, presenter: PlanPresenter, appearance: Appearance, qtbot: QtBot, size: int
) -> None:
    with checks.at_text_size(appearance, size):
        checks.settle()
        presenter.edit(cards(rich, Part.CHOSEN)[-1].record_id)
        qtbot.waitUntil(lambda: 0 <= editor(rich).mapTo(rich, QPoint()).y() < rich.height() // 2)
        qtbot.waitUntil(lambda: not rich._sight._rest.isActive())
        presenter.finish()
        qtbot.waitUntil(lambda: not rich._sight._rest.isActive())


def test_a_plan_that_cannot_be_read_shows_nobodys(rich: PlanPage, presenter: PlanPresenter, told: Told) -> None:
    presenter.open("nobody")
    assert told.codes() == ["storage.not-found"]
    assert rich.identity() is None
    assert "Callum" not in words(rich)
