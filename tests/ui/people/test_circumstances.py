from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.people import Circumstance, Person
from coachdesk.requirements.facts import Decided
from tests.ui.caseload import held_to, person
from tests.ui.checks import activate, at_text_size, controls, described, dictate, longer_texts, press, settle, spoken
from ui.kit import ChoiceGroup, DateField, Notice, NumberField
from ui.people import PersonPage, PersonPresenter
from ui.people.circumstances_card import CircumstanceCard
from ui.people.circumstances_form import CircumstanceForm
from ui.theme import Appearance, Theme


@pytest.fixture
def cal(opened: Opened) -> Person:
    return opened.services.people.save(replace(person(opened, "Cal", "Reid"), date_of_birth=date(1990, 3, 4)))


def texts(part: QWidget) -> list[str]:
    settle()
    return [each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part) and each.text()]


def heard(part: QWidget) -> str:
    """Everything that can be read or heard there."""
    settle()
    return " ".join([*texts(part), *(f"{spoken(each)} {described(each)}" for each in controls(part))]).lower()


def shown(page: PersonPage, one: PersonPresenter, somebody: Person) -> list[CircumstanceCard]:
    """Go where the circumstances are."""
    one.open(somebody.id)
    activate(page.sections.button("circumstances"))
    settle()
    return list(page.circumstances.cards.values())


def form(card: CircumstanceCard) -> CircumstanceForm:
    assert card.form is not None
    return card.form


def day(form: CircumstanceForm, name: str) -> DateField:
    field = form.fields[name]
    assert isinstance(field, DateField)
    return field


def choose(form: CircumstanceForm, name: str, number: int) -> None:
    field = form.fields[name]
    assert isinstance(field, ChoiceGroup)
    activate(field.buttons[number])


def type_day(field: DateField, *parts: str) -> None:
    for line, part in zip(field.lines.values(), parts, strict=True):
        dictate(line, part)


def card_of(page: PersonPage, kept: Circumstance) -> CircumstanceCard:
    return page.circumstances.cards[kept.id]


def test_a_date_is_put_right_where_it_stands_and_undo_takes_it_back(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person, qtbot: QtBot
) -> None:
    kept = opened.services.circumstances.add(cal.id, "homeless", starts_on=date(2026, 11, 3))
    (card,) = shown(page, one, cal)
    assert texts(card)[:2] == ["Housing", "Since 3 November 2026"]
    card.change.click()
    type_day(day(form(card), "starts_on"), "5", "11", "2026")
    with qtbot.waitSignal(one.noticed) as noticed:
        form(card).store.click()
    assert texts(card_of(page, kept))[:2] == ["Housing", "Since 5 November 2026"]
    notice = noticed.args[0]
    assert isinstance(notice, Notice)
    assert one.undo(notice.action)
    assert texts(card_of(page, kept))[:2] == ["Housing", "Since 3 November 2026"]


