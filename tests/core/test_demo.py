"""The practice vault: plausible, the same each time, and nobody's real number."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from coachdesk import cli
from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.demo import PASSPHRASE, make_demo
from coachdesk.demo.lives import LIVES
from coachdesk.demo.living import Life
from coachdesk.diary import TAKES_TIME, AppointmentState, overlapping
from coachdesk.documents.checker import check
from coachdesk.people import Need
from coachdesk.requirements.finding import Group
from coachdesk.services import PersonFinding
from tests.vaults import setting

TODAY = date(2026, 12, 2)


def _morning() -> datetime:
    return datetime(2026, 12, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    opened = make_demo(setting(tmp_path_factory.mktemp("demo"), clock=_morning), TODAY)
    yield opened
    opened.close()


def test_a_hundred_people_with_needs_and_languages(demo: Opened) -> None:
    people = [demo.services.people.open(row.person_id).person for row in demo.services.people.find(limit=500)]
    assert len(people) == demo.services.people.count() == 100
    needs = {need for person in people for need in person.needs}
    assert {Need.WELSH, Need.INTERPRETER, Need.LARGE_PRINT} <= needs
    assert all(re.fullmatch(r"07700 900\d{3}|", person.phone) for person in people)
    assert all(person.interpreter_language for person in people if Need.INTERPRETER in person.needs)
    assert len({person.full_name for person in people}) > 90


def test_a_month_of_appointments_with_what_became_of_them(demo: Opened) -> None:
    days = {each: demo.services.day.view(each).entries for each in (TODAY, date(2026, 11, 24), date(2026, 12, 11))}
    assert all(entries for entries in days.values())
    assert not demo.services.day.view(date(2026, 12, 12)).entries  # a Saturday
    on_the_day = days[TODAY]
    assert len({entry.appointment.at for entry in on_the_day}) == len(on_the_day)


def test_every_state_of_an_appointment_can_be_looked_at_and_what_was_moved_leads_to_the_new_one(demo: Opened) -> None:
    weeks = [demo.services.day.week(TODAY + timedelta(weeks=weeks)) for weeks in range(-2, 3)]
    all_of_them = [entry.appointment for week in weeks for day in week for entry in day.entries]
    assert {each.state for each in all_of_them} == set(AppointmentState)
    by_id = {each.id: each for each in all_of_them}
    moved = [each for each in all_of_them if each.moved_to]
    assert moved
    assert all(by_id[each.moved_to].moved_from == each.id for each in moved)
    assert not [each for each in all_of_them if each.state in TAKES_TIME and overlapping(each, all_of_them)]


def test_a_few_meetings_were_held_and_one_is_unfinished(demo: Opened) -> None:
    files = [demo.services.people.open(row.person_id) for row in demo.services.people.find(limit=500)]
    issued = [each for file in files for each in file.commitments]
    assert len(issued) == 4
    pdf = demo.services.commitments.content(issued[0].id, Format.PDF)
    assert check(pdf) == ()
    waits = demo.services.day.view(TODAY).needs_you
    assert sum(each.code == "unfinished" for each in waits) == 1


def test_about_some_a_decision_is_due_and_for_others_it_was_taken(demo: Opened) -> None:
    due = demo.services.requirements.due()
    assert 12 <= len(due) <= 18
    assert {each.text for each in due} == {"A decision is due"}
    found = [_found(demo, life) for life in LIVES]
    assert {each.finding.group for each in found} == set(Group)
    assert len({each.finding.expected_hours.hours for each in found}) >= 5
    settled = {each.id for one in found for each in one.finding.easements if not each.due}
    assert {"fit_note_short", "fit_note_longer", "bereavement", "homeless", "earnings_light_touch"} <= settled


def test_what_is_told_in_private_stands_there_by_its_neutral_label_only(demo: Opened) -> None:
    in_private = [life for life in LIVES if "card_private" in life.answers]
    assert len(in_private) == 2
    for life in in_private:
        (easement,) = _found(demo, life).finding.easements
        assert easement.sealed
        file = demo.services.people.open(_person_id(demo, life))
        (circumstance,) = file.circumstances
        assert circumstance.sensitive
        (interview,) = file.interviews
        card = demo.services.interviews.open(interview.id).answers["card_private"]
        assert card.sealed
        assert card.value is None


def test_whoever_wants_school_hours_has_children(demo: Opened) -> None:
    for row in demo.services.people.find(limit=500):
        goals = demo.services.plans.plan(row.person_id).goals
        if any("school hours" in goal.text for goal in goals):
            assert demo.services.requirements.for_person(row.person_id).facts.children


def test_a_small_caseload_is_a_mixed_one(tmp_path: Path) -> None:
    opened = make_demo(setting(tmp_path, clock=_morning), TODAY, 12)
    due = {each.person_id for each in opened.services.requirements.due()}
    assert 1 <= len(due) < 6
    opened.close()


def test_the_same_people_each_time(tmp_path: Path) -> None:
    names = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        opened = make_demo(setting(folder), TODAY, 12)
        names.append([(row.full_name, row.date_of_birth, row.next_on) for row in opened.services.people.find()])
        opened.close()
    assert names[0] == names[1]


def test_a_vault_that_is_there_is_never_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vault = tmp_path / "mine.cdvault"
    vault.write_bytes(b"precious")
    assert cli.main(["demo", "--vault", str(vault)]) == 3
    said = capsys.readouterr()
    assert "already a vault" in said.err
    assert PASSPHRASE not in said.out
    assert vault.read_bytes() == b"precious"
    assert [path.name for path in tmp_path.glob("*.cdheader")] == []


def _person_id(demo: Opened, life: Life) -> str:
    (row,) = (
        each for each in demo.services.people.find(life.family) if each.full_name == f"{life.given} {life.family}"
    )
    return row.person_id


def _found(demo: Opened, life: Life) -> PersonFinding:
    return demo.services.requirements.for_person(_person_id(demo, life))
