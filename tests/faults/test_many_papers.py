"""A thousand plans made by chance, as PDFs: judged by other people's checkers, read again, and made twice."""

from pathlib import Path
from random import Random

import pytest

from coachdesk.commitments import Format, snapshot
from coachdesk.commitments.sealing import issued_document
from coachdesk.documents.formats import render
from coachdesk.i18n import Language
from tests.core.documents.papers import MADE_AT
from tests.faults.tally import Tally, many
from tests.papers.plans import source_of
from tests.papers.saying import expected, read
from tests.papers.test_papers import judged_well

AT_ONCE = 50
"""So many papers are judged together: a checker takes longer to start than to judge one."""
PAGED = tuple(kind for kind in Format if kind.is_paged)
DOES_SOMETHING = (b"/JavaScript", b"/OpenAction", b"/Launch", b"/EmbeddedFile", b"/S /URI")


def made(chance: Random, number: int, folder: Path) -> Path:
    """A paper that says what its plan says, in that order, does nothing by itself, and is the same when made again."""
    text = snapshot(source_of(chance, number))
    document, kind = issued_document(text, chance.choice(list(Language))), chance.choice(PAGED)
    content = render(document, kind, made_at=MADE_AT)
    assert render(issued_document(text, document.language), kind, made_at=MADE_AT) == content
    assert not [word for word in DOES_SOMETHING if word in content]
    paper = folder / f"{number}.pdf"
    paper.write_bytes(content)
    assert read(paper, document, kind) == expected(document, kind)
    return paper


@pytest.mark.timeout(7200)
def test_any_plan_becomes_a_paper_that_can_be_read_aloud(tmp_path: Path, tally: Tally) -> None:
    waiting: list[Path] = []
    wanted = many(short=8, full=1000)
    for number in tally.trials("papers of plans made by chance", "0 wrong", wanted):
        waiting.append(made(Random(f"{tally.seed}-{number}"), number, tmp_path))
        if len(waiting) == AT_ONCE or number == wanted - 1:
            judged_well(waiting)
            for paper in waiting:
                paper.unlink()
            waiting.clear()
