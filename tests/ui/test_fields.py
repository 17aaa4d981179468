from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.checks import activate, described, dictate, press, spoken, type_text
from ui.kit import (
    CheckGroup,
    ChoiceGroup,
    Column,
    DateField,
    Field,
    ListEditor,
    NumberField,
    Option,
    Scale,
    TextArea,
    TextLine,
    yes_no,
)

THINGS = (
    Option("care", "Caring for somebody"),
    Option("ill", "Illness or injury"),
    Option("nothing", "Nothing I want to say today", alone=True),
)


def children() -> ListEditor:
    columns = (Column("age", lambda: NumberField("Age")), Column("born", lambda: DateField("Born")))
    return ListEditor("Children", columns, row_name="Child {n}", add="Add a child", most=2)


EVERY_FIELD: list[tuple[Callable[[], Field], object]] = [
    (lambda: TextLine("Name to use"), "Siân"),
    (lambda: TextArea("What would be different?"), "Work mornings.\nSleep at night."),
    (lambda: NumberField("Hours a week", unit="hours"), "7.5"),
    (lambda: yes_no("Is there a fit note?"), "no"),
    (lambda: ChoiceGroup("Which?", THINGS), "ill"),
    (lambda: CheckGroup("Which?", THINGS), ["care", "ill"]),
    (lambda: DateField("Until"), "2026-12-01"),
    (lambda: DateField("Until"), {"day": "31", "month": "2", "year": "2026"}),
    (lambda: Scale("How sure?", follow_up="Why not lower than {number}?"), {"number": 7, "words": "I know the way"}),
    (children, [{"age": "4", "born": ""}, {"age": "", "born": "2020-02-01"}]),
]


class Heard:
    """What a field told the presenter."""

    def __init__(self, field: Field) -> None:
        self.values: list[object] = []
        field.edited.connect(self.values.append)


@pytest.mark.parametrize(("make", "value"), EVERY_FIELD)
def test_showing_a_value_is_no_edit_and_gives_it_back(qtbot: QtBot, make: Callable[[], Field], value: object) -> None:
    field = make()
    qtbot.addWidget(field)
    heard = Heard(field)
    blank = field.value()
    field.set_value(value)
    assert field.value() == value
    field.set_value(blank)
    assert field.value() == blank
    assert heard.values == []


@pytest.mark.parametrize(
    ("make", "control", "value"),
    [
        (lambda: TextLine("Name"), lambda field: field.line, "Siân"),
        (lambda: TextArea("Words"), lambda field: field.area, "two\nlines"),
        (lambda: NumberField("Hours"), lambda field: field.line, "7.5"),
    ],
)
def test_dictated_words_are_heard(
    qtbot: QtBot, make: Callable[[], Field], control: Callable[[Field], QWidget], value: str
) -> None:
    field = make()
    qtbot.addWidget(field)
    heard = Heard(field)
    dictate(control(field), value)
    assert heard.values[-1] == value


def test_a_dictated_date_is_heard(qtbot: QtBot) -> None:
    field = DateField("Until")
    qtbot.addWidget(field)
    heard = Heard(field)
    for part, text in (("day", "1"), ("month", "12"), ("year", "2026")):
        dictate(field.lines[part], text)
    assert heard.values[-1] == "2026-12-01"


def test_a_choice_made_by_assistive_technology_is_heard_once(qtbot: QtBot) -> None:
    field = ChoiceGroup("Which?", THINGS)
    qtbot.addWidget(field)
    field.set_value("care")
    heard = Heard(field)
    activate(field.buttons[1])
    assert heard.values == ["ill"]


def test_ticks_made_by_assistive_technology_are_heard(qtbot: QtBot) -> None:
    field = CheckGroup("Which?", THINGS)
    qtbot.addWidget(field)
    heard = Heard(field)
    activate(field.boxes[0])
    activate(field.boxes[1])
    assert heard.values == [["care"], ["care", "ill"]]


def test_a_scale_set_by_assistive_technology_is_heard_with_its_words(qtbot: QtBot) -> None:
    field = Scale("How sure?", follow_up="What makes it {number} and not lower?")
    qtbot.addWidget(field)
    heard = Heard(field)
    activate(field.buttons[5])
    assert spoken(field.line) == "How sure? What makes it 5 and not lower?"
    dictate(field.line, "My sister helps")
    assert heard.values[-1] == {"number": 5, "words": "My sister helps"}


def test_a_row_added_and_filled_by_assistive_technology_is_heard(qtbot: QtBot) -> None:
    field = children()
    qtbot.addWidget(field)
    heard = Heard(field)
    activate(field.add)
    qtbot.waitUntil(lambda: bool(field.rows))
    age = field.rows[0].fields["age"].findChild(QLineEdit)
    assert age is not None
    dictate(age, "4")
    assert heard.values[-1] == [{"age": "4", "born": ""}]
    assert spoken(age) == "Age, Child 1"
    activate(field.rows[0].remove)
    qtbot.waitUntil(lambda: heard.values[-1] == [])


def test_a_list_takes_no_more_rows_than_it_may(qtbot: QtBot) -> None:
    field = children()
    qtbot.addWidget(field)
    field.set_value([{"age": "4"}, {"age": "6"}])
    assert not field.add.isEnabled()


