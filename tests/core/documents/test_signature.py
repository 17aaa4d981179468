"""A signature on paper is one picture with words in its place, checked like all the rest."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pytest

from coachdesk.commitments import Format, Signer, issued_document, snapshot
from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.formats import render
from coachdesk.documents.html_checker import check_html
from coachdesk.documents.images import page_images
from coachdesk.documents.style import EASY, LARGE, STANDARD, Style
from coachdesk.documents.tree_reader import elements
from coachdesk.i18n import Language
from tests.core.commitments.amira import AMIRA, source
from tests.core.commitments.signing import drawn, signature, signed
from tests.core.documents.papers import MADE_AT
from tests.core.documents.reading import spoken

ALTERNATIVE = "Signed on screen by Amira Khalil on Tuesday 1 December 2026."
PAGED = {Format.PDF: STANDARD, Format.LARGE: LARGE, Format.EASY: EASY}


def made(kind: Format, language: Language = Language.ENGLISH) -> bytes:
    both = signed(signature(strokes=drawn()), signature(Signer.COACH, name="Sam"))
    return render(issued_document(snapshot(both), language), kind, made_at=datetime(2026, 12, 1, tzinfo=UTC))


def signature_figures(content: bytes) -> list[tuple[str, tuple[float, ...]]]:
    """The words in the place of each signature, and where it stands."""
    with pikepdf.open(BytesIO(content)) as pdf:
        figures = [pdf.get_object(each.identity) for each in elements(pdf) if each.tag == "Figure"]
        return [
            (str(each.Alt), tuple(float(edge) for edge in each.A.BBox))
            for each in figures
            if "on screen" in str(each.Alt) or "sgrin" in str(each.Alt)
        ]


@pytest.mark.parametrize(("kind", "style"), PAGED.items())
def test_what_was_drawn_is_one_picture_with_words_and_a_place_on_the_page(kind: Format, style: Style) -> None:
    content = made(kind)
    ((words, box),) = signature_figures(content)
    assert words == ALTERNATIVE
    left, bottom, right, top = box
    assert left >= style.left - 1
    assert right <= style.left + style.width
    assert bottom >= style.bottom
    assert 2 < (right - left) / (top - bottom) < 3
    parts = [part.words for part in spoken(content)]
    assert "Amira Khalil, Tuesday 1 December 2026" in parts


def test_the_ink_is_where_the_picture_says_that_it_is() -> None:
    content = made(Format.PDF)
    ((_words, box),) = signature_figures(content)
    left, bottom, right, top = (round(edge) for edge in box)
    found = [
        sum(
            page.rgba[((page.height - y) * page.width + x) * 4] < 100
            for x in range(left, right)
            for y in range(bottom, top)
        )
        for page in page_images(content, scale=1)
    ]
    assert max(found) > 150


def test_a_typed_name_is_a_sentence_and_no_picture() -> None:
    typed = signed(signature(Signer.COACH, name="Sam"))
    content = render(issued_document(snapshot(typed), Language.ENGLISH), Format.PDF, made_at=MADE_AT)
    assert signature_figures(content) == []
    assert "Signed with a typed name by the work coach, Sam Okafor, on Tuesday 1 December 2026." in [
        part.words for part in spoken(content)
    ]


def test_a_web_page_draws_it_by_itself_and_says_it_to_a_screen_reader() -> None:
    text = made(Format.HTML).decode()
    (picture,) = re.findall(r"<svg.*?</svg>", text, flags=re.DOTALL)
    assert f'role="img" aria-label="{ALTERNATIVE}"' in picture
    assert re.search(r'<path d="M\d+ \d+L\d+ \d+', picture)
    assert "<figcaption>Amira Khalil, Tuesday 1 December 2026</figcaption>" in text
    assert "<p>Signed with a typed name by the work coach, Sam Okafor, on Tuesday 1 December 2026.</p>" in text


def test_a_web_page_whose_picture_says_nothing_is_refused() -> None:
    content = made(Format.HTML)
    assert check_html(content) == ()
    silent = content.replace(f'aria-label="{ALTERNATIVE}"'.encode(), b'aria-label=" "')
    assert [finding.code for finding in check_html(silent)] == ["html-picture"]


def test_the_text_says_it_in_a_sentence() -> None:
    text = " ".join(made(Format.TEXT).decode().split())
    assert ALTERNATIVE in text
    assert text.count("Amira Khalil, Tuesday") == 0


@pytest.mark.parametrize("language", Language)
def test_pdfua_finds_nothing_and_the_same_signature_gives_the_same_bytes(language: Language, tmp_path: Path) -> None:
    for kind in PAGED:
        content = made(kind, language)
        assert content == made(kind, language)
        path = tmp_path / f"{kind}.pdf"
        path.write_bytes(content)
        assert [finding.message for finding in pdfua.validate(str(path)).findings] == []


def test_a_name_longer_than_a_page_is_cut_below_its_picture() -> None:
    person = replace(AMIRA, family_name="Khalil " * 900)
    content = render_pdf(
        issued_document(snapshot(signed(signature(strokes=drawn()), made=source(person=person))), Language.ENGLISH),
        made_at=MADE_AT,
    )
    assert len(signature_figures(content)) == 1
    assert max(len(part.pages) for part in spoken(content)) > 1


def test_with_a_safe_address_no_coachs_hand_is_drawn() -> None:
    hidden = signed(signature(Signer.COACH, strokes=drawn()), made=source(person=replace(AMIRA, safe_address=True)))
    document = issued_document(snapshot(hidden), Language.ENGLISH)
    for kind in Format:
        content = render(document, kind, made_at=MADE_AT)
        assert b"Okafor" not in content
        assert b"<svg" not in content
        if kind.is_paged:
            assert signature_figures(content) == []
