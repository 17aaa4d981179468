"""The paper that says who looked: roles and days, on few pages, in both languages."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pdfua
import pypdfium2
import pytest

from coachdesk.commitments import Format
from coachdesk.commitments.strings import strings_of
from coachdesk.documents.formats import render
from coachdesk.i18n import Language
from coachdesk.slips import SlipSource, Viewed, ViewedDay, viewing_log

MADE_AT = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
BUSY = frozenset({Viewed.LOOKED, Viewed.CHANGED, Viewed.PRINTED})


def source(language: Language = Language.ENGLISH) -> SlipSource:
    return SlipSource(
        name="Amira", coach_name="Sam Okafor", site="Wakefield", language=language, made_on=date(2026, 12, 1)
    )


def test_it_says_roles_and_days_and_nobodys_name_but_their_own() -> None:
    days = (ViewedDay(date(2026, 12, 1), BUSY), ViewedDay(date(2026, 11, 24), frozenset({Viewed.GIVEN})))
    words = "\n".join(strings_of(viewing_log(source(), days)))
    assert "Amira, this is who looked at your record" in words
    assert "Tuesday 1 December 2026" in words
    assert "Looked at it. Added to it or changed it." in words
    assert "Handed it to another work coach." in words
    assert not any(name in words for name in ("Sam", "Okafor", "Wakefield"))


def test_nobody_having_looked_is_said() -> None:
    assert "Nobody has looked at your record yet." in "\n".join(strings_of(viewing_log(source(), ())))


def test_days_long_ago_are_said_by_the_month() -> None:
    first = date(2026, 12, 1)
    days = tuple(ViewedDay(first - timedelta(days=each), frozenset({Viewed.LOOKED})) for each in range(100))
    words = "\n".join(strings_of(viewing_log(source(), days)))
    assert "Thursday 12 November 2026" in words
    assert "Wednesday 11 November 2026" not in words
    assert "Earlier in November 2026" in words
    assert "October 2026" in words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("kind", "most"), [(Format.PDF, 3), (Format.LARGE, 6)])
def test_two_busy_years_are_a_few_tagged_pages(language: Language, kind: Format, most: int, tmp_path: Path) -> None:
    days = tuple(ViewedDay(date(2026, 12, 1) - timedelta(days=each * 3), BUSY) for each in range(240))
    file = tmp_path / "record.pdf"
    file.write_bytes(render(viewing_log(source(language), days), kind, made_at=MADE_AT))
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []
    pages = pypdfium2.PdfDocument(file)
    assert len(pages) <= most
    pages.close()


@pytest.mark.parametrize("kind", [Format.HTML, Format.TEXT])
def test_it_is_a_web_page_and_text_as_well(kind: Format) -> None:
    made = render(viewing_log(source(), (ViewedDay(date(2026, 12, 1), BUSY),)), kind, made_at=MADE_AT).decode()
    assert "Printed a paper for you." in " ".join(made.split())
