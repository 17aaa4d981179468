"""The documents name what is there: every file that they send a reader to, and every part of the house."""

import re

from tests.house.sources import ROOT, place, text_files

_PATH = re.compile(r"(?<![\w/.-])((?:coachdesk|ui|tests|tools|docs|resources|packaging)(?:/[\w.-]+)+)")


def test_every_file_that_a_document_names_is_there() -> None:
    gone = [
        f"{place(path, number)} {name}"
        for path in text_files()
        if path.suffix == ".md"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for name in (found.rstrip(".") for found in _PATH.findall(line))
        if not any((start / f"{name}{ending}").exists() for start in (ROOT, path.parent) for ending in ("", ".py"))
    ]
    assert gone == []


def test_every_part_of_the_house_has_its_line() -> None:
    house = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## The house")[2].partition("\n## ")[0]
    parts = {
        each.stem
        for package in ("coachdesk", "ui")
        for each in (ROOT / package).iterdir()
        if each.suffix == ".py" or (each / "__init__.py").is_file()
    }
    assert {part for part in parts if not part.startswith("__") and not re.search(rf"\b{part}\b", house)} == set()
