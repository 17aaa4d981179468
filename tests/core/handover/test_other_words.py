"""Somebody whose talk was begun under words that the colleague was not sent: nothing else stands still for that."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting, create_vault, open_vault
from coachdesk.errors import AppError
from coachdesk.interviews import Answer, Channel, Interview
from coachdesk.site_content import Places
from tests.core.handover.conftest import Desk, introduced
from tests.core.handover.passing import give, take
from tests.core.services.issuing import Watch
from tests.site_files import SIGNED, empty, send
from tests.site_kinds import FIRST, talk
from tests.vaults import PASSPHRASE, setting


def place(folder: Path, watch: Watch) -> tuple[Setting, Places]:
    folder.mkdir()
    sent = empty(folder)
    return replace(setting(folder, policy=SIGNED, clock=watch), site=sent), sent


def put(sent: Places, version: int = 1) -> None:
    send(sent, talk(version, f"A talk of {version}"), name="talk.toml", folder="interviews")


class Two:
    """Sam, who was sent an interview of the organisation, and Robin, who is yet to get it."""

    def __init__(self, folder: Path) -> None:
        watch, self.between = Watch(), folder / "between"
        self.between.mkdir()
        (self._sam, sent), (self._robin, self.to_robin) = place(folder / "sam", watch), place(folder / "robin", watch)
        put(sent)
        self.sam = create_vault(self._sam, coach_name="Sam Okafor", site="Wakefield", passphrase=PASSPHRASE)[0]
        self.robin = create_vault(self._robin, coach_name="Robin Achebe", site="Leeds", passphrase=PASSPHRASE)[0]
        people = self.sam.services.people
        self.person = people.save(replace(people.draft(), given_name="Amira", family_name="Hassan"))
        self.talk = self.begin()

    def begin(self) -> Interview:
        interviews = self.sam.services.interviews
        begun = interviews.start(self.person.id, "talk", Channel.PHONE).interview
        interviews.save_answer(begun, {"it": Answer("What was said")}, "it", visit="one")
        interviews.pause(begun)
        return begun

    def robin_again(self) -> Opened:
        self.robin.close()
        self.robin = open_vault(self._robin, PASSPHRASE)
        return self.robin

    def hand_over(self) -> None:
        sam = Desk(self.sam, introduced(self.sam, self.robin, self.between))
        robin = Desk(self.robin, introduced(self.robin, self.sam, self.between))
        take(robin, give(sam, self.between, self.person.id))

    def close(self) -> None:
        self.sam.close()
        self.robin.close()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    both = Two(tmp_path)
    yield both
    both.close()


def test_another_talk_can_be_held_and_the_one_that_is_not_known_says_why(two: Two) -> None:
    two.hand_over()
    interviews = two.robin.services.interviews
    with pytest.raises(AppError, match=r"interview\.no-definition"):
        interviews.open(two.talk.id)
    found = interviews.start(two.person.id, FIRST, Channel.PHONE)
    assert (found.definition.id, found.last_time) == (FIRST, {})
    put(two.to_robin)
    opened = two.robin_again().services.interviews.open(two.talk.id)
    assert opened.answers["it"].value == "What was said"


def test_whoever_was_sent_the_same_words_keeps_them_with_the_person(two: Two) -> None:
    put(two.to_robin)
    two.robin_again()
    two.hand_over()
    put(two.to_robin, 2)
    robin = two.robin_again().services
    assert robin.interviews.open(two.talk.id).definition.title == "A talk of 1"
    assert "A talk of 2" in {each.title for each in robin.interviews.definitions()}
