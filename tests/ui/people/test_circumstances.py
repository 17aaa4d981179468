from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.people import Person
from tests.ui.checks import activate, dictate, press
from tests.ui.full_disk import full_disk
from tests.ui.people.handling import card_of, choose, day, fill, form, heard, shown, texts, type_day
from ui.kit import ChoiceGroup, DateField, Notice, NumberField
from ui.people import PersonPage, PersonPresenter


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


def test_what_a_full_disk_does_not_take_waits_and_is_stored_when_there_is_space(
    opened: Opened, page: PersonPage, one: PersonPresenter, cal: Person, qtbot: QtBot
) -> None:
    kept = opened.services.circumstances.add(cal.id, "homeless")
    (card,) = shown(page, one, cal)
    card.change.click()
    type_day(day(form(card), "starts_on"), "5", "11", "2026")
    with full_disk(opened.database):
        with pytest.raises(AppError):
            fill(opened)
        with qtbot.waitSignal(one.failed):
            page.leaving()
    assert one.unsaved()
    assert one.flush()
    assert opened.services.circumstances.of(cal.id)[0].starts_on == date(2026, 11, 5)
    assert texts(card_of(page, kept))[:2] == ["Housing", "Since 5 November 2026"]


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
