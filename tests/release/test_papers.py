"""Each file of a bundle belongs to a part; the notices and the list for machines say what those parts are."""

import json
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tools.shipping import attribution, audit, notices, sbom
from tools.shipping.components import Component

OURS = Component("CoachDesk", "0.1.0", "MIT", ("CoachDesk.exe", "app/*"), ("../LICENSE",))
CIPHER = Component(
    "SQLCipher", "4.19.0", "BSD-3-Clause", within="sqlcipher3==0.6.4", cpe="cpe:2.3:a:z:s:4:*:*:*:*:*:*:*"
)
QT = Component("Qt", "6.11.3", "LGPL-3.0-only", ("PySide6/Qt6*.dll",), ("licences/Qt.txt",))
PACKAGE = Component(
    "sqlcipher3", "0.6.4", "Zlib", ("sqlcipher3/*", "sqlcipher3-0.6.4.dist-info/*"), ("sqlcipher3:*",),
    hashes=("a" * 64,), is_package=True,
)  # fmt: skip
PARTS = (OURS, QT, CIPHER, PACKAGE)


def test_files_are_found_wherever_a_bundle_keeps_its_packages() -> None:
    paths = ["CoachDesk.exe", "lib/PySide6/Qt6Core.dll", "_internal/sqlcipher3/_sqlite3.so", "app/ui/app.py"]
    found, strangers = attribution.attribute(paths, PARTS)
    assert [found[path].name for path in paths] == ["CoachDesk", "Qt", "sqlcipher3", "CoachDesk"]
    assert strangers == ()


def test_a_file_that_belongs_to_nobody_is_named() -> None:
    _found, strangers = attribution.attribute(["lib/stray.dll", "CoachDesk.exe"], PARTS)
    assert strangers == ("lib/stray.dll",)


def test_packages_are_known_by_any_spelling_of_their_names() -> None:
    assert (
        attribution.place_of("lib/jaraco.classes-3.4.0.dist-info/LICENSE") == "jaraco_classes-3.4.0.dist-info/LICENSE"
    )


def test_the_list_for_machines_is_what_cyclonedx_asks_for() -> None:
    files = {"CoachDesk.exe": ("CoachDesk", "b" * 64), "lib/sqlcipher3/x.pyd": ("sqlcipher3", "c" * 64)}
    made = sbom.bill(PARTS, files, "windows", "2026-11-22T09:00:00+00:00")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(made)) is None
    listed = {each["name"]: each for each in made["components"]}
    assert listed["sqlcipher3"]["purl"] == "pkg:pypi/sqlcipher3@0.6.4"
    assert listed["sqlcipher3"]["components"][0]["hashes"] == [{"alg": "SHA-256", "content": "c" * 64}]
    assert {"ref": "sqlcipher3@0.6.4", "dependsOn": ["SQLCipher@4.19.0"]} in made["dependencies"]
    assert made == sbom.bill(PARTS, files, "windows", "2026-11-22T09:00:00+00:00")


def site(folder: Path) -> Path:
    licences = folder / "sqlcipher3-0.6.4.dist-info" / "licenses"
    licences.mkdir(parents=True)
    (licences / "LICENSE").write_text("This software is provided 'as-is'.", "utf-8")
    return folder


def test_the_notices_name_every_part_and_print_each_text_once(tmp_path: Path) -> None:
    text = notices.notices((*PARTS, Component("Qt too", "6.11.3", "LGPL-3.0-only", texts=QT.texts)), site(tmp_path))
    for part in PARTS:
        assert f"{part.name} {part.version}\n    {part.licence}" in text
    assert text.count("Nothing in CoachDesk\n  checks or prevents that") == 1
    assert "Qt, Qt too" in text
    assert "provided 'as-is'" in text


def test_a_part_whose_licence_text_is_not_there_stops_the_release(tmp_path: Path) -> None:
    with pytest.raises(notices.TextMissingError, match="The licence text of sqlcipher3 is not at"):
        notices.notices(PARTS, tmp_path)


def test_an_audit_that_could_ask_nobody_says_so_and_is_not_whole() -> None:
    nobody = audit.read('{"dependencies": [{"name": "babel", "skip_reason": "not found"}], "fixes": []}')
    for found in (nobody, audit.read(""), audit.read("[]")):
        assert not found.is_whole
        assert found.sentences()[-1].startswith("NOT AUDITED: no source of advisories can be reached from here.")


def test_an_audit_names_the_weak_and_those_it_could_not_ask_about() -> None:
    weak = {"name": "babel", "version": "2.9.0", "vulns": [{"id": "CVE-2021-42771"}]}
    sound = {"name": "cffi", "version": "2.1.1", "vulns": []}
    found = audit.read(json.dumps({"dependencies": [weak, sound, {"name": "odd", "skip_reason": "not found"}]}))
    assert not found.is_whole
    assert found.sentences() == [
        "babel 2.9.0 has known weaknesses: CVE-2021-42771.",
        "NOT AUDITED, the source of advisories does not know them: odd.",
        "2 packages were audited; 1 of them have known weaknesses.",
    ]
