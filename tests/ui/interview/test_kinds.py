from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from coachdesk.clock import today
from coachdesk.interviews import Definition, Kind, load_definition
from coachdesk.plans import Happened, Party
from coachdesk.services import make_services
from tests.ui.checks import activate, dictate, settle
from tests.ui.checks import press as key_press
from tests.ui.interview.conftest import Room
from ui.interview.fields import FIELDS, PlanField
from ui.interview.fields.carried import CarriedField
from ui.interview.fields.compound import Compound
from ui.interview.fields.happening import OutcomeRow, PromiseRow
from ui.interview.fields.meeting import NextMeetingField
from ui.kit import CheckGroup, ChoiceGroup, DateField, Field, ListEditor, NumberField, Scale, TextArea, TextLine

EVERY = Path(__file__).with_name("every_kind.toml")


def every_kind() -> Definition:
    loaded = load_definition(EVERY.read_text("utf-8"), name=EVERY.name)
    assert isinstance(loaded, Definition), loaded
    return loaded


@pytest.fixture
def asked(room: Room) -> Room:
    """An interview that asks every kind of question, with a promise and a step from last time."""
    room.agree("Ring the nursery", Party.COACH)
    room.agree("Look at two adverts")
    context = room.services.interviews._context
    content = replace(context.content, definitions=(*context.content.definitions, every_kind()))
    room.services = make_services(replace(context, content=content))
    room.enter()
    room.start("every-kind")
    return room


def say(field: Field, *said: object) -> None:
    """Fill a field as dictation and screen readers do: by state, without a key or a click (qt-pitfalls 5.18)."""
    match field:
        case TextLine() | NumberField():
            dictate(field.line, str(said[0]))
        case TextArea():
            dictate(field.area, str(said[0]))
        case ChoiceGroup():
            press(field.buttons[[each.id for each in field.options].index(str(said[0]))])
        case CheckGroup():
            for each in said:
                press(field.boxes[[option.id for option in field.options].index(str(each))])
        case DateField():
            for line, part in zip(field.lines.values(), said, strict=True):
                dictate(line, str(part))
        case Scale():
            press(field.buttons[int(str(said[0]))])
            dictate(field.line, str(said[1]))
        case _:
            raise AssertionError(type(field))


def press(button: QAbstractButton) -> None:
    activate(button)
    settle()


def rows(field: Field, values: dict[str, tuple[object, ...]]) -> None:
    assert isinstance(field, ListEditor)
    field.add.click()
    for key, said in values.items():
        say(field.rows[-1].fields[key], *said)


def parts(field: Field, values: dict[str, tuple[object, ...]]) -> None:
    assert isinstance(field, Compound)
    for key, said in values.items():
        say(field.parts[key], *said)


EVERY_KIND: list[tuple[Kind, Callable[[Field], None], object]] = [
    (Kind.SHORT_TEXT, lambda field: say(field, "Siân"), "Siân"),
    (Kind.LONG_TEXT, lambda field: say(field, "Work mornings.\nSleep."), "Work mornings.\nSleep."),
    (Kind.YES_NO, lambda field: say(field, "no"), "no"),
    (Kind.ONE_OF, lambda field: say(field, "water"), "water"),
    (Kind.MANY_OF, lambda field: say(field, "train", "bus"), ["bus", "train"]),
    (Kind.NUMBER, lambda field: say(field, "7.5"), "7.5"),
    (Kind.MONEY, lambda field: say(field, "12.50"), "12.50"),
    (Kind.DATE, lambda field: say(field, 31, 2, 2026), {"day": "31", "month": "2", "year": "2026"}),
    (
        Kind.DATE_RANGE,
        lambda field: parts(field, {"from": (1, 12, 2026), "until": (24, 12, 2026)}),
        {"from": "2026-12-01", "until": "2026-12-24"},
    ),
    (
        Kind.TIME_WINDOWS,
        lambda field: parts(field, {"presets": ("mornings",), "words": ("Not on market day",)}),
        {"presets": ["mornings"], "words": "Not on market day"},
    ),
    (Kind.SCALE, lambda field: say(field, 7, "I know the way"), {"number": 7, "words": "I know the way"}),
    (Kind.CHILDREN, lambda field: rows(field, {"age": ("4",)}), [{"age": "4", "born": ""}]),
    (
        Kind.JOBS,
        lambda field: rows(field, {"what": ("Baker",), "when": ("2019",), "proud": ("The bread",)}),
        [{"what": "Baker", "when": "2019", "proud": "The bread"}],
    ),
    (Kind.PHONE, lambda field: say(field, "01924 555 010"), "01924 555 010"),
    (
        Kind.CONSENT,
        lambda field: parts(field, {"answer": ("yes",), "what": ("My hours",)}),
        {"answer": "yes", "what": "My hours"},
    ),
    (Kind.TOLD_TO_EVERYONE, lambda field: say(field, "court"), ["court"]),
    (
        Kind.NEXT_MEETING,
        lambda field: parts(field, {"on": (1, 12, 2026), "at": ("10:30",), "channel": ("phone",), "reason": ("CV",)}),
        {"on": "2026-12-01", "at": "10:30", "channel": "phone", "reason": "CV"},
    ),
]
RECORDS = {Kind.PROMISES, Kind.OUTCOMES, Kind.PLAN, Kind.RECAP}


