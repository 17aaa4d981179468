"""The square at the foot of the pages, and what a file says that it is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coachdesk.commitments import CommitmentDocument, SectionKind, snapshot
from coachdesk.commitments.sealing import issued_document, square_text
from coachdesk.documents.checker import check
from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.identity import Claim, claims
from coachdesk.documents.images import page_images
from coachdesk.documents.qr import SIDE, square_of
from coachdesk.documents.style import EASY, LARGE, STANDARD, Style
from coachdesk.i18n import Language
from tests.core.commitments.amira import AMIRA, source

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
STYLES = pytest.mark.parametrize("style", [STANDARD, LARGE, EASY], ids=["standard", "large", "easy"])


def issued(*, safe: bool = False) -> CommitmentDocument:
    made = replace(source(), person=replace(AMIRA, safe_address=safe))
    return issued_document(snapshot(made), Language.ENGLISH)


def square_on_the_page(content: bytes, style: Style, many: int) -> tuple[bytes, ...]:
    """The square of the first page, a module a byte, as it would be seen: the middle of every module."""
    scale = 4.0
    page = page_images(content, scale=scale)[0]
    left = (style.left + style.width - SIDE) * scale
    top = (style.page[1] - (style.bottom - style.footer * 2.2 + 8)) * scale
    side = SIDE * scale / many

    def dark(row: int, column: int) -> int:
        x, y = int(left + (column + 0.5) * side), int(top + (row + 0.5) * side)
        return int(page.rgba[(y * page.width + x) * 4] < 128)

    return tuple(bytes(dark(row, column) for column in range(many)) for row in range(many))


@STYLES
def test_the_square_on_the_page_is_the_code_of_number_and_hash(style: Style) -> None:
    document = issued()
    modules = tuple(bytes(row) for row in square_of(square_text(document)).matrix)
    assert square_on_the_page(render_pdf(document, made_at=NOON, style=style), style, len(modules)) == modules


@STYLES
def test_a_sealed_document_passes_its_checks_and_is_the_same_every_time(style: Style) -> None:
    content = render_pdf(issued(), made_at=NOON, style=style)
    assert check(content) == ()
    assert render_pdf(issued(), made_at=NOON, style=style) == content


def test_no_square_is_drawn_where_a_safe_address_is_set() -> None:
    seen = square_on_the_page(render_pdf(issued(safe=True), made_at=NOON), STANDARD, 33)
    dark_corner = all(seen[row][column] for row in (0, 6) for column in range(7))
    assert not dark_corner


def test_a_file_says_which_commitment_it_is() -> None:
    first, *_ = claims(render_pdf(issued(), made_at=NOON))
    (about,) = (section for section in issued().sections if section.kind is SectionKind.ABOUT)
    code = about.points[-1].words.value
    assert first == Claim("K7M2-14", 1, code)


def test_a_file_whose_metadata_is_gone_still_names_its_number_on_the_page() -> None:
    content = render_pdf(issued(), made_at=NOON).replace(b"K7M2-14/1", b"?????????")
    assert Claim("K7M2-14") in claims(content)


def test_what_is_no_document_says_nothing() -> None:
    assert claims(b"") == ()
    assert claims(b"some words") == ()
