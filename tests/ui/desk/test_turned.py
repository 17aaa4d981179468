"""The screen turned to the person: theirs alone, large, and worded together."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from coachdesk.plans import Party
from coachdesk.privacy import Privacy
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from ui.interview import InterviewPage
from ui.kit.turned import TurnedWords


def told(node: QAccessibleInterface) -> Iterator[str]:
    """What a screen reader can reach and is told to be there."""
    if node.state().invisible:
        return
    for part in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield node.text(part)
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None:
            yield from told(child)


def said(office: Office) -> str:
    window = office.desk.window
    visible = [each for each in window.findChildren(QLabel) if each.isVisible()]
    tips = [each.toolTip() for each in visible]
    root = QAccessible.queryAccessibleInterface(window)
    return " ".join([window.windowTitle(), *(each.text() for each in visible), *tips, *told(root)])


def turn(office: Office) -> None:
    QTest.keyClick(office.desk.window, Qt.Key.Key_F9)
    settle()


def fields(office: Office) -> list[TurnedWords]:
    return [each for each in office.desk.window.findChildren(TurnedWords) if each.isVisible()]


def begin(office: Office) -> None:
    people = office.vault.services.people
    people.save(replace(people.draft(), given_name="Somebody", family_name="Else"))
    office.talk()
    office.desk.window.activateWindow()


def test_nothing_of_anybody_else_and_nothing_private_is_on_it(office: Office) -> None:
    begin(office)
    interview = office.desk.screens.interview
    interview.answer("who_is_here", "alone")
    interview.set_note("who_is_here", "Looks tired")
    interview.go_to("card")
    interview.answer("card_private", ["hurt"])
    interview.answer("card", ["caring"])
    settle()
    beside = QLabel("Somebody Else, 10:30am")
    beside.setWindowFlag(Qt.WindowType.Window)
    beside.show()
    turn(office)
    everything = said(office)
    for private in ("Somebody", "Else", "Looks tired", "Today", "Needs you", "Written down: Being hurt"):
        assert private not in everything, private
    assert not beside.isVisible()
    assert office.desk.window.windowTitle() == "CoachDesk"
    turn(office)
    assert beside.isVisible()
    beside.close()
    beside.deleteLater()


def test_esc_turns_back_also_from_the_middle_of_the_words(office: Office) -> None:
    begin(office)
    turn(office)
    assert office.desk.window.is_turned()
    fields(office)[0].area.setFocus()
    QTest.keyClick(fields(office)[0].area, Qt.Key.Key_Escape)
    settle()
    assert not office.desk.window.is_turned()


def test_words_that_are_changed_together_are_in_the_field_and_in_the_vault(office: Office) -> None:
    begin(office)
    interview = office.desk.screens.interview
    interview.go_to("where_to")
    interview.answer("goal", "A job")
    turn(office)
    goal = fields(office)[0]
    assert goal.value() == "A job"
    assert goal.area.font().pixelSize() >= 24
    QTest.keyClicks(goal.area, " in a school")
    turn(office)
    page = office.desk.window.page()
    assert isinstance(page, InterviewPage)
    assert page.centre.blocks["goal"].field.value() == "A job in a school"
    state = interview.state()
    assert state is not None
    assert interview.flush()
    stored = office.vault.services.interviews.open(state.interview.id)
    assert stored.answers["goal"].value == "A job in a school"


def test_a_line_of_the_plan_is_worded_together_and_what_is_between_us_is_not_shown_to_a_third(office: Office) -> None:
    begin(office)
    interview, plans = office.desk.screens.interview, office.vault.services.plans
    interview.answer("who_is_here", "partner")
    state = interview.state()
    assert state is not None
    for text, privacy in (("Ring the school", Privacy.PAPER), ("Only we know", Privacy.BETWEEN_US)):
        draft = plans.draft_action(state.person.id, Party.CLAIMANT, state.interview.id)
        plans.save_action(replace(draft, text=text, by=plans.today(), privacy=privacy))
    interview.reread()
    interview.go_to("plan")
    turn(office)
    assert "Only we know" not in said(office)
    (line,) = fields(office)
    QTest.keyClicks(line.area, " on Monday")
    turn(office)
    assert interview.flush()
    assert "Ring the school on Monday" in [each.text for each in plans.plan(state.person.id).actions]