def test_every_kind_has_its_widget_and_its_trial() -> None:
    assert set(FIELDS) == set(Kind)
    assert {kind for kind, _fill, _value in EVERY_KIND} | RECORDS == set(Kind)


@pytest.mark.parametrize(("kind", "fill", "value"), EVERY_KIND, ids=[each[0] for each in EVERY_KIND])
def test_whatever_is_said_without_a_key_or_a_click_is_found_saved(
    asked: Room, kind: Kind, fill: Callable[[Field], None], value: object
) -> None:
    fill(asked.block(kind).field)
    asked.qtbot.waitUntil(lambda: not asked.presenter.unsaved(), timeout=3000)
    assert asked.on_disk(kind) == value
    asked.come_back()
    assert asked.block(kind).field.value() == value


def test_our_promises_and_what_became_of_their_steps_are_found_saved(asked: Room) -> None:
    promises, outcomes = asked.block("promises").field, asked.block("outcomes").field
    assert isinstance(promises, CarriedField)
    assert isinstance(outcomes, CarriedField)
    (promise,), (step,) = promises.rows.values(), outcomes.rows.values()
    assert isinstance(promise, PromiseRow)
    assert isinstance(step, OutcomeRow)
    say(promise.choice, "week")
    say(step.choice, "partly")
    say(step.learned, "The bus is too late")
    asked.presenter.flush()
    said = {each.happened: each for each in asked.services.plans.plan(asked.amira.id).outcomes}
    assert said[Happened.NOT_YET].new_by == today() + timedelta(weeks=1)
    assert said[Happened.PARTLY].learned == "The bus is too late"
    asked.come_back()
    field = asked.block("outcomes").field
    assert isinstance(field, CarriedField)
    assert [(each.happened, each.learned) for each in field.value().values()] == [("partly", "The bus is too late")]


def test_what_became_of_a_step_can_be_taken_back(asked: Room) -> None:
    outcomes = asked.block("outcomes").field
    assert isinstance(outcomes, CarriedField)
    (row,) = outcomes.rows.values()
    say(row.choice, "done")
    asked.presenter.flush()
    assert len(asked.services.plans.plan(asked.amira.id).chosen) == 0
    key_press(next(each for each in row.choice.buttons if each.isChecked()), Qt.Key.Key_Delete)
    asked.presenter.flush()
    plan = asked.services.plans.plan(asked.amira.id)
    assert (len(plan.chosen), plan.outcomes) == (1, ())


def test_a_line_of_the_plan_is_a_draft_until_it_has_a_day_and_then_in_the_plan(asked: Room) -> None:
    field = asked.block("plan").field
    assert isinstance(field, PlanField)
    say(field.who, "chosen")
    say(field.text, "Ask the head teacher")
    asked.presenter.flush()
    assert "draft" in " ".join(each.text() for each in field.findChildren(QLabel) if each.isVisibleTo(field))
    asked.come_back()
    field = asked.block("plan").field
    assert isinstance(field, PlanField)
    assert field.text.value() == "Ask the head teacher"
    say(field.when, "two_weeks")
    asked.presenter.flush()
    assert [(each.text, each.by) for each in asked.services.plans.plan(asked.amira.id).chosen][-1] == (
        "Ask the head teacher",
        today() + timedelta(weeks=2),
    )
    field.add.click()
    assert field.text.value() == ""


def test_the_same_again_fills_day_time_and_way_with_one_key(asked: Room) -> None:
    field = asked.block("next_meeting").field
    assert isinstance(field, NextMeetingField)
    say(field.same, "2")
    value = field.value()
    assert value["on"] == (today() + timedelta(weeks=2)).isoformat()
    assert value["channel"] == "face_to_face"
    assert field.same.value() == "2"
    at = field.parts["at"]
    assert isinstance(at, TextLine)
    assert isinstance(at.line, QLineEdit)
    dictate(at.line, "07:05")
    assert field.same.value() == ""


def test_what_was_heard_is_read_back(asked: Room) -> None:
    asked.presenter.answer("short_text", "Siân")
    said = [each.text() for each in asked.block("recap").field.findChildren(type(asked.page.centre.title))]
    assert "Siân" in said
