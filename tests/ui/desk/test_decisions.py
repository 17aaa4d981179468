from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QLabel

from coachdesk.diary.needs_you import DECISION
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from ui.people import PersonPage


def test_what_is_due_leads_from_the_day_to_where_it_is_decided_and_then_waits_no_more(office: Office) -> None:
    desk, services = office.desk, office.desk.services
    draft = replace(services.people.draft(), given_name="Amira")
    amira = services.people.save(draft)
    services.circumstances.add(amira.id, "homeless", starts_on=services.day.today() - timedelta(days=9))
    desk.routes.go("today")
    waits = desk.screens.today.state.view.needs_you
    desk.screens.today.open_need(str(next(number for number, each in enumerate(waits) if each.code == DECISION)))
    settle()
    page = desk.window.page()
    assert desk.window.here() == "person"
    assert "A decision is due" in [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    part = desk.screens.person.circumstances
    part.decide_about(part.state.decisions[0].easement_id)
    settle()
    assert isinstance(page, PersonPage)
    card = next(iter(page.circumstances.decisions.values()))
    assert card.form is not None
    assert card.form.reasons is not None
    card.form.choice.buttons[1].click()
    card.form.reasons.buttons[0].click()
    card.form.record.click()
    assert office.said() == "The decision is recorded."
    desk.routes.go("today")
    assert DECISION not in {each.code for each in desk.screens.today.state.view.needs_you}
    desk.routes.go("person")
    desk.window.notices.act()
    desk.routes.go("today")
    assert DECISION in {each.code for each in desk.screens.today.state.view.needs_you}