def test_a_date_that_cannot_be_is_said_at_its_field_and_kept_as_typed(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    kept = opened.services.circumstances.add(cal.id, "bereavement")
    (card,) = shown(page, one, cal)
    card.change.click()
    died = day(form(card), "starts_on")
    type_day(died, "3", "", "")
    assert died.error() == ""
    type_day(died, "31", "2", "2026")
    assert died.error() == "Enter a date that there is, or leave all three empty."
    type_day(died, "1", "1", "2027")
    assert died.error() == "This day is still to come."
    type_day(died, "1", "10", "2026")
    assert died.error() == ""
    type_day(day(form(card), "ends_on"), "1", "9", "2026")
    assert day(form(card), "ends_on").error() == "The last day is before the first day."
    choose(form(card), "who", 0)
    form(card).store.click()
    assert opened.services.circumstances.of(cal.id) == (kept,)
    page.leaving()
    one.arrived()
    card_of(page, kept).change.click()
    again = form(card_of(page, kept))
    assert day(again, "ends_on").value() == "2026-09-01"
    assert again.fields["who"].value() == "partner"


def test_what_is_not_a_number_is_said_when_it_is_to_be_stored(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    opened.services.circumstances.add(cal.id, "caring")
    (card,) = shown(page, one, cal)
    card.change.click()
    hours = form(card).fields["hours"]
    assert isinstance(hours, NumberField)
    for typed, wrong in (("a lot", "Enter a number, such as 12 or 7.5."), ("200", "A week has 168 hours.")):
        dictate(hours.line, typed)
        form(card).store.click()
        assert hours.error() == wrong
    dictate(hours.line, "12")
    assert hours.error() == ""
    form(card).store.click()
    assert opened.services.circumstances.of(cal.id)[0].detail["hours"] == "12"


def test_what_is_typed_and_can_be_stored_is_stored_on_leaving(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    opened.services.circumstances.add(cal.id, "homeless")
    (card,) = shown(page, one, cal)
    card.change.click()
    type_day(day(form(card), "starts_on"), "5", "11", "2026")
    page.leaving()
    assert opened.services.circumstances.of(cal.id)[0].starts_on == date(2026, 11, 5)


def test_a_sensitive_one_is_opened_on_purpose_and_shuts_on_leaving(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    kept = opened.services.circumstances.add(
        cal.id, "domestic_abuse", starts_on=date(2026, 11, 20), within_six_months=True, at_same_address=False
    )
    (card,) = shown(page, one, cal)
    assert "2026" not in " ".join(texts(card))
    assert not {"abuse", "hurt", "violence", "partner"} & set(heard(page).split())
    card.change.click()
    assert card.form is None
    press(card.what_for.buttons[0], Qt.Key.Key_1, "1")
    assert day(form(card), "starts_on").value() == "2026-11-20"
    assert not {"abuse", "hurt", "violence", "partner"} & set(heard(page).split())
    evidence = day(form(card), "evidence_seen_on")
    assert "No document is kept here." in evidence.hint
    assert "What is recorded in private was opened." in [
        each.text for each in opened.services.administration.audit(limit=3)
    ]
    type_day(evidence, "25", "11", "2026")
    page.leaving()
    assert card_of(page, kept).form is None
    assert opened.services.circumstances.of(cal.id)[0].detail["evidence_seen_on"] == "2026-11-25"


def test_nobody_is_asked_for_words(page: PersonPage, one: PersonPresenter, cal: Person) -> None:
    shown(page, one, cal)
    page.circumstances.add.click()
    adding = page.circumstances.adding
    for button in adding.everyday.buttons[:-1]:
        activate(button)
        assert adding.form is not None
        assert all(isinstance(each, DateField | ChoiceGroup | NumberField) for each in adding.form.fields.values())


def test_one_is_added_from_the_everyday_list_and_undo_takes_it_out(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person, qtbot: QtBot
) -> None:
    shown(page, one, cal)
    assert "Nothing was recorded." in texts(page.circumstances)
    page.circumstances.add.click()
    adding = page.circumstances.adding
    names = [option.words for option in adding.everyday.options]
    activate(adding.everyday.buttons[names.index("A death")])
    assert adding.form is not None
    type_day(day(adding.form, "starts_on"), "1", "10", "2026")
    choose(adding.form, "who", 0)
    with qtbot.waitSignal(one.noticed) as noticed:
        adding.form.store.click()
    (kept,) = opened.services.circumstances.of(cal.id)
    assert (kept.kind, kept.starts_on, kept.detail["who"]) == ("bereavement", date(2026, 10, 1), "partner")
    assert not adding.isVisibleTo(page)
    assert one.undo(noticed.args[0].action)
    assert opened.services.circumstances.of(cal.id) == ()


def test_what_was_told_in_private_is_added_and_then_has_a_neutral_name(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person
) -> None:
    shown(page, one, cal)
    page.circumstances.add.click()
    adding = page.circumstances.adding
    assert not adding.private.isVisibleTo(page)
    activate(adding.everyday.buttons[-1])
    ids = [option.id for option in adding.private.options]
    assert "restricted_pause" not in ids
    activate(adding.private.buttons[ids.index("structured_recovery")])
    assert adding.form is not None
    adding.form.store.click()
    (kept,) = opened.services.circumstances.of(cal.id)
    assert kept.sensitive
    assert "recovery" not in heard(page)


def test_it_is_over_from_a_day_on_and_that_can_be_undone(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person, qtbot: QtBot
) -> None:
    kept = opened.services.circumstances.add(cal.id, "homeless", starts_on=date(2026, 11, 3))
    (card,) = shown(page, one, cal)
    card.over.click()
    last = day(form(card), "ends_on")
    assert last.value() == "2026-12-01"
    type_day(last, "1", "11", "2026")
    form(card).store.click()
    assert last.error() == "The last day is before the first day."
    type_day(last, "30", "11", "2026")
    with qtbot.waitSignal(one.noticed) as noticed:
        form(card).store.click()
    card = card_of(page, kept)
    assert texts(card)[:3] == ["Housing", "3 November 2026 to 30 November 2026", "It is over."]
    assert not card.over.isVisibleTo(page)
    assert one.undo(noticed.args[0].action)
    assert opened.services.circumstances.of(cal.id)[0].ends_on is None


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
