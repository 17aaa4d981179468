from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.interviews import Channel
from coachdesk.people import Circumstance
from coachdesk.plans import Party, Rhythm
from tests.ui.caseload import FIRST, REVIEW, booked, held_to, person, promise
from tests.ui.checks import activate, at_text_size, dictate, longer_texts, settle
from ui.kit import DateField, Notice, TextLine
from ui.people import PersonPage, PersonPresenter
from ui.theme import Appearance, Theme

PARTS = ("overview", "plan", "commitments", "circumstances", "appointments", "details")


def texts(part: QWidget) -> list[str]:
    settle()
    return [each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part)]


def line(page: PersonPage, name: str) -> TextLine:
    field = page.fields.fields[name]
    assert isinstance(field, TextLine)
    return field


def test_whoever_is_open_is_named_in_the_bar_with_needs_and_the_reading_is_noted(
    opened: Opened, page: PersonPage, one: PersonPresenter
) -> None:
    cal = opened.services.people.save(
        replace(person(opened, "Calum", "Reid"), preferred_name="Cal", interpreter_language="Polish")
    )
    one.open(cal.id)
    page.arrived()
    identity = page.identity()
    assert identity is not None
    assert identity.name == "Cal"
    assert "A person's record was read." in [each.text for each in opened.services.administration.audit(limit=1)]


def test_the_overview_has_their_words_our_promises_what_comes_and_what_has_been(
    opened: Opened, page: PersonPage, one: PersonPresenter
) -> None:
    cal = person(opened, "Cal", "Reid")
    plans = opened.services.plans
    plans.save_goal(replace(plans.draft_goal(cal.id), text="Cook for a living"))
    promise(opened, cal, "Send the bus pass form")
    booked(opened, cal, time(14))
    one.open(cal.id)
    shown = texts(page.overview)
    assert "“Cook for a living”" in shown
    assert "Send the bus pass form (by 1 December 2026)" in shown
    assert "Next: 1 December 2026, 2pm, Work search review." in shown
    assert page.overview.history.rows_model.rows()[0].cells[1] == "Appointment at 2pm, Work search review: booked"


