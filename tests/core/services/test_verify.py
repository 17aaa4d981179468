"""Whether a file is one that this vault issued: told by its bytes, whatever it says of itself."""

import json
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pikepdf
import pytest

from coachdesk.application import Opened, Setting, create_vault, open_vault
from coachdesk.cli import main
from coachdesk.commitments import Commitment, EndedBecause, Format
from coachdesk.i18n import Language
from coachdesk.people import How
from coachdesk.policy import Policy
from coachdesk.services import FileStanding, Verified, standing_words
from tests.core.services.issuing import let_out
from tests.core.services.talking import Talk, ready_to_issue
from tests.vaults import PASSPHRASE, made, setting


@pytest.fixture(scope="module")
def issued_pdf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Opened, bytes]]:
    opened = made(setting(tmp_path_factory.mktemp("vault")))
    yield opened, bytes_of(opened, issue(ready_to_issue(opened)))
    opened.close()


def issue(talk: Talk) -> Commitment:
    commitments = talk.opened.services.commitments
    return commitments.issue(commitments.prepare(talk.interview.id, Language.ENGLISH))


def bytes_of(opened: Opened, commitment: Commitment, kind: Format = Format.PDF) -> bytes:
    return let_out(opened.services, opened.services.commitments.outgoing(commitment.id, kind, How.SAVED))


def standing(opened: Opened, content: bytes) -> FileStanding:
    return opened.services.editions.verify(content).standing


@pytest.mark.parametrize("kind", Format)
def test_every_format_is_known_as_it_was_issued(opened: Opened, kind: Format) -> None:
    issued = issue(ready_to_issue(opened))
    found = opened.services.editions.verify(bytes_of(opened, issued, kind))
    assert found == Verified(FileStanding.ISSUED, issued.number, 1, 0, issued.id, issued.person_id)
    assert standing_words(found) == f"It is {issued.number}, edition 1, as it was issued, byte by byte."


