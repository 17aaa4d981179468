"""Every part that is shipped is known, and its licence allowed; what is not known stops a release."""

import pytest

from tools.shipping import LOCK, PACKAGING, components, lock
from tools.shipping.components import Component, Table

TABLE = components.load(components.TABLE.read_text("utf-8"))
PINS = lock.pinned(LOCK.read_text("utf-8"))


def with_packages(**licences: str) -> Table:
    return Table({"MIT": "", "LGPL-3.0-only": ""}, {name: {"licence": each} for name, each in licences.items()})


def test_all_parts_of_our_lock_are_known_and_their_licences_allowed() -> None:
    assert list(components.problems(TABLE, PINS)) == []


def test_a_package_that_nobody_has_looked_at_stops_the_release() -> None:
    stranger = lock.Pinned("stranger", "1.0", "", ())
    assert list(components.problems(with_packages(), [stranger])) == [
        "stranger is in the lock and not in components.toml: who made it, and under which licence?"
    ]


def test_a_licence_that_nobody_has_allowed_stops_the_release() -> None:
    pins = [lock.Pinned("viral", "1.0", "", ())]
    assert list(components.problems(with_packages(viral="AGPL-3.0-only"), pins)) == [
        "viral: nobody has allowed the licence AGPL-3.0-only."
    ]


def test_what_lies_inside_a_package_is_looked_at_again_when_the_package_changes() -> None:
    part = Component("OpenSSL inside", "3.6.0", "MIT", within="held==1.0")
    table = Table({"MIT": ""}, {"held": {"licence": "MIT"}}, (part,))
    assert list(components.problems(table, [lock.Pinned("held", "1.1", "", ())])) == [
        "OpenSSL inside was last seen in held==1.0; the lock has held 1.1: look again."
    ]


@pytest.mark.parametrize(
    ("licence", "refused"),
    [
        ("MIT", []),
        ("GPL-3.0-only OR LGPL-3.0-only", []),
        ("MIT AND (GPL-3.0-only OR LGPL-3.0-only)", []),
        ("MIT AND AGPL-3.0-only", ["AGPL-3.0-only"]),
        ("GPL-3.0-or-later", ["GPL-3.0-or-later"]),
        ("", [""]),
    ],
)
def test_of_alternatives_one_has_to_be_allowed_and_of_several_all(licence: str, refused: list[str]) -> None:
    assert components.refused(licence, ["MIT", "LGPL-3.0-only"]) == refused


def test_the_gpl_goes_out_with_its_exception_only() -> None:
    assert components.refused("GPL-3.0-or-later WITH GCC-exception-3.1", TABLE.allowed) == []
    assert components.refused("GPL-3.0-or-later", TABLE.allowed) == ["GPL-3.0-or-later"]
    assert components.refused("GPL-3.0-or-later WITH LLVM-exception", TABLE.allowed) == ["GPL-3.0-or-later"]


def test_windows_gets_what_only_windows_needs_and_linux_its_keychain() -> None:
    for_windows = {pin.name for pin in lock.meant_for("windows", PINS, "3.13.2")}
    for_linux = {pin.name for pin in lock.meant_for("linux", PINS, "3.13.2")}
    assert for_windows - for_linux == {"pywin32-ctypes"}
    assert {"jeepney", "secretstorage"} <= for_linux - for_windows


def test_every_entry_of_the_lock_can_be_checked_by_its_hash() -> None:
    assert [pin.name for pin in PINS if not pin.hashes] == []
    assert {len(each) for pin in PINS for each in pin.hashes} == {64}


def test_what_the_packages_say_of_their_licences_is_what_our_table_says() -> None:
    from importlib.metadata import PackageNotFoundError, metadata

    differing = {}
    for name, entry in TABLE.packages.items():
        try:
            said = dict(metadata(name).json).get("license_expression")
        except PackageNotFoundError:
            continue  # for Windows only, or for another Python
        if said and said != entry["licence"]:
            differing[name] = said
    assert differing == {}


def test_the_duties_that_come_with_qt_are_written_down() -> None:
    duties = " ".join((PACKAGING / "licences" / "Qt.txt").read_text("utf-8").split())
    for word in (
        "You may replace them by your own builds",
        "reverse engineering",
        "source code is offered",
        "version 3",
    ):
        assert word in duties
