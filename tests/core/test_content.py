"""Written content on disk: what is good is offered, what has mistakes is named with its file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from coachdesk.content import check_content, read_content, release_line
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Definition, Problem
from coachdesk.paths import resources
from coachdesk.people.person import Nation
from coachdesk.requirements.loader import RULE_FILE
from coachdesk.requirements.rule import Rules
from tests.core.interviews.run import asking, one

GOOD = asking(one("short_text"))
CALENDAR = (
    'source = "example"\nchecked = 2026-01-01\nuntil = 2027-12-31\n'
    'holidays = [{ on = 2026-12-25, name = "Christmas Day", nations = ["england", "wales", "scotland"] }]\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "interviews").mkdir()
    write(tmp_path, "talk.toml", GOOD)
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / "interviews" / name
    path.write_text(text, "utf-8")
    return path


def said(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(problem.file, problem.code) for problem in problems]


def test_the_content_of_the_program_has_no_mistake() -> None:
    content = read_content()
    files = {path.stem for path in resources("interviews").glob("*.toml")} - {"released"}
    assert {definition.id for definition in content.definitions} == {name for name in files if "." not in name}
    assert [str(problem) for problem in content.problems if not problem.note] == []
    assert content.calendar.holiday(Nation.SCOTLAND, date(2026, 12, 25)) == "Christmas Day"


def test_a_definition_with_mistakes_is_not_offered_and_its_file_is_named(folder: Path) -> None:
    write(folder, "broken.toml", GOOD.replace('"talk"', '"other"').replace("short_text", "shrt_text"))
    content = read_content(folder)
    assert [definition.id for definition in content.definitions] == ["talk"]
    assert said(content.problems) == [("broken.toml", "definition.unknown-kind")]


def test_old_versions_stay_beside_new_ones_and_no_version_is_there_twice(folder: Path) -> None:
    write(folder, "talk-2.toml", GOOD.replace("version = 1", "version = 2"))
    write(folder, "talk-copy.toml", GOOD)
    content = read_content(folder)
    assert [(definition.id, definition.version) for definition in content.definitions] == [("talk", 1), ("talk", 2)]
    assert said(content.problems) == [("talk.toml", "content.twice")], "files are read in the order of their names"


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "interviews" / "picture.toml").write_bytes(b"\xff\xfe\x00")
    assert said(read_content(folder).problems) == [("picture.toml", "content.unreadable")]


def test_welsh_words_are_there_for_whoever_asks_for_them(folder: Path) -> None:
    write(folder, "talk.cy.toml", 'id = "talk"\nversion = 1\ntitle = "Sgwrs"\n')
    content = read_content(folder)
    (talk,) = content.definitions
    assert talk.title == "A talk"
    assert content.in_language(talk, Language.WELSH).title == "Sgwrs"
    assert content.in_language(talk, Language.ENGLISH).title == "A talk"
    assert {problem.code for problem in content.problems} == {"definition.untranslated"}
    assert all(problem.note for problem in content.problems)


def test_a_wrong_overlay_is_named_and_english_stays(folder: Path) -> None:
    write(folder, "talk.cy.toml", 'id = "talk"\nversion = 2\n')
    write(folder, "walk.cy.toml", 'id = "walk"\nversion = 1\n')
    content = read_content(folder)
    (talk,) = content.definitions
    assert content.in_language(talk, Language.WELSH) is talk
    assert said(content.problems) == [
        ("talk.cy.toml", "definition.overlay-of-another"),
        ("walk.cy.toml", "content.overlay-alone"),
    ]


def test_what_was_read_before_is_taken_as_it_was_and_what_has_changed_since_is_read_anew(folder: Path) -> None:
    (first,) = read_content(folder).definitions
    assert read_content(folder).definitions[0] is first
    write(folder, "talk.toml", GOOD.replace("A talk", "Another talk"))
    assert [each.title for each in read_content(folder).definitions] == ["Another talk"]


def test_an_overlay_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "interviews" / "talk.cy.toml").write_bytes(b"\xff")
    assert said(read_content(folder).problems) == [("talk.cy.toml", "content.unreadable")]


def test_bank_holidays_are_read_and_a_broken_calendar_is_named(folder: Path) -> None:
    assert read_content(folder).calendar.holidays == {}
    (folder / "calendar").mkdir()
    file = folder / "calendar" / "bank-holidays.toml"
    file.write_text(CALENDAR, "utf-8")
    assert read_content(folder).calendar.holiday(Nation.WALES, date(2026, 12, 25)) == "Christmas Day"
    file.write_text(CALENDAR.replace("source", "sauce"), "utf-8")
    assert said(read_content(folder).problems) == [("bank-holidays.toml", "content.bad-calendar")]


def rules_of(folder: Path, name: str, text: str) -> None:
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / name).write_text(text, "utf-8")


SHIPPED_RULES = (resources() / "rules" / RULE_FILE).read_text("utf-8")
NEWER_RULES = SHIPPED_RULES.replace("version = 2026-11-22", "version = 2027-04-01")


def test_there_are_always_rules_those_of_the_program_where_a_folder_has_none(folder: Path) -> None:
    assert read_content(folder).rules.version == read_content().rules.version == date(2026, 11, 22)


def test_the_newest_rules_without_a_mistake_are_used_and_the_others_are_named(folder: Path) -> None:
    rules_of(folder, "uc-gb.toml", NEWER_RULES)
    assert read_content(folder).rules.version == date(2027, 4, 1)
    rules_of(folder, "uc-gb-2028.toml", SHIPPED_RULES.replace("version = 2026-11-22", "versoin = 2028-04-01"))
    content = read_content(folder)
    assert content.rules.version == date(2027, 4, 1)
    assert said(content.problems) == [
        ("uc-gb-2028.toml", "rules.missing-key"),
        ("uc-gb-2028.toml", "rules.unknown-key"),
    ]
    (folder / "rules" / "uc-gb.toml").unlink()
    assert read_content(folder).rules.version == date(2026, 11, 22), "nothing good is left but the program's own"


def test_a_folder_of_rules_alone_is_checked(tmp_path: Path) -> None:
    rules_of(tmp_path, "uc-gb.toml", SHIPPED_RULES.replace('"gb"', '"ni"', 1))
    (problem,) = check_content(tmp_path, checks={})
    assert str(problem).startswith("uc-gb.toml: rule wage-2021 / jurisdiction: rules.unknown-jurisdiction: ")


def no_case(text: str, name: str, definitions: Sequence[Definition], _rules: Rules) -> tuple[Problem, ...]:
    """A check of another layer: every case is wrong, and says which interviews it could have spoken of."""
    return (Problem("case.wrong", name, text, " ".join(definition.id for definition in definitions)),)


def test_checking_names_the_mistakes_of_every_kind_of_content(folder: Path) -> None:
    write(folder, "broken.toml", "id = ")
    (folder / "cases").mkdir()
    (folder / "cases" / "amira.toml").write_text("words", "utf-8")
    found = check_content(folder, checks={"cases": no_case})
    assert said(found) == [("broken.toml", "definition.not-toml"), ("amira.toml", "case.wrong")]
    assert (found[1].place, found[1].text) == ("words", "talk")


def test_cases_alone_are_checked_against_the_interviews_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "amira.toml").write_text("words", "utf-8")
    (problem,) = check_content(tmp_path, checks={"cases": no_case})
    assert problem.text == " ".join(definition.id for definition in read_content().definitions)


def test_a_folder_without_content_is_not_called_fine(tmp_path: Path) -> None:
    (problem,) = check_content(tmp_path / "nowhere", checks={"cases": no_case})
    assert (problem.file, problem.code) == ("nowhere", "content.nothing-found")


def test_changed_words_of_a_released_definition_are_a_mistake_and_a_new_definition_is_a_note(folder: Path) -> None:
    line = release_line(folder / "interviews" / "talk.toml")
    write(folder, "released.toml", f"[released]\n{line}\n")
    assert check_content(folder, checks={}) == ()
    write(folder, "talk.toml", GOOD.replace("What about it?", "And it?"))
    (changed,) = check_content(folder, checks={})
    assert (changed.code, changed.note) == ("definition.changed-after-release", False)
    write(folder, "released.toml", f"[released]\n{line}\n".replace("talk/1", "talk/0"))
    assert [(problem.code, problem.note) for problem in check_content(folder, checks={})] == [
        ("definition.not-released", True),
        ("definition.released-file-missing", False),
    ]
    write(folder, "released.toml", "[released")
    assert said(check_content(folder, checks={})) == [("released.toml", "content.bad-hashes")]


def test_only_a_definition_without_mistakes_can_be_released(folder: Path) -> None:
    path = write(folder, "broken.toml", GOOD.replace("short_text", "shrt_text"))
    with pytest.raises(AppError) as refused:
        release_line(path)
    assert (refused.value.code, refused.value.details) == ("content.has-problems", {"file": "broken.toml", "many": 1})


def test_the_shipped_content_passes_its_own_check() -> None:
    assert [str(problem) for problem in check_content(checks={}) if not problem.note] == []
