"""A pack that was cut off, altered, made by or for somebody else is refused whole, and leaves no trace."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachdesk.errors import AppError
from coachdesk.handover import read_head, write_head
from coachdesk.handover.pack import MAGIC
from tests.core.handover.conftest import Desk, Office, introduced, vault_of
from tests.core.handover.passing import give, stand_in, take
from tests.core.services.talking import ready_to_issue

ANY_NUMBER = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def code_of(desk: Desk, pack: Path) -> str:
    with pytest.raises(AppError) as refused:
        desk.services.handover.look(pack)
    return refused.value.code


def digest(desk: Desk) -> str:
    return desk.services.administration.check().digest


@pytest.fixture
def pack(office: Office) -> Path:
    """Two people on their way from Sam to Robin, not opened yet."""
    one = ready_to_issue(office.sam.vault, given_name="Zqxamira", family_name="Khalil")
    two = ready_to_issue(office.sam.vault, given_name="Zqxowain", family_name="Pugh")
    return give(office.sam, office.folder, one.person.id, two.person.id)


@ANY_NUMBER
@given(data=st.data())
def test_a_changed_byte_is_refused_whole_and_leaves_the_vault_as_it_was(
    office: Office, pack: Path, data: st.DataObject
) -> None:
    whole, before = pack.read_bytes(), digest(office.robin)
    place = data.draw(st.integers(0, len(whole) - 1) | st.integers(0, 400))
    altered = pack.with_suffix(".altered")
    altered.write_bytes(whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :])
    assert code_of(office.robin, altered) == "handover.damaged"
    assert digest(office.robin) == before


@ANY_NUMBER
@given(data=st.data())
def test_a_pack_that_was_cut_off_or_has_something_behind_it_is_refused(
    office: Office, pack: Path, data: st.DataObject
) -> None:
    whole, other = pack.read_bytes(), pack.with_suffix(".cut")
    before = digest(office.robin)
    piece = 64 * 1024 + 16
    ends = st.integers(0, len(whole) - 1) | st.integers(1, len(whole) // piece).map(
        lambda many: len(whole) - many * piece
    )
    other.write_bytes(
        data.draw(ends.map(lambda end: whole[:end]) | st.binary(min_size=1).map(lambda more: whole + more))
    )
    assert code_of(office.robin, other) == "handover.damaged"
    assert digest(office.robin) == before


def test_pieces_in_another_order_or_doubled_or_left_out_are_refused(office: Office) -> None:
    sam, robin = office.sam.vault, office.robin.vault
    content = bytes(range(256)) * 1000
    sealed = sam.keys.post(bytes.fromhex(robin.info.public_key), b"head", content)
    sender, piece = bytes.fromhex(sam.info.public_key), 64 * 1024 + 16
    assert robin.keys.take_in(sender, b"head", sealed) == content
    slip, pieces = sealed[:32], [sealed[start : start + piece] for start in range(32, len(sealed), piece)]
    one, two, three, four = pieces
    for other in ([two, one, three, four], [one, one, two, three, four], [one, two, four], [one, two, three], []):
        with pytest.raises(AppError, match=r"handover\.damaged"):
            robin.keys.take_in(sender, b"head", slip + b"".join(other))
    with pytest.raises(AppError, match=r"handover\.damaged"):
        robin.keys.take_in(sender, b"another head", sealed)


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda more: MAGIC + more))
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(AppError) as refused:
        read_head(content)
    assert refused.value.code == "handover.damaged"


def test_a_pack_for_somebody_else_is_said_to_be_one(office: Office, pack: Path) -> None:
    assert code_of(office.sam, pack) == "handover.not-for-you"


def test_a_pack_from_somebody_whose_contact_is_not_here_is_refused(office: Office, tmp_path: Path) -> None:
    stranger = vault_of(tmp_path / "stranger", "Alex Reid", "Hull", office.watch)
    desk = Desk(stranger, introduced(stranger, office.robin.vault, office.folder))
    person = ready_to_issue(stranger).person
    pack = give(desk, office.folder, person.id)
    assert code_of(office.robin, pack) == "handover.unknown-sender"
    stranger.close()


def test_a_pack_that_pretends_to_come_from_a_colleague_is_refused(office: Office, tmp_path: Path) -> None:
    """Everybody can have Robin's public key and know Sam's vault id; nobody else has Sam's private key."""
    stranger = vault_of(tmp_path / "stranger", "Alex Reid", "Hull", office.watch)
    desk = Desk(stranger, introduced(stranger, office.robin.vault, office.folder))
    pack = give(desk, office.folder, ready_to_issue(stranger).person.id)
    head, front, rest = read_head(pack.read_bytes())
    pretended = replace(head, sender=office.sam.vault.info.vault_id)
    assert front != write_head(pretended)
    pack.write_bytes(write_head(pretended) + rest)
    assert code_of(office.robin, pack) == "handover.damaged"
    own_head = write_head(pretended)
    to = bytes.fromhex(office.robin.vault.info.public_key)
    pack.write_bytes(own_head + stranger.keys.post(to, own_head, b"anything"))
    assert code_of(office.robin, pack) == "handover.damaged"
    stranger.close()


