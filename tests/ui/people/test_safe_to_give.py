from dataclasses import replace

from coachdesk.application import Opened
from coachdesk.people import Safe
from tests.ui.caseload import TODAY, person
from tests.ui.checks import activate, settle
from ui.kit import ChoiceGroup
from ui.people import PersonPage, PersonPresenter

YES, NO, NOBODY = 0, 1, 2


def group(page: PersonPage, name: str) -> ChoiceGroup:
    field = page.fields.fields[name]
    assert isinstance(field, ChoiceGroup)
    return field


def needs(page: PersonPage) -> list[str]:
    identity = page.identity()
    assert identity is not None
    return [each.words for each in identity.needs]


def test_nobody_asked_is_said_and_a_no_stands_above_every_screen_without_its_reason(
    opened: Opened, page: PersonPage, one: PersonPresenter
) -> None:
    cal = person(opened, "Cal", "Reid")
    one.open(cal.id, "details")
    paper = group(page, "safe_to_print")
    assert paper.words == "Is it safe for Cal to have this on paper at home?"
    assert paper.buttons[NOBODY].isChecked()
    assert needs(page) == []

    activate(paper.buttons[NO])
    one.flush()
    settle()
    assert needs(page) == ["Nothing on paper"]
    assert paper.hint == "Asked on 1 December 2026. Ask again when something has changed."
    stored = opened.services.people.open(cal.id).person
    assert (stored.safe_to_print, stored.print_asked_on, stored.safe_to_send) == (Safe.NO, TODAY, Safe.NOT_ASKED)


def test_what_was_told_in_private_is_a_no_until_they_say_yes(
    opened: Opened, page: PersonPage, one: PersonPresenter
) -> None:
    cal = person(opened, "Cal", "Reid")
    opened.services.circumstances.add(cal.id, "domestic_abuse")
    one.open(cal.id, "details")
    assert needs(page) == ["Nothing on paper", "Nothing by post or email"]
    activate(group(page, "safe_to_print").buttons[YES])
    one.flush()
    settle()
    assert needs(page) == ["Nothing by post or email"]


def test_another_detail_leaves_the_answer_and_its_day_as_they_are(
    opened: Opened, page: PersonPage, one: PersonPresenter
) -> None:
    cal = replace(person(opened, "Cal", "Reid"), safe_to_send=Safe.YES, send_asked_on=TODAY.replace(day=2, month=11))
    opened.services.people.save(cal)
    one.open(cal.id, "details")
    one.edit({**page.fields.typed(), "phone": "07700 900123"})
    one.flush()
    stored = opened.services.people.open(cal.id).person
    assert (stored.phone, stored.safe_to_send, stored.send_asked_on) == ("07700 900123", Safe.YES, cal.send_asked_on)