def test_one_byte_that_is_another_makes_it_altered(issued_pdf: tuple[Opened, bytes]) -> None:
    opened, content = issued_pdf
    edges = (*range(24), *range(len(content) - 24, len(content)))
    named = content.index(opened.info.short_id.encode())
    places = {*edges, *range(named, named + 6), *range(0, len(content), len(content) // 150)}
    for place in sorted(places):
        changed = bytearray(content)
        changed[place] ^= 1 + place % 255
        assert standing(opened, bytes(changed)) is FileStanding.ALTERED, place


@pytest.mark.parametrize(("place", "other"), [("Metadata", 7), ("MarkInfo", 7), ("Pages", 7)])
def test_a_file_with_something_else_in_the_place_of_a_part_is_altered(
    issued_pdf: tuple[Opened, bytes], place: str, other: object
) -> None:
    opened, content = issued_pdf
    changed = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.Root[f"/{place}"] = other
        pdf.save(changed)
    assert standing(opened, changed.getvalue()) is FileStanding.ALTERED


def test_a_cut_or_longer_file_is_altered_and_another_file_unknown(issued_pdf: tuple[Opened, bytes]) -> None:
    opened, content = issued_pdf
    assert standing(opened, content[: len(content) // 2]) is FileStanding.ALTERED
    assert standing(opened, content + b" ") is FileStanding.ALTERED
    assert standing(opened, b"%PDF-1.7\nsomething else") is FileStanding.UNKNOWN
    assert standing(opened, b"") is FileStanding.UNKNOWN


def test_another_vault_knows_nothing_of_it(issued_pdf: tuple[Opened, bytes], tmp_path: Path) -> None:
    opened, content = issued_pdf
    other = made(setting(tmp_path))
    issue(ready_to_issue(other))
    assert other.info.short_id != opened.info.short_id
    assert standing(other, content) is FileStanding.UNKNOWN
    other.close()


def test_an_earlier_edition_is_superseded_and_says_by_which(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    first = issue(talk)
    content = bytes_of(opened, first)
    issue(talk)
    third = issue(talk)
    found = opened.services.editions.verify(content)
    assert (found.standing, found.edition, found.superseded_by) == (FileStanding.SUPERSEDED, 1, 3)
    assert standing(opened, bytes_of(opened, third)) is FileStanding.ISSUED


def test_what_has_ended_says_so(opened: Opened) -> None:
    issued = issue(ready_to_issue(opened))
    opened.services.outcomes.end(issued.id, EndedBecause.CLAIM_ENDED)
    assert standing(opened, bytes_of(opened, issued)) is FileStanding.ENDED


def test_looking_is_audited_with_whose_it_is(opened: Opened) -> None:
    issued = issue(ready_to_issue(opened))
    opened.services.editions.verify(bytes_of(opened, issued))
    assert opened.services.administration.audit()[0].text == "A file was compared with what was issued."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Path, Path]]:
    """A vault as the program makes one, closed again, with the files of a first and a second edition."""
    folder = tmp_path_factory.mktemp("kept")
    where = Setting(folder=folder, keychain=None, policy=Policy())
    opened, _recovery_key = create_vault(where, coach_name="Sam Okafor", site="Wakefield", passphrase=PASSPHRASE)
    talk = ready_to_issue(opened)
    editions = [opened.services.commitments.write(issue(talk).id, Format.PDF, folder) for _ in range(2)]
    opened.close()
    return where.files.vault, (editions[0], editions[1])


def run(monkeypatch: pytest.MonkeyPatch, passphrase: str, *arguments: str | Path) -> int:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(f"{passphrase}\n".encode())))
    try:
        return main(["verify", *(str(each) for each in arguments)])
    except SystemExit as left:
        return int(left.code or 0)


def test_the_command_line_says_what_a_file_is_seen_from_a_vault(
    kept: tuple[Path, tuple[Path, Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vault, (first, second) = kept
    against = ("--vault", vault, "--passphrase-stdin")
    assert run(monkeypatch, PASSPHRASE, second, "--json", *against) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["issued"], told["edition"], told["superseded_by"]) == (True, "issued", 2, None)
    assert run(monkeypatch, PASSPHRASE, first, "--json", *against) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["issued"], told["superseded_by"], told["findings"]) == (False, "superseded", 2, [])
    assert run(monkeypatch, PASSPHRASE, first, *against) == 1
    assert "Edition 2 has taken its place." in capsys.readouterr().out


def test_a_changed_copy_of_the_file_is_told_from_the_issued_one(
    kept: tuple[Path, tuple[Path, Path]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    vault, (_, second) = kept
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(second.read_bytes() + b"\n")
    assert run(monkeypatch, PASSPHRASE, copy, "--vault", vault, "--passphrase-stdin") == 1
    assert "It is not what was issued under that number." in capsys.readouterr().out


def test_without_a_vault_the_file_says_who_it_is_and_nobody_says_whether_that_is_so(
    kept: tuple[Path, tuple[Path, Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, (first, _second) = kept
    assert run(monkeypatch, "", first, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["number"].endswith("-1")
    assert (told["edition"], len(told["check_code"]), told["issued"]) == (1, 9, None)
    assert run(monkeypatch, "", first) == 0
    assert told["check_code"] in capsys.readouterr().out


def test_a_wrong_passphrase_and_a_passphrase_without_a_vault_are_refused(
    kept: tuple[Path, tuple[Path, Path]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vault, (first, _second) = kept
    assert run(monkeypatch, "not this one at all", first, "--vault", vault, "--passphrase-stdin") == 3
    assert capsys.readouterr().err == "That passphrase does not open this vault.\n"
    assert run(monkeypatch, PASSPHRASE, first, "--passphrase-stdin") == 2
    capsys.readouterr()


def test_the_audit_says_that_it_was_done_on_the_command_line(
    kept: tuple[Path, tuple[Path, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, (first, _second) = kept
    assert run(monkeypatch, PASSPHRASE, first, "--vault", vault, "--passphrase-stdin") == 1
    opened = open_vault(Setting(folder=vault.parent, keychain=None, policy=Policy()), PASSPHRASE)
    newest = [line.text for line in opened.services.administration.audit(limit=3)]
    opened.close()
    assert newest == [
        "The vault was opened.",
        "A file was compared with what was issued. (On the command line.)",
        "The vault was opened. (On the command line.)",
    ]