@pytest.mark.parametrize("number", [2, 10, 123])
def test_a_pack_of_a_newer_program_asks_for_an_update(office: Office, pack: Path, number: int) -> None:
    line = f"coachdesk-handover {number}\n{{}}\n".encode()
    pack.write_bytes(line + hashlib.sha256(line).digest())
    assert code_of(office.robin, pack) == "handover.newer-format"


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00.000000+14:00", "9999-12-31T23:59:59.999999-14:00"])
def test_a_pack_of_a_moment_that_there_is_not_in_utc_is_refused(office: Office, pack: Path, moment: str) -> None:
    head = read_head(pack.read_bytes())[0]
    line = write_head(head)[:-32].replace(head.made_at.isoformat(timespec="microseconds").encode(), moment.encode())
    pack.write_bytes(line + hashlib.sha256(line).digest())
    assert code_of(office.robin, pack) == "handover.damaged"


def test_nothing_of_a_pack_can_be_read_and_its_size_says_little(office: Office, pack: Path) -> None:
    content = pack.read_bytes()
    for word in (b"Zqxamira", b"zqxowain", b"Okafor", b"Robin", b"Wakefield", b"course office"):
        assert word.lower() not in content.lower()
    assert b"zqx" not in pack.name.lower().encode()
    assert (len(content) - len(read_head(content)[1]) - 32) % (64 * 1024 + 16) == 0


def test_a_pack_is_there_whole_or_not_at_all(office: Office, pack: Path) -> None:
    nowhere = office.folder / "nowhere"
    with pytest.raises(AppError, match=r"documents\.cannot-write"):
        give(office.sam, nowhere, *(row.person_id for row in office.sam.services.people.find()))
    assert {each.suffix for each in office.folder.iterdir()} == {".json", ".coachdesk-handover"}


def test_the_same_pack_twice_changes_nothing(office: Office, pack: Path) -> None:
    assert take(office.robin, pack).new == 2
    copy = shutil.copy(pack, pack.with_suffix(".again"))
    arrived = office.robin.services.handover.look(Path(copy))
    before = digest(office.robin)
    assert arrived.again
    assert arrived.lines == ()
    assert office.robin.services.handover.take(arrived, {}) == replace(take(office.robin, pack), new=0, changes=0)
    assert office.robin.services.people.count() == 2
    assert before


def test_an_older_pack_takes_nothing_back(office: Office) -> None:
    talk = ready_to_issue(office.sam.vault)
    older = give(office.sam, office.folder, talk.person.id)
    office.watch.go_on(1)
    office.sam.services.people.save(replace(talk.person, phone="07700 900123"))
    stand_in(office, talk.person.id)
    arrived = office.robin.services.handover.look(older)
    assert [each.standing for each in arrived.people] == ["older"]
    office.robin.services.handover.take(arrived, {})
    assert office.robin.services.people.open(talk.person.id).person.phone == "07700 900123"
