from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.people import Person
from coachdesk.requirements.facts import Decided
from tests.ui.caseload import held_to
from tests.ui.checks import activate, at_text_size, longer_texts, press, settle
from tests.ui.people.handling import heard, shown, texts
from ui.people import PersonPage, PersonPresenter
from ui.theme import Appearance, Theme


def test_a_due_decision_is_taken_here_with_a_reason_on_offer_and_then_settles(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person, qtbot: QtBot
) -> None:
    opened.services.circumstances.add(cal.id, "homeless", starts_on=date(2026, 11, 3))
    shown(page, one, cal)
    ((easement_id, card),) = page.circumstances.decisions.items()
    assert texts(card)[:2] == ["A decision is due", "No settled home"]
    activate(card.decide)
    qtbot.waitUntil(lambda: card.form is not None)
    assert card.form is not None
    assert "reg. 99(5)(b) (regulation)" in texts(card)
    press(card.form.choice.buttons[0], Qt.Key.Key_1, "1")
    assert card.form.reasons is not None
    press(card.form.reasons.buttons[0], Qt.Key.Key_1, "1")
    with qtbot.waitSignal(one.noticed) as noticed:
        card.form.record.click()
    (kept,) = opened.services.requirements.decisions(cal.id)
    assert (kept.easement_id, kept.decided, kept.until) == (easement_id, Decided.APPLIED, date(2026, 12, 29))
    assert page.circumstances.decisions == {}
    assert opened.services.requirements.due() == ()
    assert one.undo(noticed.args[0].action)
    assert list(page.circumstances.decisions) == [easement_id]


def test_the_decision_about_a_sealed_matter_names_neither_it_nor_its_rule_nor_its_days(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    opened.services.circumstances.add(cal.id, "domestic_abuse", starts_on=date(2026, 11, 20), at_same_address=True)
    shown(page, one, cal)
    (card,) = page.circumstances.decisions.values()
    card.decide.click()
    said = heard(page.circumstances)
    assert not {"abuse", "hurt", "address", "98", "violence"} & set(said.replace("(", " ").split())
    assert "20 november" not in said
    assert "do not ask for details" in said


def test_the_finding_says_the_group_the_hours_and_what_need_not_be_asked(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    opened.services.circumstances.add(
        cal.id, "domestic_abuse", starts_on=date(2026, 11, 20), at_same_address=False, within_six_months=True
    )
    shown(page, one, cal)
    said = texts(page.circumstances.finding)
    assert set(said) == {
        "On what is recorded today",
        "All requirements: interviews, preparation, looking for work and being available.",
        "Expected hours: up to 35 a week.",
        "Nothing of any kind is asked at the moment. Why: a statutory pause.",
        "A follow-up is due about a statutory pause. Do not ask for details.",
        "You decide, and say why.",
    }


def test_hours_wait_for_nobody_where_the_minimum_income_floor_leaves_nothing_to_ask(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    waiting = "How many hours a week is for you to decide. The interview asks for it, beside what fits their week."
    opened.services.circumstances.add(cal.id, "caring", hours=20)
    shown(page, one, cal)
    assert waiting in texts(page.circumstances.finding)
    opened.services.circumstances.add(cal.id, "work", minimum_income_floor_applied=True)
    shown(page, one, cal)
    assert set(texts(page.circumstances.finding)) == {
        "On what is recorded today",
        "No requirements: nothing is asked for.",
        "You decide, and say why.",
    }


def test_what_the_benefit_team_has_to_be_asked_becomes_a_promise_of_the_coach(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    opened.services.circumstances.add(cal.id, "benefit_team_today")
    shown(page, one, cal)
    finding = page.circumstances.finding
    assert finding.promise.isVisibleTo(page)
    finding.promise.click()
    assert not finding.promise.isVisibleTo(page)
    assert "You promised to ask the benefit team." in texts(finding)
    assert len(opened.services.plans.plan(cal.id).ours) == 1


def test_nothing_follows_before_somebody_looks(opened: Opened, one: PersonPresenter, cal: Person) -> None:
    one.open(cal.id)
    assert one.circumstances.state.found is None
    one.open_decisions(cal.id)
    assert one.circumstances.state.found is not None


@pytest.mark.parametrize(
    ("wish", "size"),
    [(Theme.BASIC, 100), (Theme.DARK, 100), (Theme.DARKER, 100), (Theme.TEXT_ONLY, 100), (Theme.BASIC, 200)],
)
def test_every_form_holds_to_the_checks(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person, appearance: Appearance, wish: Theme, size: int
) -> None:
    with at_text_size(appearance, size, wish):
        assert wrong_in_any_form(opened, page, one, cal) == {}


def test_every_form_has_room_for_longer_words(opened: Opened, one: PersonPresenter, cal: Person, qtbot: QtBot) -> None:
    with longer_texts():
        page = PersonPage(one)
        qtbot.addWidget(page)
        page.resize(1186, 678)
        page.show()
        assert wrong_in_any_form(opened, page, one, cal) == {}


def wrong_in_any_form(opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person) -> dict[str, list[str]]:
    add = opened.services.circumstances.add
    home, abuse = add(cal.id, "homeless", starts_on=date(2026, 11, 3)), add(cal.id, "domestic_abuse")
    add(cal.id, "illness", fit_note_from=date(2026, 10, 20), fit_note_until=date(2026, 12, 20))
    add(cal.id, "custody")
    part = one.circumstances
    one.open_decisions(cal.id)
    steps: dict[str, Callable[[], None]] = {
        "read": part.close,
        "decide": lambda: part.decide_about(part.state.decisions[0].easement_id),
        "what for": lambda: part.change(abuse.id),
        "private": lambda: part.open_on_purpose(abuse.id, "asked"),
        "end": lambda: part.end(home.id),
        "add": part.add,
        "carer": lambda: part.choose_kind("caring"),
        "child": lambda: part.choose_kind("fostering"),
        "typed": lambda: part.edit({**part.state.shown, "child_age": "x"}),
        "wrong": part.store,
    }
    found = {}
    for name, step in steps.items():
        step()
        settle()
        if held := held_to(page):
            found[name] = held
    return found
