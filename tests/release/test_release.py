"""What goes out: its notes, its names, its sums and its signatures."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from coachdesk import __version__
from tools import ROOT, checkout, release
from tools.environments import PreparationFailedError
from tools.process import output
from tools.shipping import msi, sealing, signing
from tools.shipping.release import SUMS, sums
from tools.shipping.release_notes import NotesError, notes, section

CHANGELOG = """# Changelog

## [Unreleased]

### Added

- What comes next.

## [0.2.0] - 2027-01-15

### Added

- **Today.** A list.

## [0.1.0] - 2026-12-01

- The first.
"""


def test_the_notes_are_the_part_of_the_changelog_that_is_about_this_version() -> None:
    assert section(CHANGELOG, "0.2.0") == "### Added\n\n- **Today.** A list."
    assert section(CHANGELOG, "0.1.0") == "- The first."


def test_what_is_not_released_yet_is_what_a_new_version_brings() -> None:
    assert section(CHANGELOG, "0.3.0") == "### Added\n\n- What comes next."


def test_a_version_without_a_word_about_it_does_not_go_out() -> None:
    with pytest.raises(NotesError, match=r"says nothing of 0\.3\.0"):
        section("# Changelog\n\n## [Unreleased]\n\n## [0.1.0]\n\n- The first.\n", "0.3.0")


def test_the_notes_say_what_they_were_made_from_and_that_no_real_windows_has_seen_it() -> None:
    said = notes(CHANGELOG, "0.2.0", commit="commit abc", signed="Signed.")
    assert said.startswith("# CoachDesk 0.2.0\n\nMade from commit abc. Signed.")
    assert "not on a real Windows" in said
    assert "What comes next" not in said


def test_the_changelog_has_something_to_say_of_this_version() -> None:
    assert section((ROOT / "CHANGELOG.md").read_text("utf-8"), __version__)


def test_the_sums_are_of_every_file_and_a_stranger_can_check_them(tmp_path: Path) -> None:
    (tmp_path / "CoachDesk.msi").write_bytes(b"installer")
    (tmp_path / "notes.md").write_bytes(b"notes")
    (tmp_path / SUMS).write_text(sums(tmp_path), "utf-8")
    assert sums(tmp_path).splitlines()[0] == f"{hashlib.sha256(b'installer').hexdigest()}  CoachDesk.msi"
    assert len(sums(tmp_path).splitlines()) == 2

    def checks() -> int:
        command = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=30, check=False).returncode

    assert checks() == 0
    (tmp_path / "notes.md").write_bytes(b"others")
    assert checks() != 0


def test_an_installer_with_a_test_signature_says_so_by_its_name() -> None:
    assert msi.name("1.2.3") == "CoachDesk-1.2.3.msi"
    assert msi.name("1.2.3", test=True) == "CoachDesk-1.2.3-test-signed.msi"


def test_what_is_not_committed_does_not_go_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert output(["git", "-C", str(tmp_path), "init", "--quiet"]) == ""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git"))
    assert not checkout.is_one(), "nothing was committed there yet"
    with pytest.raises(PreparationFailedError, match="made from what is committed"):
        release.release(release.Wanted())


GCC = "x86_64-w64-mingw32-gcc"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program for Windows that nobody has signed."""
    if not (shutil.which("osslsigncode") and shutil.which(GCC)):
        pytest.skip("osslsigncode and mingw are not here.")
    made = tmp_path / "CoachDesk" / "CoachDesk.exe"
    made.parent.mkdir()
    (tmp_path / "one.c").write_text("int main(void) { return 0; }\n", "utf-8")
    subprocess.run([GCC, "-s", "-o", made, tmp_path / "one.c"], check=True, timeout=60)
    return made


def test_without_a_key_the_signature_is_of_a_test_certificate_and_the_notes_say_that(program: Path) -> None:
    room = program.parent.parent
    who = signing.signer(None, None, (), room)
    assert who.test is not None
    assert signing.unsigned(program.parent) == [program]
    assert signing.sign_all(signing.unsigned(program.parent), who) == 1
    assert signing.unsigned(program.parent) == [], "what is signed is not signed again"
    assert signing.holds(program, who.test)
    assert "not for rolling out" in who.sentence()
    sums_hold(room, who, who.test)
    changed = bytearray(program.read_bytes())
    changed[-20000 if len(changed) > 40000 else 600] ^= 1
    program.write_bytes(changed)
    assert not signing.holds(program, who.test)


@pytest.mark.parametrize("kind", ["p12", "pem"])
def test_a_key_of_the_organisation_signs_whether_it_lies_in_one_kind_of_file_or_the_other(
    program: Path, kind: str
) -> None:
    room = program.parent.parent
    made = signing.signer(None, None, (), room)
    assert made.test is not None
    key, passphrase = room / f"own.{kind}", room / "passphrase"
    passphrase.write_text("correct horse", "utf-8")
    if kind == "p12":
        pack = [
            "openssl",
            "pkcs12",
            "-export",
            "-inkey",
            str(room / "test-key.pem"),
            "-in",
            str(made.test),
            "-out",
            str(key),
        ]
        subprocess.run([*pack, "-passout", f"file:{passphrase}"], check=True, timeout=60)
    else:
        locked = ["openssl", "pkcs8", "-topk8", "-in", str(room / "test-key.pem"), "-passout", f"file:{passphrase}"]
        words = subprocess.run(locked, check=True, timeout=60, capture_output=True, text=True).stdout
        key.write_text(words + made.test.read_text("utf-8"), "utf-8")
    who = signing.signer(key, passphrase, (), room)
    signing.sign(program, who)
    assert signing.holds(program, made.test)
    assert who.sentence() == "Its programs for Windows and its installer are signed."
    sums_hold(room, who, made.test)


def sums_hold(room: Path, who: signing.Signer, certificate: Path) -> None:
    """A stranger with openssl and the certificate can tell whether the sums are those that were signed."""
    listed = room / SUMS
    listed.write_text("00  CoachDesk.msi\n", "utf-8")
    beside = sealing.seal(listed, who)
    assert beside is not None
    ask = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-purpose", "any", "-out", "/dev/null"]
    ask += ["-CAfile", str(certificate), "-in", str(beside), "-content", str(listed)]

    def holds() -> bool:
        return subprocess.run(ask, capture_output=True, timeout=60, check=False).returncode == 0

    assert holds()
    listed.write_text("11  CoachDesk.msi\n", "utf-8")
    assert not holds()


def test_a_wrong_passphrase_signs_nothing_and_says_which_file(program: Path) -> None:
    room, before = program.parent.parent, program.read_bytes()
    who = signing.Signer(("-pkcs12", str(room / "none.p12")))
    with pytest.raises(PreparationFailedError, match=r"CoachDesk\.exe could not be signed"):
        signing.sign(program, who)
    assert program.read_bytes() == before
    assert [each.name for each in program.parent.iterdir()] == [program.name]


def test_a_key_on_a_token_is_named_by_osslsigncodes_own_words(tmp_path: Path) -> None:
    words = ("-pkcs11module", "/usr/lib/token.so", "-key", "pkcs11:object=coachdesk", "-certs", "own.pem")
    who = signing.signer(None, None, words, tmp_path)
    assert who == signing.Signer(words)
    assert sealing.seal(tmp_path / SUMS, who) is None
    assert who.sentence().endswith("The sums are not: sign them with the token.")
