from dataclasses import replace

from tests.ui.checks import settle
from tests.ui.desk.conftest import Office


def test_from_a_person_to_both_records_joined_and_back_by_one_button(office: Office) -> None:
    people, desk = office.vault.services.people, office.desk
    cal = people.save(replace(people.draft(), given_name="Cal", family_name="Reid"))
    twin = people.save(replace(people.draft(), given_name="Cal", family_name="Reid", phone="07700 900123"))
    desk.routes.open_person(cal.id)
    desk.screens.person.same_person()
    settle()
    assert desk.window.here() == "joining"
    state = desk.screens.joining.state
    assert state is not None
    assert [each.row.person_id for each in state.candidates] == [twin.id]
    desk.screens.joining.compare(twin.id)
    desk.screens.joining.confirm()
    settle()
    assert desk.window.here() == "person"
    assert office.said() == "The two records are one now. Nothing was deleted."
    assert people.count() == 1
    desk.window.notices.act()
    settle()
    assert office.said().startswith("The two records are apart again.")
    assert desk.window.here() == "person"
    assert people.count() == 2


def test_whoever_looks_for_the_same_person_and_finds_nobody_comes_back_to_the_person(office: Office) -> None:
    people, desk = office.vault.services.people, office.desk
    cal = people.save(replace(people.draft(), given_name="Cal", family_name="Reid"))
    desk.routes.open_person(cal.id)
    desk.screens.person.same_person()
    desk.screens.joining.back()
    assert desk.window.here() == "person"


def test_whoever_is_here_already_is_used_for_what_was_typed_and_the_form_is_empty(office: Office) -> None:
    people, desk = office.vault.services.people, office.desk
    cal = people.save(replace(people.draft(), given_name="Cal", family_name="Reid"))
    desk.routes.go("people")
    its = desk.screens.people
    its.find("Cal Reid 07700 900123")
    its.add()
    its.compare(cal.id)
    settle()
    assert desk.window.here() == "joining"
    desk.screens.joining.back()
    assert (desk.window.here(), its.state.adding) == ("people", True)
    its.compare(cal.id)
    desk.screens.joining.confirm()
    settle()
    assert desk.window.here() == "person"
    assert people.open(cal.id).person.phone == "07700900123"
    assert (its.untouched(), its.state.adding, people.count()) == (True, False, 1)
