"""Every format in both languages, of every written case and of plans that try the layout, by other people's checkers."""

from dataclasses import replace
from pathlib import Path

from coachdesk.commitments import Format, build
from coachdesk.documents.formats import render
from coachdesk.i18n import Language
from tests.core.documents.papers import MADE_AT
from tests.core.rehearsal.every_format import NAMES, made
from tests.papers.plans import sources
from tests.papers.test_papers import judged_well

PAGED = tuple(kind for kind in Format if kind.is_paged)
PLANS = 8


def test_every_format_of_every_case_can_be_read_aloud(tmp_path: Path) -> None:
    pdfs = []
    for name in NAMES:
        for file, content in made(name).named().items():
            if file.endswith(".pdf"):
                pdfs.append(tmp_path / f"{name}-{file}")
                pdfs[-1].write_bytes(content)
    assert len(pdfs) == len(NAMES) * len(PAGED) * len(Language)
    judged_well(pdfs)


def test_every_format_of_plans_that_try_the_layout_can_be_read_aloud(tmp_path: Path) -> None:
    pdfs = []
    for number, source in enumerate(sources(PLANS)):
        for language in Language:
            document = build(replace(source, language=language))
            for kind in PAGED:
                pdfs.append(tmp_path / f"{number}-{language}-{kind}.pdf")
                pdfs[-1].write_bytes(render(document, kind, made_at=MADE_AT))
    judged_well(pdfs)
