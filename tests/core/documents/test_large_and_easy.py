"""Large print and easy read: the same words for other eyes."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from coachdesk.commitments import CommitmentDocument, Picture, build
from coachdesk.documents.checker import check
from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.pictures import SIDE, shapes_of
from coachdesk.documents.style import EASY, INK, LARGE, STANDARD, Style, looks
from coachdesk.i18n import Language
from tests.core.commitments.amira import GOAL, source
from tests.core.documents.papers import LONG_REASON, MADE_AT, every_paper, many, paper
from tests.core.documents.reading import actions, spoken, squeezed

PAPERS = every_paper()


def sizes(content: bytes) -> Iterator[float]:
    """The size of every piece of text on every page, in points."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            for instruction in pikepdf.parse_content_stream(page, "Tf"):
                yield float(instruction.operands[1])


@pytest.mark.parametrize("name", PAPERS)
def test_large_print_has_no_letter_below_eighteen_points_and_says_the_same(name: str) -> None:
    large = render_pdf(PAPERS[name], made_at=MADE_AT, style=LARGE)
    assert min(sizes(large)) >= 18
    standard = render_pdf(PAPERS[name], made_at=MADE_AT)
    assert [part.tag for part in spoken(large)] == [part.tag for part in spoken(standard)]
    assert [squeezed(part.words) for part in spoken(large)] == [squeezed(part.words) for part in spoken(standard)]


def test_large_print_is_laid_out_anew_and_not_zoomed() -> None:
    assert (LARGE.page, STANDARD.page) == (EASY.page, STANDARD.page)
    kinds = [
        (looks(style).title, looks(style).heading, looks(style).action, looks(style).body)
        for style in (STANDARD, LARGE)
    ]
    for ramp in kinds:
        assert all(above.size > below.size for above, below in pairwise(ramp))
    assert all(large.size > standard.size for standard, large in zip(*kinds, strict=True))
    assert looks(LARGE).body.leading >= 1.4 * LARGE.body
    assert looks(LARGE).quiet_label.colour == INK


def test_no_action_of_large_print_is_split_over_pages() -> None:
    on_pages = actions(render_pdf(paper(asked=many(40)), made_at=MADE_AT, style=LARGE))
    assert len(on_pages) == 42
    assert all(len(pages) == 1 for pages in on_pages)


def easy(document: CommitmentDocument, style: Style = EASY) -> bytes:
    return render_pdf(document, made_at=MADE_AT, style=style)


@pytest.mark.parametrize("language", Language)
def test_easy_read_has_a_picture_before_every_line_and_its_letters_are_large(language: Language) -> None:
    document = build(replace(source(), language=language))
    content = easy(document)
    assert min(sizes(content)) >= 16
    assert check(content) == ()
    lines = [line for section in document.easy for line in section.lines]
    parts = [part for part in spoken(content) if part.tag in {"Figure", "P"}]
    assert [part.tag for part in parts] == ["Figure", "P"] * len(lines)
    assert [part.element.alternative for part in parts[::2]] == [line.alternative.value for line in lines]
    for picture, words in zip(parts[::2], parts[1::2], strict=True):
        assert picture.pages <= words.pages, "a picture stands beside the words that it belongs to"


def test_a_figure_says_where_on_its_page_it_is() -> None:
    with pikepdf.open(BytesIO(easy(build(source())))) as pdf:
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        assert figures
        for figure in figures:
            left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
            assert (right - left, top - bottom) == pytest.approx((EASY.picture, EASY.picture), abs=0.02)
            assert left >= 0
            assert top <= EASY.page[1]


def test_words_longer_than_a_page_are_still_one_paragraph_beside_one_picture() -> None:
    (goal,) = source().plan.goals
    long = build(source(plan=replace(source().plan, goals=(replace(goal, text=LONG_REASON * 2),))))
    (words,) = [part for part in spoken(easy(long)) if part.words.startswith("Because you told us that the bus")]
    assert len(words.pages) > 1
    assert squeezed(words.words) == squeezed(LONG_REASON * 2)


def test_the_same_document_gives_the_same_bytes() -> None:
    document = build(source())
    assert easy(document) == easy(document)
    assert easy(document, LARGE) == easy(document, LARGE)


def test_every_picture_stays_on_its_square() -> None:
    for picture in Picture:
        shapes, ink = shapes_of(picture)
        assert shapes
        assert ink.startswith("#")
        for shape in shapes:
            numbers = [number for _letter, step in shape.steps for number in step]
            assert all(0 <= number <= SIDE for number in (*numbers, *shape.numbers)), picture


def test_the_goal_is_as_it_was_said() -> None:
    assert GOAL.text in [part.words for part in spoken(easy(build(source())))]
