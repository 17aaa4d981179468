"""An interview goes on under the words that it was begun under, whatever became of their file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Setting, open_vault
from coachdesk.content import read_content
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Answer, Channel, Definition, Interview
from coachdesk.services.begun_under import with_begun
from coachdesk.site_content import Places
from coachdesk.storage import kept_wordings
from tests.site_files import SIGNED, empty, send
from tests.site_kinds import FIRST, first_commitments, in_welsh, talk
from tests.vaults import PASSPHRASE, made, setting

QUESTION = "it"


@pytest.fixture
def sent(tmp_path: Path) -> Places:
    return empty(tmp_path)


@pytest.fixture
def where(tmp_path: Path, sent: Places) -> Setting:
    return replace(setting(tmp_path, policy=SIGNED), site=sent)


class Desk:
    """A vault that is opened anew whenever the content may have changed."""

    def __init__(self, where: Setting, sent: Places) -> None:
        self._where, self._sent = where, sent
        self.opened = made(where)
        people = self.opened.services.people
        self.person = people.save(replace(people.draft(), given_name="Amira", family_name="Hassan"))

    def again(self) -> None:
        self.opened.close()
        self.opened = open_vault(self._where, PASSPHRASE)

    def send(self, version: int, words: str) -> None:
        send(self._sent, talk(version, words), name="talk.toml", folder="interviews")
        self.again()

    def take_back(self) -> None:
        (self._sent.site / "interviews" / "talk.toml").unlink()
        self.again()

    def begin(self, kind: str = "talk") -> Interview:
        interviews = self.opened.services.interviews
        begun = interviews.start(self.person.id, kind, Channel.FACE_TO_FACE)
        if kind == "talk":
            answers = {QUESTION: Answer("What was said")}
            interviews.save_answer(begun.interview, answers, QUESTION, visit="one")
        interviews.pause(begun.interview)
        return begun.interview

    def titles(self) -> dict[str, str]:
        return {each.id: each.title for each in self.opened.services.interviews.definitions()}

    def shown(self, interview: Interview) -> tuple[str, object]:
        """The title that an interview is opened under, and what was said in it."""
        found = self.opened.services.interviews.open(interview.id)
        return found.definition.title, found.answers[QUESTION].value


@pytest.fixture
def desk(where: Setting, sent: Places) -> Iterator[Desk]:
    found = Desk(where, sent)
    yield found
    found.opened.close()


def test_an_interview_goes_on_under_its_version_when_a_newer_one_is_sent(desk: Desk) -> None:
    desk.send(1, "Early words")
    begun = desk.begin()
    desk.send(2, "Later words")
    assert desk.titles()["talk"] == "Later words"
    assert desk.shown(begun) == ("Early words", "What was said")


def test_an_interview_goes_on_when_its_definition_was_taken_back_and_none_is_begun_with_it(desk: Desk) -> None:
    desk.send(1, "Early words")
    begun = desk.begin()
    desk.take_back()
    assert "talk" not in desk.titles()
    assert desk.shown(begun) == ("Early words", "What was said")
    interviews = desk.opened.services.interviews
    interviews.save_answer(begun, {QUESTION: Answer("More was said")}, QUESTION, visit="two")
    assert desk.shown(begun) == ("Early words", "More was said")
    interviews.finish(interviews.open(begun.id).interview)
    with pytest.raises(AppError, match=r"interview\.no-definition"):
        interviews.start(desk.person.id, "talk", Channel.FACE_TO_FACE)
    assert interviews.start(desk.person.id, FIRST, Channel.FACE_TO_FACE).definition.id == FIRST
    going_on = desk.opened.services.administration.content().going_on
    assert [(each.title, each.version) for each in going_on] == [("Early words", 1)]


def test_so_does_one_that_was_begun_with_words_of_the_program(desk: Desk) -> None:
    begun = desk.begin(FIRST)
    own = read_content()
    without = replace(own, definitions=(), wordings={})
    with desk.opened.database.read() as connection:
        kept = with_begun(without, kept_wordings(connection))
    (definition,) = kept.definitions
    assert (definition.id, definition.version) == (begun.definition_id, begun.definition_version)
    assert definition == one_of(own.definitions)
    assert kept.in_language(definition, Language.WELSH) == own.in_language(one_of(own.definitions), Language.WELSH)
    assert kept.offered() == ()


def one_of(definitions: tuple[Definition, ...]) -> Definition:
    return next(each for each in definitions if each.id == FIRST)


def test_words_that_come_twice_under_one_version_change_no_interview_that_was_begun(desk: Desk, sent: Places) -> None:
    desk.send(1, "Early words")
    begun = desk.begin()
    desk.take_back()
    desk.send(1, "Other words")
    assert desk.shown(begun) == ("Early words", "What was said")
    assert desk.titles()["talk"] == "Early words", "one version says one thing"
    (refused,) = desk.opened.services.administration.content().refused
    assert refused.file == "content/interviews/talk.toml"
    assert refused.text == (
        "Interviews were begun here under other words of talk/1, which stay. Give it a newer version."
    )
    desk.send(2, "Newer words")
    assert desk.titles()["talk"] == "Newer words"
    assert desk.opened.services.administration.content().refused == ()


def test_welsh_words_are_kept_with_the_english_ones(desk: Desk, sent: Places) -> None:
    send(sent, first_commitments(2, "Meeting"), name=f"{FIRST}.toml", folder="interviews")
    send(sent, in_welsh(2, "Cyfarfod"), name=f"{FIRST}.cy.toml", folder="interviews")
    desk.again()
    begun = desk.begin(FIRST)
    for file in (sent.site / "interviews").iterdir():
        file.unlink()
    desk.again()
    assert desk.titles()[FIRST] == "First commitments meeting"
    interviews = desk.opened.services.interviews
    assert interviews.open(begun.id).definition.title == "Meeting"
    assert interviews.in_language(begun, Language.WELSH).title == "Cyfarfod"


def test_welsh_words_that_come_later_are_used_and_stay(desk: Desk, sent: Places) -> None:
    send(sent, first_commitments(2, "Meeting"), name=f"{FIRST}.toml", folder="interviews")
    desk.again()
    begun = desk.begin(FIRST)
    send(sent, in_welsh(2, "Cyfarfod"), name=f"{FIRST}.cy.toml", folder="interviews")
    desk.again()
    assert desk.opened.services.interviews.in_language(begun, Language.WELSH).title == "Cyfarfod"


def test_after_a_bad_update_an_interview_is_begun_with_the_last_good_one(desk: Desk, sent: Places) -> None:
    desk.send(1, "Early words")
    send(sent, b"id =", name="talk.toml", folder="interviews")
    desk.again()
    assert desk.shown(desk.begin()) == ("Early words", "What was said")
    assert desk.opened.services.administration.content().refused
