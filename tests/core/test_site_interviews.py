"""Interviews as an organisation sends them: English and Welsh together or not at all, under a name that says which."""

from pathlib import Path

import pytest

from coachdesk.content import Content, Origin
from coachdesk.i18n import Language
from coachdesk.interviews.definition import kind_after
from coachdesk.site_content import Kind, Places, with_site
from coachdesk.site_content.kinds import Item
from tests.site_files import OTHER, PROGRAM, SIGNED, empty, mistakes, refused, send, source
from tests.site_kinds import FIRST, KINDS, first_commitments, in_welsh, talk

ENGLISH, WELSH = f"{FIRST}.toml", f"{FIRST}.cy.toml"
FILES = [f"content/interviews/{ENGLISH}", f"content/interviews/{WELSH}"]


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return empty(tmp_path)


def both(where: Places, version: int, title: str = "Meeting", teitl: str = "Cyfarfod") -> None:
    send(where, first_commitments(version, title), name=ENGLISH, folder="interviews")
    send(where, in_welsh(version, teitl), name=WELSH, folder="interviews")


def titles(where: Places) -> tuple[str, str]:
    """The titles of the first interview in English and in Welsh."""
    return of(with_site(PROGRAM, SIGNED, where))


def of(content: Content) -> tuple[str, str]:
    (first,) = (each for each in content.offered() if each.id == FIRST)
    return first.title, content.in_language(first, Language.WELSH).title


OWN = of(PROGRAM)


def test_both_languages_come_together_and_the_version_before_can_still_be_opened(where: Places) -> None:
    both(where, 2)
    assert titles(where) == ("Meeting", "Cyfarfod")
    content = with_site(PROGRAM, SIGNED, where)
    assert [each.version for each in content.definitions if each.id == FIRST] == [1, 2]
    assert [each.version for each in content.offered() if each.id == FIRST] == [2]
    assert refused(where) == []


@pytest.mark.parametrize("version", [1, 3])
def test_welsh_words_of_another_version_refuse_the_english_ones_too(where: Places, version: int) -> None:
    send(where, first_commitments(2, "Meeting"), name=ENGLISH, folder="interviews")
    send(where, in_welsh(version, "Cyfarfod"), name=WELSH, folder="interviews")
    assert titles(where) == OWN
    assert refused(where) == [(FILES[1], "definition.overlay-of-another")]


def test_what_is_wrong_with_one_of_the_two_refuses_both_and_the_last_good_pair_stays(where: Places) -> None:
    both(where, 2)
    assert titles(where) == ("Meeting", "Cyfarfod")
    both(where, 3, "Later", "Wedyn")
    send(where, in_welsh(3, "Wedyn"), by=OTHER, name=WELSH, folder="interviews")
    assert titles(where) == ("Meeting", "Cyfarfod")
    assert refused(where) == [(FILES[1], "site.other-key")]
    both(where, 3, "Later", "Wedyn")
    send(where, first_commitments(3, "Later"), by=None, name=ENGLISH, folder="interviews")
    assert titles(where) == ("Meeting", "Cyfarfod")
    assert refused(where) == [(FILES[0], "site.unsigned")]


def test_without_welsh_words_english_is_used_and_that_is_noted_until_they_come(where: Places) -> None:
    send(where, first_commitments(2, "Meeting"), name=ENGLISH, folder="interviews")
    assert titles(where) == ("Meeting", "Meeting")
    (note,) = mistakes(where)
    assert (note.note, note.text) == (True, f"There is no {WELSH} beside it, so all of it stays English.")
    send(where, in_welsh(2, "Cyfarfod"), name=WELSH, folder="interviews")
    assert titles(where) == ("Meeting", "Cyfarfod")
    assert mistakes(where) == []


