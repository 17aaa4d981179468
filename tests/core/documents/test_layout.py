import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.commitments.document import PlannedAction
from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.images import page_images
from coachdesk.documents.style import STANDARD
from tests.core.documents.papers import LONG_REASON, LONG_WORD, MADE_AT, action, every_paper, many, paper, said
from tests.core.documents.reading import actions, spoken


def test_no_action_of_forty_is_split_over_pages() -> None:
    on_pages = actions(render_pdf(paper(asked=many(40, sentences=10)), made_at=MADE_AT))
    assert len(on_pages) == 42
    assert all(len(pages) == 1 for pages in on_pages)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(min_value=0, max_value=45), min_size=1, max_size=12))
def test_no_action_that_fits_on_a_page_is_split_however_long_each_is(lengths: list[int]) -> None:
    asked = tuple(action("Do it", ("By", "Friday"), reason="One line of words for it, and on. " * n) for n in lengths)
    assert all(len(pages) == 1 for pages in actions(render_pdf(paper(asked=asked), made_at=MADE_AT)))


def test_an_action_longer_than_a_page_is_split_and_is_still_one_paragraph_to_a_screen_reader() -> None:
    content = render_pdf(paper(asked=(action("Do this", reason=LONG_REASON * 2),)), made_at=MADE_AT)
    (reason,) = [part for part in spoken(content) if part.words.startswith("Because you told us that the bus")]
    assert len(reason.pages) > 1
    assert reason.words == LONG_REASON.strip() + " " + LONG_REASON.strip()


def test_a_heading_is_never_left_behind_at_the_foot_of_a_page() -> None:
    for goals in range(1, 30):
        content = render_pdf(paper(goals=tuple(said(f"Goal {n}") for n in range(goals))), made_at=MADE_AT)
        parts = spoken(content)
        for heading, following in pairwise(parts):
            if heading.tag == "H2":
                assert max(heading.pages) == min(following.pages), heading.words


def test_every_page_says_which_it_is_outside_what_is_read_aloud() -> None:
    content = render_pdf(paper(asked=many(12)), made_at=MADE_AT)
    document = pypdfium2.PdfDocument(content)
    texts = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    document.close()
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert "My commitments K7M2-14, edition 1" in text
    assert not any("Page 1 of" in part.words for part in spoken(content))


def test_nothing_is_drawn_in_the_margins_but_edges_and_the_foot() -> None:
    for name, document in every_paper().items():
        for image in page_images(render_pdf(document, made_at=MADE_AT), scale=1):
            right = round(STANDARD.page[0] - STANDARD.right) + 3
            rows = range(image.height)
            margin = {image.rgba[(y * image.width + x) * 4] for y in rows for x in range(right, image.width, 3)}
            assert margin == {255}, name


def test_what_is_asked_chosen_and_promised_is_told_apart_without_colour() -> None:
    content = render_pdf(paper(), made_at=MADE_AT)
    with pikepdf.open(BytesIO(content)) as pdf:
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    dotted = re.findall(rb"\[[\d. ]+\] 0 d", drawn)
    assert len(dotted) == 1
    strokes = re.findall(rb" l S", drawn)
    feet = len(pdf_pages(content))
    assert len(strokes) == feet + 1 + 1 + 2, "a line at each foot, one solid, one dotted, two for the double edge"


def pdf_pages(content: bytes) -> tuple[object, ...]:
    return page_images(content, scale=0.1)


def test_a_larger_style_lays_the_same_words_out_anew() -> None:
    document = paper(asked=(PlannedAction(said(LONG_WORD)), *many(3)))
    large = replace(STANDARD, body=18, action=20, quote=20, heading=24, title=36, footer=18, indent=36, bottom=100)
    standard, larger = (render_pdf(document, made_at=MADE_AT, style=style) for style in (STANDARD, large))
    assert len(pdf_pages(larger)) > len(pdf_pages(standard))
    assert _words(larger) == _words(standard)


def _words(content: bytes) -> str:
    return "".join("".join(part.words.split()) for part in spoken(content))
