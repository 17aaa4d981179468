"""The caseload as a file, opened by LibreOffice: not one cell of it is calculated, and the texts are whole."""

import io
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coachdesk.caseload import FileKind, layout_of, rows, written
from coachdesk.people import Person

HOSTILE = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠A1", " =1+1", '"=1+1', "'=1+1"),
    *('=HYPERLINK("http://example.invalid","x")', "=cmd|' /C calc'!A0", '=WEBSERVICE("http://example.invalid")'),
    *("a,=1+1", "a;=1+1", "a|=1+1", "a\t=1+1", "=1+1;=2+2", "<b>&amp;</b>", "{=1+1}", "_x003D_1", "%0A=1+1", "#REF!"),
)
MANY = 1_250


def convert(file: Path, kind: str) -> Path:
    """The file as LibreOffice writes it; the test is left out where its spreadsheet is not there."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here.")
    made = file.with_suffix(f".{kind}") if file.suffix != f".{kind}" else file.with_name(f"again-{file.name}")
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    said = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(file.parent), str(file)]
    for _first_makes_the_profile in range(2):
        subprocess.run(said, capture_output=True, check=False, timeout=120)
        if made.exists():
            return made
    pytest.skip("LibreOffice is here without its spreadsheet.")


@pytest.mark.parametrize("kind", list(FileKind))
def test_no_cell_of_five_thousand_hostile_ones_is_calculated(kind: FileKind, tmp_path: Path) -> None:
    give_out_hostile_cells(kind, tmp_path, seed=5)


def give_out_hostile_cells(kind: FileKind, folder: Path, *, seed: int) -> None:
    """Save a caseload of such cells, let LibreOffice read it, and read it again ourselves."""
    chance = random.Random(seed)
    cells = [tuple(chance.choice(HOSTILE) for _place in range(4)) for _row in range(MANY)]
    people = [
        Person(id="1", given_name=one, family_name=two, preferred_name=three, phone=four)
        for one, two, three, four in cells
    ]
    file = folder / f"caseload.{kind}"
    file.write_bytes(b"".join(written(people, kind)))
    seen = convert(file, "fods").read_text("utf-8")
    assert len(re.findall("<table:table-row", seen)) >= MANY
    assert "table:formula" not in seen
    assert "text:a " not in seen
    back = io.BytesIO(file.read_bytes())
    assert [row.cells[:3] + row.cells[4:5] for row in rows(back, layout_of(back))][1:] == cells
