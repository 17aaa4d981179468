"""Makes every odd plan in every format and language: `python -m tests.papers.making FOLDER COUNT`.

Each file has its snapshot beside it, so that what it says can be compared with what was to be said.
"""

import sys
from dataclasses import replace
from pathlib import Path

from coachdesk.commitments import Format, snapshot
from coachdesk.commitments.sealing import issued_document
from coachdesk.documents.formats import render
from coachdesk.i18n import Language
from tests.core.documents.papers import MADE_AT
from tests.papers.plans import sources

PLANS = 50


def name_of(number: int, language: Language, kind: Format) -> str:
    """The name of a file; what it holds says its ending."""
    return f"{number:02}-{language}-{kind}" + (".pdf" if kind.is_paged else "")


def make(folder: Path, count: int) -> None:
    """Write the files of so many plans, and their snapshots as `NUMBER.json`."""
    for number, source in enumerate(sources(count)):
        text = snapshot(replace(source, language=Language.ENGLISH))
        (folder / f"{number:02}.json").write_text(text, encoding="utf-8")
        for language in Language:
            document = issued_document(text, language)
            for kind in Format:
                (folder / name_of(number, language, kind)).write_bytes(render(document, kind, made_at=MADE_AT))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
