"""The directory in the window: from the rail, from the find box, and from the plan of somebody."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coachdesk.interviews import Channel
from coachdesk.people import Person
from coachdesk.plans import ActionState, Implements, Party, Standing
from tests.ui.checks import press, settle
from tests.ui.desk.conftest import Office
from ui.directory import DirectoryPage
from ui.plan import PlanPage


def somebody(office: Office, name: str = "Amira") -> Person:
    people = office.desk.services.people
    return people.save(replace(people.draft(), given_name=name, family_name="Haddad"))


def directory(office: Office) -> DirectoryPage:
    page = office.desk.window.page()
    assert isinstance(page, DirectoryPage)
    return page


def taken(office: Office, name: str) -> PlanPage:
    """From the plan to the directory and back with something."""
    plan = office.desk.window.page()
    assert isinstance(plan, PlanPage)
    plan.look_up.click()
    directory(office).find_box.line.setText(name)
    directory(office).details.add_button.click()
    settle()
    back = office.desk.window.page()
    assert isinstance(back, PlanPage)
    return back


def test_the_find_box_leads_to_what_people_can_be_referred_to(office: Office) -> None:
    box, desk = office.desk.window.top.find_box, office.desk
    desk.window.show()
    box.setText("kikstart")
    assert desk.window.found_list.rows_model.rows()[0].cells == ("Kickstart", "Closed")
    press(box, Qt.Key.Key_Return)
    assert desk.window.here() == "directory"
    assert desk.screens.directory.state.chosen == "kickstart"
    assert desk.window.identity.isHidden()


def test_what_is_by_choice_goes_to_what_they_choose_and_nowhere_else(office: Office) -> None:
    amira, desk = somebody(office), office.desk
    desk.window.show()
    desk.routes.open_plan(amira.id)
    page = taken(office, "connect to work")
    presenter = desk.screens.plan
    presenter.flush()
    (action,) = desk.services.plans.plan(amira.id).actions
    assert (action.text, action.owner, action.standing) == ("Connect to Work", Party.CLAIMANT, Standing.VOLUNTARY)
    assert action.state is ActionState.DRAFT
    presenter.change("standing", Standing.REQUIRED.value)
    presenter.change("by", (desk.services.plans.today() + timedelta(weeks=6)).isoformat())
    presenter.flush()
    (action,) = desk.services.plans.plan(amira.id).chosen
    assert action.standing is Standing.VOLUNTARY
    asked = replace(action, standing=Standing.REQUIRED, implements=Implements.SEARCH)
    assert desk.services.plans.save_action(asked).state is ActionState.DRAFT
    assert desk.services.plans.plan(amira.id).asked == ()
    assert page.isVisible()


def test_what_can_be_agreed_begins_as_a_choice_and_the_coach_decides(office: Office) -> None:
    amira, desk = somebody(office), office.desk
    desk.window.show()
    desk.routes.open_plan(amira.id)
    taken(office, "jobs guarantee")
    desk.screens.plan.change("standing", Standing.REQUIRED.value)
    desk.screens.plan.flush()
    (action,) = desk.services.plans.plan(amira.id).actions
    assert action.standing is Standing.REQUIRED


def test_what_may_be_closed_is_shown_and_never_taken_into_a_plan(office: Office) -> None:
    amira, desk = somebody(office), office.desk
    desk.window.show()
    desk.routes.open_plan(amira.id)
    plan = desk.window.page()
    assert isinstance(plan, PlanPage)
    plan.look_up.click()
    page = directory(office)
    page.find_box.line.setText("restart")
    assert desk.screens.directory.state.chosen == "restart"
    assert not page.details.add_button.isVisible()
    desk.screens.directory.add()
    assert desk.window.here() == "directory"
    page.find_box.line.setText("connect to work")
    assert page.details.add_button.isVisible()


def test_from_an_open_talk_it_is_about_the_person_and_nobody_else_comes_near(office: Office) -> None:
    somebody(office, "Zora")
    desk, amira = office.desk, somebody(office)
    desk.window.show()
    desk.routes.start(amira.id, "first-commitments", Channel.FACE_TO_FACE, "")
    desk.screens.interview.want_plan()
    plan = desk.window.page()
    assert isinstance(plan, PlanPage)
    plan.look_up.click()
    settle()
    assert directory(office).interview_open()
    shown = " ".join(each.text() for each in desk.window.findChildren(QLabel) if each.isVisible())
    assert "Amira" in shown
    assert "Zora" not in shown
    assert not desk.window.top.find_box.isVisible()
    desk.routes.go("people")
    assert desk.window.here() == "directory"
    press(directory(office).find_box.line, Qt.Key.Key_Left, keys=Qt.KeyboardModifier.AltModifier)
    assert desk.window.here() == "plan"
    assert desk.screens.directory.state.for_plan is None
    desk.routes.go("directory")
    assert desk.window.here() == "plan"


def test_on_its_own_it_is_about_nobody(office: Office) -> None:
    desk, amira = office.desk, somebody(office)
    desk.window.show()
    desk.routes.open_plan(amira.id)
    desk.routes.go("directory")
    settle()
    assert desk.window.identity.isHidden()
    assert not directory(office).details.add_button.isVisible()
    assert not directory(office).back.isVisible()