def test_nothing_i_want_to_say_unchooses_the_rest_and_the_other_way_round(qtbot: QtBot) -> None:
    field = CheckGroup("Which?", THINGS)
    qtbot.addWidget(field)
    heard = Heard(field)
    for box in field.boxes:
        box.click()
    assert field.value() == ["nothing"]
    field.boxes[0].click()
    assert heard.values[-1] == ["care"]


def test_digits_choose_in_a_group_and_delete_takes_the_choice_back(qtbot: QtBot) -> None:
    field = ChoiceGroup("Which?", THINGS)
    qtbot.addWidget(field)
    heard = Heard(field)
    press(field.buttons[0], Qt.Key.Key_2, "2")
    press(field.buttons[1], Qt.Key.Key_Delete)
    press(field.buttons[0], Qt.Key.Key_9, "9")
    assert heard.values == ["ill", ""]


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ([(Qt.Key.Key_7, "7")], 7),
        ([(Qt.Key.Key_1, "1"), (Qt.Key.Key_0, "0")], 10),
        ([(Qt.Key.Key_End, "")], 10),
        ([(Qt.Key.Key_Home, "")], 0),
        ([(Qt.Key.Key_3, "3"), (Qt.Key.Key_Delete, "")], None),
    ],
)
def test_a_scale_takes_digits_as_a_number_and_home_and_end(
    qtbot: QtBot, keys: list[tuple[Qt.Key, str]], number: int | None
) -> None:
    field = Scale("How sure?")
    qtbot.addWidget(field)
    for key, text in keys:
        press(field.buttons[0], key, text)
    assert field.value()["number"] == number


def test_a_group_is_one_stop_of_the_tab_key(qtbot: QtBot) -> None:
    field = Scale("How sure?")
    qtbot.addWidget(field)

    def stops() -> list[QAbstractButton]:
        return [each for each in field.buttons if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops() == [field.buttons[0]]
    field.set_value({"number": 4, "words": ""})
    assert stops() == [field.buttons[4]]
    field.set_value({"number": None, "words": ""})
    assert stops() == [field.buttons[0]]


def test_a_date_that_cannot_be_is_kept_as_typed(qtbot: QtBot) -> None:
    field = DateField("Until")
    qtbot.addWidget(field)
    for part, text in (("day", "31"), ("month", "2"), ("year", "2026")):
        type_text(field.lines[part], text)
    assert field.value() == {"day": "31", "month": "2", "year": "2026"}
    assert [line.text() for line in field.lines.values()] == ["31", "2", "2026"]


def test_a_date_written_with_zeros_stays_as_written(qtbot: QtBot) -> None:
    field = DateField("Until")
    qtbot.addWidget(field)
    for part, text in (("day", "01"), ("month", "09"), ("year", "2026")):
        type_text(field.lines[part], text)
    field.set_value("2026-09-01")
    assert [line.text() for line in field.lines.values()] == ["01", "09", "2026"]


def test_accents_can_be_typed_and_the_cursor_stays_where_it_is(qtbot: QtBot) -> None:
    field = TextLine("Name")
    qtbot.addWidget(field)
    type_text(field.line, "Siân Ŵyn")
    field.line.setCursorPosition(2)
    field.set_value("Siân Ŵyn")
    assert field.line.cursorPosition() == 2
    assert field.value() == "Siân Ŵyn"


def test_tab_leaves_a_text_area_which_keeps_twenty_thousand_characters(qtbot: QtBot) -> None:
    field = TextArea("Words")
    qtbot.addWidget(field)
    heard = Heard(field)
    field.area.insertPlainText("word " * 4000)
    assert field.area.tabChangesFocus()
    assert len(str(heard.values[-1])) == 20_000


def test_a_text_area_grows_with_what_is_typed_and_stops_at_twelve_lines(qtbot: QtBot) -> None:
    field = TextArea("Words")
    qtbot.addWidget(field)
    field.resize(500, 400)
    field.show()
    heights = []
    for many in (1, 6, 60):
        field.set_value("line\n" * many)
        heights.append(field.area.height())
    assert heights[0] < heights[1] < heights[2]
    assert heights[2] < 13 * field.area.fontMetrics().lineSpacing() + 40


def test_help_error_and_reason_are_in_the_description(qtbot: QtBot) -> None:
    field = TextLine("Until", hint="For example, 27 3 2027", why="So that nothing is asked while you are ill.")
    qtbot.addWidget(field)
    field.set_error("This date has passed.")
    said = described(field.line)
    assert said == "This date has passed. For example, 27 3 2027 So that nothing is asked while you are ill."
    field.set_error("")
    assert "passed" not in described(field.line)


def test_a_group_is_known_by_its_question(qtbot: QtBot) -> None:
    field = yes_no("Is there a fit note?")
    qtbot.addWidget(field)
    group = QAccessible.queryAccessibleInterface(field.buttons[0]).parent().parent()
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Is there a fit note?"
    assert [spoken(button) for button in field.buttons] == ["Yes", "No"]


def test_a_click_on_the_words_of_a_choice_counts(qtbot: QtBot) -> None:
    field = ChoiceGroup("Which?", THINGS)
    qtbot.addWidget(field)
    field.resize(500, 300)
    field.show()
    words = field.buttons[1].parentWidget()
    assert words is not None
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=words.rect().center())
    assert field.value() == "ill"


def test_what_a_person_said_is_never_markup(qtbot: QtBot) -> None:
    field = TextLine("<b>Name</b> & more")
    qtbot.addWidget(field)
    assert field.label.textFormat() is Qt.TextFormat.PlainText
