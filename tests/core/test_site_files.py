"""The machine's content folder with things in it that no content file should be: named, never read on, never in the way."""

import sys
from pathlib import Path

import pytest

from coachdesk.site_content import LARGEST, Places
from tests.site_files import FILE, OF_THE_PROGRAM, TRYING, empty, mistakes, refused, rules, send, version


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return empty(tmp_path)


def test_a_link_a_folder_and_a_huge_file_are_refused_without_being_read(where: Places, tmp_path: Path) -> None:
    real = send(where, rules())
    real.rename(tmp_path / "elsewhere.toml")
    real.symlink_to(tmp_path / "elsewhere.toml")
    assert refused(where) == [(FILE, "site.not-plain")]
    real.unlink()
    real.mkdir()
    assert refused(where) == [(FILE, "site.not-plain")]
    real.rmdir()
    with real.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert real.stat().st_size > LARGEST
    assert refused(where) == [(FILE, "site.too-large")]
    assert version(where) == OF_THE_PROGRAM


def test_a_signature_that_is_a_link_or_no_signature_refuses_its_file(where: Places, tmp_path: Path) -> None:
    file = send(where, rules())
    beside = file.with_name("uc-gb.toml.sig")
    beside.write_bytes(b"\xffnot a signature")
    assert refused(where) == [(FILE, "site.no-signature")]
    beside.unlink()
    beside.symlink_to(tmp_path / "nowhere")
    assert refused(where) == [(f"{FILE}.sig", "site.not-plain")]
    beside.unlink()
    beside.write_bytes(b"x" * 5000)
    assert refused(where) == [(f"{FILE}.sig", "site.too-large")]


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right of its own on Windows")
def test_a_file_that_cannot_be_read_is_named(where: Places) -> None:
    (where.site / "rules").rmdir()
    (where.site / "rules").symlink_to(where.site / "rules")  # it leads nowhere but to itself, for root too
    assert refused(where) == [(FILE, "site.unreadable")]


def test_lists_too_deep_to_be_read_are_refused_and_the_program_starts(where: Places) -> None:
    send(where, b"version = " + b"[" * 100_000, by=None)
    assert refused(where, TRYING) == [(FILE, "site.too-deep")]


def test_other_files_of_the_folder_are_noted_and_never_read(where: Places) -> None:
    send(where, rules(), name="uc-ni.toml")
    (where.site / "cases").mkdir()
    (where.site / "cases" / "talk.toml").write_text("id =", "ascii")
    (where.site / "uc-gb.toml").write_bytes(rules())
    found = mistakes(where)
    assert [each.file for each in found] == [
        "content/cases/talk.toml",
        "content/rules/uc-ni.toml",
        "content/uc-gb.toml",
    ]
    assert {(each.code, each.note) for each in found} == {("site.not-used", True)}
    assert version(where) == OF_THE_PROGRAM
