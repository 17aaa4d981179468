"""Every kind of content is sent as rules are: signed, newer, without a mistake; else the last good file stays in use."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.content import Origin
from coachdesk.signing import fingerprint
from coachdesk.site_content import LARGEST, Places, with_site
from tests.site_files import KEY, OTHER, PROGRAM, SIGNED, TRYING, empty, send, source
from tests.site_kinds import KINDS, Sent

every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return empty(tmp_path)


def put(where: Places, kind: Sent, version: int, words: str) -> Path:
    return send(where, kind.of(version, words), name=kind.name, folder=kind.folder)


def program(kind: Sent) -> tuple[str, Origin]:
    return kind.says(PROGRAM), Origin.PROGRAM


@every_kind
def test_a_signed_newer_file_is_used_and_says_who_signed_it(where: Places, kind: Sent) -> None:
    put(where, kind, 2, "Sent")
    assert kind.in_use(where) == ("Sent", Origin.SITE)
    assert kind.wrong(where) == set()
    content = with_site(PROGRAM, SIGNED, where)
    assert source(content, f"{kind.folder}/{kind.name}").signed_by == fingerprint(SIGNED.content_key)


def unsigned(where: Places, kind: Sent) -> None:
    send(where, kind.of(3, "Bad"), by=None, name=kind.name, folder=kind.folder)


def of_another_key(where: Places, kind: Sent) -> None:
    send(where, kind.of(3, "Bad"), by=OTHER, name=kind.name, folder=kind.folder)


def renamed(where: Places, kind: Sent) -> None:
    send(where, kind.of(3, "Bad"), by=KEY, as_="another.toml", name=kind.name, folder=kind.folder)


def changed(where: Places, kind: Sent) -> None:
    file = put(where, kind, 3, "Bad")
    file.write_bytes(file.read_bytes().replace(b"Bad", b"Sad"))


def with_a_mistake(where: Places, kind: Sent) -> None:
    send(where, kind.of(3, "Bad").replace(*kind.mistake, 1), name=kind.name, folder=kind.folder)


def no_text(where: Places, kind: Sent) -> None:
    send(where, b"\xff\xfe", name=kind.name, folder=kind.folder)


def too_large(where: Places, kind: Sent) -> None:
    send(where, kind.of(3, "Bad") + b"#" * LARGEST, name=kind.name, folder=kind.folder)


def link(where: Places, kind: Sent) -> None:
    file = put(where, kind, 3, "Bad")
    file.rename(where.site.parent / "elsewhere")
    file.symlink_to(where.site.parent / "elsewhere")


def a_number_without_end(where: Places, kind: Sent) -> None:
    send(where, b"version = " + b"1" * 10_000, name=kind.name, folder=kind.folder)


def too_deep(where: Places, kind: Sent) -> None:
    send(where, b"version = " + b"[" * 100_000, name=kind.name, folder=kind.folder)


BAD: dict[str, tuple[Callable[[Places, Sent], None], str]] = {
    "unsigned": (unsigned, "site.unsigned"),
    "another key": (of_another_key, "site.other-key"),
    "renamed": (renamed, "site.altered"),
    "changed": (changed, "site.altered"),
    "mistake": (with_a_mistake, ""),
    "no text": (no_text, "site.unreadable"),
    "too large": (too_large, "site.too-large"),
    "a link": (link, "site.not-plain"),
    "a number without end": (a_number_without_end, ""),
    "too deep": (too_deep, "site.too-deep"),
}
every_fault = pytest.mark.parametrize(("spoil", "code"), BAD.values(), ids=BAD)


@every_kind
@every_fault
def test_what_cannot_be_trusted_or_read_is_refused_and_the_last_good_one_stays(
    where: Places, kind: Sent, spoil: Callable[[Places, Sent], None], code: str
) -> None:
    spoil(where, kind)
    assert kind.in_use(where) == program(kind)
    assert all(each.startswith(code) for each in kind.wrong(where))
    (where.site / kind.folder / kind.name).unlink()
    put(where, kind, 2, "Good")
    assert kind.in_use(where) == ("Good", Origin.SITE)
    (where.site / kind.folder / kind.name).unlink()
    spoil(where, kind)
    assert kind.in_use(where) == ("Good", Origin.KEPT)
    assert kind.wrong(where)
    (where.site / kind.folder / kind.name).unlink()
    put(where, kind, 4, "Better")
    assert (kind.in_use(where), kind.wrong(where)) == (("Better", Origin.SITE), set())


@every_kind
def test_nothing_goes_back_and_no_version_is_given_twice(where: Places, kind: Sent) -> None:
    put(where, kind, 5, "Good")
    assert kind.in_use(where) == ("Good", Origin.SITE)
    put(where, kind, 4, "Earlier")
    assert (kind.in_use(where), kind.wrong(where)) == (("Good", Origin.KEPT), {"site.older"})
    put(where, kind, 5, "Other words")
    assert (kind.in_use(where), kind.wrong(where)) == (("Good", Origin.KEPT), {"site.same-version"})
    put(where, kind, 5, "Good")
    assert (kind.in_use(where), kind.wrong(where)) == (("Good", Origin.SITE), set())


@pytest.mark.parametrize("kind", [KINDS["bank holidays"], KINDS["an interview"]])
def test_what_the_program_brings_itself_is_not_sent_with_other_words_or_older(where: Places, kind: Sent) -> None:
    put(where, kind, 1, "Other words")
    assert (kind.in_use(where), kind.wrong(where)) == (program(kind), {"site.same-version"})
    put(where, kind, 0, "Earlier")
    assert kind.in_use(where) == program(kind)
    assert kind.wrong(where) == ({"site.older"} if kind.folder == "calendar" else {"definition.not-positive"})


@every_kind
def test_what_is_taken_away_is_not_used_any_more_and_neither_is_its_copy(where: Places, kind: Sent) -> None:
    file = put(where, kind, 2, "Sent")
    kind.in_use(where)
    assert (where.kept / kind.folder / kind.name).read_bytes() == file.read_bytes()
    file.unlink()
    assert kind.in_use(where) == program(kind)
    assert [*where.kept.rglob("*.toml*")] == []


@every_kind
def test_a_copy_that_somebody_changed_is_not_used(where: Places, kind: Sent) -> None:
    put(where, kind, 2, "Good")
    kind.in_use(where)
    kept = where.kept / kind.folder / kind.name
    kept.write_bytes(kept.read_bytes().replace(b"Good", b"Evil"))
    unsigned(where, kind)
    assert kind.in_use(where) == program(kind)


SENDING = st.tuples(st.integers(2, 4), st.sampled_from(["One", "Two"]), st.sampled_from([KEY, KEY, OTHER, None]))


@settings(max_examples=25)
@given(st.sampled_from([KINDS["school holidays"], KINDS["a new interview"]]), st.lists(SENDING, max_size=6))
def test_whatever_is_sent_in_whatever_order_nothing_goes_back_and_a_version_always_says_the_same(
    kind: Sent, sendings: list[tuple[int, str, Ed25519PrivateKey | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        where, used = empty(Path(folder)), (0, kind.says(PROGRAM))
        for version, words, by in sendings:
            send(where, kind.of(version, words), by=by, name=kind.name, folder=kind.folder)
            taken = by is KEY and version > used[0]
            used = (version, words) if taken else used
            assert kind.in_use(where)[0] == used[1]


@settings(max_examples=60)
@given(st.sampled_from([*KINDS.values()]), st.data())
def test_no_bytes_in_the_folder_keep_the_program_from_starting(kind: Sent, data: st.DataObject) -> None:
    whole = kind.of(2, "Sent")
    cut = slice(*sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2))))
    put_in = data.draw(st.one_of(st.binary(max_size=40), st.sampled_from([b"= 5\n", b"[[", b"{}", b"[1]"])))
    with tempfile.TemporaryDirectory() as folder:
        where = empty(Path(folder))
        send(where, whole[: cut.start] + put_in + whole[cut.stop :], by=None, name=kind.name, folder=kind.folder)
        content = with_site(PROGRAM, TRYING, where)
        assert content.offered()
        assert content.calendar.holidays
