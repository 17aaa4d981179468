import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.errors import AppError
from coachdesk.handover import Card, phrase, read_card, write_card
from tests.core.handover.conftest import Office, introduced
from tests.core.handover.passing import returned, stand_in
from tests.core.services.talking import begin

CARD = Card(
    name="Siân O’Brien",
    site="Wrexham",
    vault_id="01a201ca-f9b2-7a14-8475-1ddf671a5d55",
    short_id="K7M2",
    coach_id="01a201ca-f9b2-7a14-8475-1ddf671a5d56",
    public_key="ab" * 32,
)


def refused(content: bytes) -> str:
    with pytest.raises(AppError) as error:
        read_card(content)
    return error.value.code


def outcome_of(content: bytes) -> Card | str:
    try:
        return read_card(content)
    except AppError as error:
        return error.code


def test_a_contact_file_says_who_it_is_and_holds_a_phrase_to_compare() -> None:
    text = write_card(CARD).decode()
    assert "Siân O’Brien" in text
    assert " ".join(phrase(CARD)) in text
    assert [len(group) for group in phrase(CARD)] == [4] * 5
    assert read_card(text.encode()) == CARD


def test_another_key_or_name_has_another_phrase() -> None:
    others = (replace(CARD, public_key="ac" * 32), replace(CARD, name="Siân O’Brian"), replace(CARD, short_id="K7M3"))
    assert phrase(CARD) not in {phrase(each) for each in others}


@given(st.data())
def test_an_altered_contact_file_is_refused(data: st.DataObject) -> None:
    whole = write_card(CARD)
    place = data.draw(st.integers(0, len(whole) - 1))
    other = bytes([whole[place] ^ data.draw(st.integers(1, 255))])
    content = whole[:place] + other + whole[place + 1 :]
    assert outcome_of(content) in {CARD, "handover.contact-unreadable"}, "only blanks between the fields may differ"


@given(st.binary(max_size=300) | st.recursive(st.text(), st.lists).map(lambda each: json.dumps(each).encode()))
def test_what_is_no_contact_file_is_refused(content: bytes) -> None:
    assert refused(content) == "handover.contact-unreadable"


@pytest.mark.parametrize(
    ("name", "value"),
    [("name", ""), ("name", "A\nB"), ("name", 3), ("site", "x" * 201), ("public_key", "ab"), ("vault_id", "../x")],
)
def test_a_contact_that_no_program_of_ours_wrote_is_refused(name: str, value: object) -> None:
    found = json.loads(write_card(CARD)) | {name: value}
    assert refused(json.dumps(found).encode()) == "handover.contact-unreadable"


def test_a_colleague_is_kept_with_what_their_file_says_and_may_change_their_name(office: Office) -> None:
    sam, robin = office.sam.services.handover, office.robin.services.handover
    assert sam.look_at_contact(robin.write_contact(office.folder)).known
    renamed = replace(robin.my_contact().card, name="Robin Achebe-Jones")
    file = office.folder / "contact.json"
    file.write_bytes(write_card(renamed))
    contact = sam.look_at_contact(file)
    assert not contact.known
    assert contact.phrase == phrase(renamed)
    sam.keep_contact(contact)
    assert [each.name for each in sam.colleagues()] == ["Robin Achebe-Jones"]


def test_a_colleague_with_a_new_key_is_taken_out_and_kept_anew_and_then_everything_is_asked(office: Office) -> None:
    talk = begin(office.sam.vault, phone="07700 900000")
    stand_in(office, talk.person.id)
    robin = office.robin.services
    robin.people.save(replace(robin.people.open(talk.person.id).person, phone="07700 900222"))
    pack = returned(office, talk.person.id)
    office.sam.services.handover.forget_colleague(office.sam.colleague.id)
    assert office.sam.services.handover.colleagues() == ()
    with pytest.raises(AppError, match=r"handover\.unknown-sender"):
        office.sam.services.handover.look(pack)
    assert office.sam.services.people.count() == 1
    introduced(office.sam.vault, office.robin.vault, office.folder)
    assert [(line.field, line.asked) for line in office.sam.services.handover.look(pack).lines] == [("Phone", True)]


def test_our_own_file_another_key_and_a_file_that_is_not_there_are_refused(office: Office) -> None:
    sam, robin = office.sam.services.handover, office.robin.services.handover
    false = office.folder / "false.json"
    false.write_bytes(write_card(replace(robin.my_contact().card, public_key="ab" * 32)))
    for file, code in (
        (sam.write_contact(office.folder), "handover.contact-own"),
        (false, "handover.contact-other-key"),
        (Path("nowhere.json"), "handover.cannot-read"),
    ):
        with pytest.raises(AppError) as error:
            sam.look_at_contact(file)
        assert error.value.code == code
    with pytest.raises(AppError, match=r"handover\.contact-other-key"):
        sam.keep_contact(
            replace(sam.look_at_contact(robin.write_contact(office.folder)), card=read_card(false.read_bytes()))
        )
    assert [each.public_key for each in sam.colleagues()] == [robin.my_contact().card.public_key]


@pytest.mark.parametrize("key", ["00" * 32, "01" + "00" * 31])
def test_a_key_to_which_nothing_can_be_sealed_is_refused(office: Office, key: str) -> None:
    file = office.folder / "stranger.json"
    file.write_bytes(write_card(replace(CARD, public_key=key)))
    with pytest.raises(AppError, match=r"handover\.contact-unreadable"):
        office.sam.services.handover.look_at_contact(file)


@pytest.mark.parametrize("ours", ["public_key", "coach_id"])
def test_a_colleague_who_would_write_under_our_own_name_or_key_is_refused(office: Office, ours: str) -> None:
    services, file = office.sam.services.handover, office.folder / "stranger.json"
    own = services.my_contact().card
    said = {"public_key": own.public_key} if ours == "public_key" else {"coach_id": own.coach_id}
    file.write_bytes(write_card(replace(office.robin.services.handover.my_contact().card, **said)))
    with pytest.raises(AppError, match=r"handover\.contact-own"):
        services.look_at_contact(file)
