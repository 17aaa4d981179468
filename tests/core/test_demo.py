"""The practice vault: plausible, the same each time, and nobody's real number."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coachdesk import cli
from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.demo import PASSPHRASE, make_demo
from coachdesk.documents.checker import check
from coachdesk.people import Need
from tests.vaults import setting

TODAY = date(2026, 12, 2)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    opened = make_demo(setting(tmp_path_factory.mktemp("demo")), TODAY)
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


def test_a_few_meetings_were_held_and_one_is_unfinished(demo: Opened) -> None:
    files = [demo.services.people.open(row.person_id) for row in demo.services.people.find(limit=500)]
    issued = [each for file in files for each in file.commitments]
    assert len(issued) == 4
    pdf = demo.services.commitments.content(issued[0].id, Format.PDF, handed="shown")
    assert check(pdf) == ()
    waits = demo.services.day.view(TODAY).needs_you
    assert sum(each.code == "unfinished" for each in waits) == 1


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
