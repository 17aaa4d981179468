"""Making a key and signing content from a terminal: what is printed, what is left behind, and the exit code."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachdesk import cli
from coachdesk.content import Origin
from coachdesk.paths import resources
from coachdesk.policy import require_policy
from coachdesk.signing import fingerprint
from coachdesk.site_content import with_site
from tests.site_files import FILE, PROGRAM, SHIPPED, empty, refused, rules, source
from tests.site_kinds import FIRST, KINDS, Sent, first_commitments, in_welsh
from tests.vaults import PASSPHRASE


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The passphrase comes in at the door, and the work is done in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    come_in(monkeypatch, PASSPHRASE)


def come_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{text}\n".encode()), "utf-8"))


def run(*arguments: str | Path) -> int:
    try:
        return cli.main([*(str(each) for each in arguments), "--passphrase-stdin"])
    except SystemExit as left:
        return int(left.code or 0)


def made(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """A key is made; its line for the policy."""
    assert run("keygen") == 0
    come_in(monkeypatch, PASSPHRASE)
    return capsys.readouterr().out.splitlines()[-1]


@pytest.mark.usefixtures("typed")
def test_keygen_prints_the_line_for_the_policy_and_no_secret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("keygen") == 0
    said = capsys.readouterr()
    policy = require_policy(said.out.splitlines()[-1])
    assert f"Fingerprint: {fingerprint(policy.content_key)}" in said.out
    assert (PASSPHRASE in said.out, said.err) == (False, "")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["coachdesk-content.key"]


@pytest.mark.usefixtures("typed")
def test_a_key_is_never_overwritten_and_wants_a_passphrase_that_is_long_enough(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(capsys, monkeypatch)
    kept = (tmp_path / "coachdesk-content.key").read_bytes()
    assert run("keygen") == 3
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "There is a file coachdesk-content.key already." in said.err
    assert (tmp_path / "coachdesk-content.key").read_bytes() == kept
    come_in(monkeypatch, "short")
    assert run("keygen", tmp_path / "other.key") == 3
    assert "Use at least 12 characters." in capsys.readouterr().err
    assert not (tmp_path / "other.key").exists()


@pytest.mark.usefixtures("typed")
def test_what_was_signed_here_is_used_by_every_machine_whose_policy_names_the_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = require_policy(made(capsys, monkeypatch))
    where = empty(tmp_path)
    file = where.site / "rules" / "uc-gb.toml"
    file.write_bytes(rules())
    assert refused(where, policy) == [(FILE, "site.unsigned")]
    assert run("sign-content", file) == 0
    assert "uc-gb.toml.sig. Send it out with the file that it signs." in capsys.readouterr().out
    assert source(with_site(PROGRAM, policy, where)).origin is Origin.SITE


@pytest.mark.usefixtures("typed")
def test_a_file_with_mistakes_is_not_signed_and_every_mistake_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(capsys, monkeypatch)
    file = tmp_path / "uc-gb.toml"
    text = rules().replace(b'authority = "regulation"', b'authority = "rumour"', 2)
    file.write_bytes(text.replace(b"version = 2027-02-01", b"version = 3", 1))
    assert run("sign-content", file) == 3
    said = capsys.readouterr()
    assert said.out.count("rumour") >= 1
    assert said.out.count("\n") >= 3
    assert all(line.startswith("uc-gb.toml: ") for line in said.out.splitlines())
    assert said.err.startswith("uc-gb.toml has ")
    assert list(tmp_path.glob("*.sig")) == []


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("uc-gb.toml", b"version =", "content.not-toml"),
        ("uc-gb.toml", b"\xff\xfe", "content.unreadable"),
        ("uc-gb.toml", b"version = " + b"[" * 100_000, "content.not-toml"),
        ("uc-gb.toml", b"version = " + b"1" * 10_000, "content.not-toml"),
        ("uc-gb-2027.toml", rules(), "content.other-name"),
        ("talk.toml", b'id = "talk"\nsteps = []\n', "definition."),
        ("bank-holidays.toml", b"holidays = []\n", "content.bad-calendar"),
        ("shopping.toml", b'milk = "2 pints"\n', "shopping.toml is neither rules nor an interview nor a calendar"),
        ("none.toml", None, "The file none.toml is not there"),
    ],
)
def test_what_is_none_of_our_files_or_is_broken_is_not_signed(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes | None,
    said: str,
) -> None:
    made(capsys, monkeypatch)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert run("sign-content", tmp_path / name) == 3
    told = capsys.readouterr()
    assert said in told.out + told.err
    assert told.err.count("\n") == 1
    assert list(tmp_path.glob("*.sig")) == []


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize(
    "place",
    [
        "interviews/first-commitments.toml",
        "calendar/bank-holidays.toml",
        "calendar/school-holidays.toml",
        "rules/uc-gb.toml",
    ],
)
@pytest.mark.parametrize("editor", ["of Linux", "of Windows"])
def test_every_kind_of_file_of_the_program_can_be_signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, place: str, editor: str
) -> None:
    made(capsys, monkeypatch)
    file = tmp_path / Path(place).name
    content = resources(*place.split("/")).read_bytes()
    file.write_bytes(content if editor == "of Linux" else b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert run("sign-content", file) == 0
    assert file.with_name(f"{file.name}.sig").exists()


@pytest.mark.usefixtures("typed")
def test_rules_that_no_machine_would_take_are_signed_with_a_word_about_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(capsys, monkeypatch)
    (tmp_path / "uc-gb.toml").write_text(SHIPPED, "utf-8")
    assert run("sign-content", tmp_path / "uc-gb.toml") == 0
    assert "uc-gb.toml: the file: note content.not-newer: " in capsys.readouterr().out


@pytest.mark.usefixtures("typed")
def test_a_wrong_passphrase_and_a_key_that_is_not_there_sign_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "uc-gb.toml").write_bytes(rules())
    assert run("sign-content", tmp_path / "uc-gb.toml") == 3
    assert "coachdesk-content.key is not there or is not a private key" in capsys.readouterr().err
    come_in(monkeypatch, PASSPHRASE)
    made(capsys, monkeypatch)
    come_in(monkeypatch, "another passphrase")
    assert run("sign-content", tmp_path / "uc-gb.toml") == 3
    assert capsys.readouterr().err == "That passphrase does not open this key.\n"
    assert list(tmp_path.glob("*.sig")) == []


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_signed_is_what_a_machine_would_take(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: Sent
) -> None:
    made(capsys, monkeypatch)
    good = kind.of(7, "Sent")
    for content, code in ((good.replace(*kind.mistake, 1), 3), (good, 0)):
        (tmp_path / kind.name).write_bytes(content)
        assert run("sign-content", tmp_path / kind.name) == code
        assert (tmp_path / f"{kind.name}.sig").exists() is (code == 0)
    assert "not-newer" not in capsys.readouterr().out


@pytest.mark.usefixtures("typed")
def test_welsh_words_are_signed_beside_the_english_ones_that_they_belong_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(capsys, monkeypatch)
    welsh = tmp_path / f"{FIRST}.cy.toml"
    welsh.write_bytes(in_welsh(7, "Cyfarfod"))
    assert run("sign-content", welsh) == 3
    assert f"It belongs to {FIRST}.toml, which is not beside it." in capsys.readouterr().out
    for version, code in ((8, 3), (7, 0)):
        (tmp_path / f"{FIRST}.toml").write_bytes(first_commitments(version, "Meeting"))
        come_in(monkeypatch, PASSPHRASE)
        assert run("sign-content", welsh) == code
        assert welsh.with_name(f"{welsh.name}.sig").exists() is (code == 0)


@pytest.mark.usefixtures("typed")
def test_an_interview_is_signed_under_its_own_name_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(capsys, monkeypatch)
    (tmp_path / "mine.toml").write_bytes(first_commitments(7, "Meeting"))
    assert run("sign-content", tmp_path / "mine.toml") == 3
    assert f"Its id is {FIRST}, so its name has to be {FIRST}.toml." in capsys.readouterr().out


def without_terminal(*arguments: str, cwd: Path, terminal: str = "") -> subprocess.Popen[bytes]:
    """The program in a session of its own, which no terminal belongs to, or this one."""
    take = f"import os, sys; os.open({terminal!r}, os.O_RDWR);" if terminal else "import os, sys;"
    start = f"{take} os.execv(sys.executable, [sys.executable, '-m', 'coachdesk', *sys.argv[1:]])"
    return subprocess.Popen(
        [sys.executable, "-c", start, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is another thing on Windows")
@pytest.mark.parametrize(
    ("second", "code", "said"), [(PASSPHRASE, 0, b"content_key = "), ("another one, typed", 3, b"")]
)
def test_on_a_terminal_the_passphrase_is_asked_for_twice_and_never_shown(
    tmp_path: Path, second: str, code: int, said: bytes
) -> None:
    ours, theirs = os.openpty()
    program = without_terminal("keygen", cwd=tmp_path, terminal=os.ttyname(theirs))
    shown = b""
    for question, answer in ((b"Passphrase: ", PASSPHRASE), (b"again: ", second)):
        while question not in shown:
            shown += os.read(ours, 100)
        os.write(ours, f"{answer}\n".encode())
    out, error = program.communicate(timeout=60)
    assert (program.returncode, said in out) == (code, True), error
    assert PASSPHRASE.encode() not in shown + out + error
    assert (tmp_path / "coachdesk-content.key").exists() is (code == 0)
    os.close(ours)
    os.close(theirs)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is another thing on Windows")
def test_where_nobody_can_be_asked_unseen_the_passphrase_is_not_read_at_all(tmp_path: Path) -> None:
    out, error = without_terminal("keygen", cwd=tmp_path).communicate(timeout=60)
    assert out == b""
    assert error == b"There is no terminal to ask for the passphrase on. Use --passphrase-stdin.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("line", [PASSPHRASE, f"\ufeff{PASSPHRASE}\r", "pässphräse über alles"])
def test_a_passphrase_is_the_first_line_whatever_ends_it(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    from coachdesk.terminal import passphrase

    come_in(monkeypatch, f"{line}\nsecond line")
    assert passphrase(from_stdin=True) == line.strip("\ufeff\r")


@pytest.mark.usefixtures("typed")
def test_a_policy_and_a_site_profile_are_checked_before_they_are_signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(capsys, monkeypatch)
    for name, good, bad in (
        ("policy.toml", "idle_lock_minutes = 3", "idle_lock_minutes = 300"),
        ("site-profile.toml", 'name = "Wakefield"', 'name = ""'),
    ):
        (tmp_path / name).write_text(bad, "utf-8")
        assert run("sign-content", tmp_path / name) == 3
        assert f"{name}: line 1, " in capsys.readouterr().out
        assert not (tmp_path / f"{name}.sig").exists()
        (tmp_path / name).write_text(good, "utf-8-sig")
        come_in(monkeypatch, PASSPHRASE)
        assert run("sign-content", tmp_path / name) == 0
        assert (tmp_path / f"{name}.sig").exists()
        come_in(monkeypatch, PASSPHRASE)