def test_the_plan_is_read_here_and_opened_with_its_key(
    opened: Opened, page: PersonPage, one: PersonPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    plans = opened.services.plans
    draft = plans.draft_action(cal.id, Party.CLAIMANT)
    plans.save_action(replace(draft, text="Kitchen shift", every=Rhythm.WEEK))
    one.open(cal.id)
    activate(page.sections.button("plan"))
    assert "Kitchen shift (every week)" in texts(page.plan)
    with qtbot.waitSignal(one.plan_wanted) as wanted:
        page.plan.open.click()
    assert wanted.args == [cal.id]


def test_a_sensitive_circumstance_shows_its_neutral_label_and_no_date(
    opened: Opened, page: PersonPage, one: PersonPresenter
) -> None:
    cal = person(opened, "Cal", "Reid")
    for number, (kind, sensitive) in enumerate((("caring", False), ("domestic_abuse", True))):
        with opened.database.write() as writer:
            writer.put(
                Circumstance(
                    id=f"c{number}", person_id=cal.id, kind=kind, starts_on=date(2026, 3, 3), sensitive=sensitive
                ),
                "circumstance.noted",
            )
    one.open(cal.id)
    activate(page.sections.button("circumstances"))
    shown = texts(page.circumstances)
    assert {"Caring for someone", "Since 3 March 2026", "A statutory pause"} <= set(shown)
    assert "abuse" not in " ".join(texts(page)).lower()


def test_the_contact_note_is_on_the_screen_only_while_somebody_asks_for_it(
    opened: Opened, page: PersonPage, one: PersonPresenter
) -> None:
    cal = opened.services.people.save(replace(person(opened, "Cal", "Reid"), contact_note="Only after four"))
    one.open(cal.id)
    assert "Only after four" not in texts(page)
    assert not page.fields.fields["contact_note"].isVisibleTo(page)
    page.overview.note_button.click()
    assert "Only after four" in texts(page)
    page.leaving()
    assert "Only after four" not in texts(page)


def test_an_interview_of_any_kind_is_started_with_a_channel(
    opened: Opened, page: PersonPage, one: PersonPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    one.open(cal.id)
    kinds = {definition.id for definition in opened.services.interviews.definitions()}
    assert {option.id for option in page.start.kind.options} == kinds
    assert kinds > {FIRST, REVIEW, "in-work-progression", "youth", "self-employed-start-up"}
    assert page.start.kind.value() == FIRST
    activate(page.start.channel.buttons[1])
    with qtbot.waitSignal(one.start_wanted) as wanted:
        page.start.start.click()
    assert wanted.args == [cal.id, FIRST, "phone", ""]


def test_an_appointment_of_today_gives_kind_channel_and_its_id(
    opened: Opened, page: PersonPage, one: PersonPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    made = booked(opened, cal, time(14))
    one.open(cal.id)
    with qtbot.waitSignal(one.start_wanted) as wanted:
        page.start.start.click()
    assert wanted.args == [cal.id, REVIEW, "face_to_face", made.id]


def test_what_is_not_finished_comes_first(opened: Opened, page: PersonPage, one: PersonPresenter, qtbot: QtBot) -> None:
    cal = person(opened, "Cal", "Reid")
    interview = opened.services.interviews.start(cal.id, FIRST, Channel.FACE_TO_FACE).interview
    one.open(cal.id)
    assert not page.start.start.isVisibleTo(page)
    with qtbot.waitSignal(one.resume_wanted) as wanted:
        one.go_on()
    assert wanted.args == [interview.id]


def test_details_are_on_disk_soon_after_they_are_typed(
    opened: Opened, page: PersonPage, one: PersonPresenter, qtbot: QtBot
) -> None:
    cal = person(opened, "Cal", "Reid")
    one.open(cal.id)
    activate(page.sections.button("details"))
    with qtbot.waitSignal(one.saved, timeout=5000):
        dictate(line(page, "phone").line, "01924 555")
    assert opened.services.people.open(cal.id).person.phone == "01924 555"
    dictate(line(page, "phone").line, "01924 556")
    page.leaving()
    assert opened.services.people.open(cal.id).person.phone == "01924 556"
    assert not one.unsaved()


def test_what_cannot_be_stored_is_said_at_its_field_and_the_rest_is_stored(
    opened: Opened, page: PersonPage, one: PersonPresenter
) -> None:
    cal = opened.services.people.save(replace(person(opened, "Cal", "Reid"), date_of_birth=date(1977, 3, 5)))
    one.open(cal.id)
    born = page.fields.fields["date_of_birth"]
    assert isinstance(born, DateField)
    born.lines["year"].setText("2077")
    line(page, "given_name").line.setText("Calum")
    page.leaving()
    stored = opened.services.people.open(cal.id).person
    assert (stored.given_name, stored.date_of_birth) == ("Calum", date(1977, 3, 5))
    assert page.fields.fields["date_of_birth"].error() == "A date of birth cannot be in the future."
    one.refresh()
    assert page.fields.fields["date_of_birth"].value() == "2077-03-05"


def test_archiving_is_undone_with_one_key(opened: Opened, page: PersonPage, one: PersonPresenter, qtbot: QtBot) -> None:
    cal = person(opened, "Cal", "Reid")
    one.open(cal.id)
    with qtbot.waitSignal(one.noticed) as noticed:
        page.archive.click()
    assert opened.services.people.find() == ()
    assert page.gone.isVisibleTo(page)
    notice = noticed.args[0]
    assert isinstance(notice, Notice)
    assert "Cal" not in notice.text
    assert one.undo(notice.action)
    assert [row.person_id for row in opened.services.people.find()] == [cal.id]
    assert page.start.isVisibleTo(page)


@pytest.mark.parametrize(("wish", "size"), [(Theme.BASIC, 100), (Theme.DARK, 100), (Theme.BASIC, 200)])
def test_every_part_holds_to_the_checks(
    opened: Opened, page: PersonPage, one: PersonPresenter, appearance: Appearance, wish: Theme, size: int
) -> None:
    cal = opened.services.people.save(replace(person(opened, "Cal", "Reid"), contact_note="Only after four"))
    booked(opened, cal, time(14))
    promise(opened, cal, "Send the bus pass form")
    opened.services.interviews.start(cal.id, FIRST, Channel.PHONE)
    one.open(cal.id)
    with at_text_size(appearance, size, wish):
        for part in PARTS:
            one.choose(part)
            settle()
            assert held_to(page) == [], part


def test_every_part_holds_to_the_checks_in_longer_words(opened: Opened, one: PersonPresenter, qtbot: QtBot) -> None:
    cal = person(opened, "Cal", "Reid")
    booked(opened, cal, time(14))
    with longer_texts():
        page = PersonPage(one)
        qtbot.addWidget(page)
        page.resize(1186, 678)
        page.show()
        one.open(cal.id)
        for part in PARTS:
            one.choose(part)
            settle()
            assert held_to(page) == [], part