def test_welsh_words_are_not_taken_away_and_not_changed_without_a_newer_version(where: Places) -> None:
    both(where, 2)
    assert titles(where) == ("Meeting", "Cyfarfod")
    send(where, in_welsh(2, "Sgwrs"), name=WELSH, folder="interviews")
    assert (titles(where), refused(where)) == (("Meeting", "Cyfarfod"), [(FILES[0], "site.same-version")])
    (where.site / "interviews" / WELSH).unlink()
    assert (titles(where), refused(where)) == (("Meeting", "Cyfarfod"), [(FILES[0], "site.same-version")])


def test_welsh_words_alone_belong_to_nothing(where: Places) -> None:
    send(where, in_welsh(2, "Cyfarfod"), name=WELSH, folder="interviews")
    assert titles(where) == OWN
    (problem,) = mistakes(where)
    assert (problem.file, problem.note) == (FILES[1], False)
    assert problem.text == f"It belongs to {ENGLISH}, which is not beside it."


def test_an_interview_lies_under_its_own_name_so_that_no_two_files_are_one(where: Places) -> None:
    send(where, first_commitments(2, "Meeting"), name="mine.toml", folder="interviews")
    assert titles(where) == OWN
    (problem,) = mistakes(where)
    assert problem.text == f"Its id is {FIRST}, so its name has to be {ENGLISH}."


def test_texts_that_are_missing_in_welsh_are_counted_in_one_note(where: Places) -> None:
    send(where, talk(1, "A talk"), name="talk.toml", folder="interviews")
    welsh = b'id = "talk"\nversion = 1\ntitle = "Sgwrs"\n'
    send(where, welsh, name="talk.cy.toml", folder="interviews")
    (note,) = mistakes(where)
    assert (note.file, note.note) == ("content/interviews/talk.cy.toml", True)
    assert note.text == "2 of its texts are missing and stay English; check-content names each."


def test_an_interview_that_leads_to_one_that_is_not_there_is_noted(where: Places) -> None:
    text = talk(1, "A talk").replace(b"minutes = 30\n", b'minutes = 30\nthen = "walk"\n', 1)
    send(where, text, name="talk.toml", folder="interviews")
    assert "There is no interview walk to come after it, so one of its own kind does." in {
        each.text for each in mistakes(where) if each.note
    }
    assert kind_after(with_site(PROGRAM, SIGNED, where).offered(), "talk") == "talk"


def test_a_folder_that_nobody_may_look_into_is_named(where: Places) -> None:
    (where.site / "interviews").symlink_to(where.site / "interviews")  # it leads nowhere but to itself, for root too
    assert ("content/interviews", "site.unreadable") in refused(where)
    assert titles(where) == OWN


def test_one_bad_file_keeps_no_other_from_being_used(where: Places) -> None:
    send(where, b"id =", name="talk.toml", folder="interviews")
    both(where, 2)
    bank = KINDS["bank holidays"]
    send(where, bank.of(2, "A day of rest"), name=bank.name, folder=bank.folder)
    content = with_site(PROGRAM, SIGNED, where)
    assert of(content) == ("Meeting", "Cyfarfod")
    assert bank.says(content) == "A day of rest"
    assert {each.file for each in mistakes(where) if not each.note} == {"content/interviews/talk.toml"}


def test_a_new_kind_is_one_line_of_the_table(where: Places) -> None:
    def read(name: str, texts: dict[str, str]) -> Item:
        return Item(int(texts[name]), {"words": texts[name]}, lambda content: content)

    def none_of_ours(_content: Content) -> dict[str, Item]:
        return {}

    kind = Kind("songs", "*.toml", "songs", lambda name, texts: read(name, dict(texts)), none_of_ours)
    send(where, b"7", name="spring.toml", folder="songs")
    found = with_site(PROGRAM, SIGNED, where, (kind,))
    assert source(found, "songs/spring.toml").origin is Origin.SITE
    send(where, b"6", name="spring.toml", folder="songs")
    assert source(with_site(PROGRAM, SIGNED, where, (kind,)), "songs/spring.toml").origin is Origin.KEPT
