"""Other programs that make PDF/UA from the same text, while they are warm.

WeasyPrint is no dependency of ours: COACHDESK_WEASYPRINT names a Python that has it; it is kept running. LibreOffice is
called for a file as a program without a server of its own calls it, with its profile and its files in memory; and for
several files at once, of which each further one counts. Where one is missing, its line says so.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.bench.harness import Go

_WEASYPRINT = """
import sys, weasyprint
for line in sys.stdin:
    source, target = line.rstrip().split("\\t")
    weasyprint.HTML(filename=source).write_pdf(target, pdf_variant="pdf/ua-1")
    print("done", flush=True)
"""

_FILTER = 'pdf:writer_web_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_FURTHER = 5


@dataclass(frozen=True)
class Twin:
    """Another program: its name, and one go of it; or how to get it where it is not there."""

    name: str
    go: Go | None
    missing: str = ""


@contextmanager
def weasyprint(page: Path) -> Iterator[Twin]:
    """WeasyPrint, making PDF/UA of a page."""
    name, python = "WeasyPrint", os.environ.get("COACHDESK_WEASYPRINT", "")
    if not python:
        yield Twin(name, None, "set COACHDESK_WEASYPRINT to a Python that has it")
        return
    with subprocess.Popen(
        [python, "-c", _WEASYPRINT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, told = process.stdin, process.stdout

        def go() -> float:
            started = perf_counter()
            asked.write(f"{page}\t{page.with_suffix('.pdf')}\n")
            asked.flush()
            assert told.readline() == "done\n", "WeasyPrint made nothing."
            return perf_counter() - started

        yield Twin(name, go)
        asked.close()


@contextmanager
def office_called(page: Path) -> Iterator[Twin]:
    """LibreOffice without a window, called for one page."""
    with _office(page, "LibreOffice, called", 0) as twin:
        yield twin


@contextmanager
def office_at_work(page: Path) -> Iterator[Twin]:
    """LibreOffice while it is at work: a further page of a call for several."""
    with _office(page, "LibreOffice, a further file", _FURTHER) as twin:
        yield twin


@contextmanager
def _office(page: Path, name: str, further: int) -> Iterator[Twin]:
    program = shutil.which("soffice")
    if program is None:
        yield Twin(name, None, "apt-get install libreoffice-writer-nogui")
        return
    with tempfile.TemporaryDirectory(prefix="coachdesk-office-") as folder:
        copies = [Path(folder) / f"{number}.html" for number in range(1 + further)]
        for copy in copies:
            shutil.copy(page, copy)

        def convert(pages: list[Path]) -> float:
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = [program, "--headless", profile, "--convert-to", _FILTER, "--outdir", folder, *map(str, pages)]
            started = perf_counter()
            subprocess.run(command, check=True, capture_output=True, timeout=300)
            assert all(each.with_suffix(".pdf").exists() for each in pages), "LibreOffice made nothing."
            return perf_counter() - started

        def go() -> float:
            return (convert(copies) - convert(copies[:1])) / further if further else convert(copies)

        yield Twin(name, go)
