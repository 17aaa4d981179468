from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pdfua
import pypdfium2
import pytest

from coachdesk.commitments import CommitmentDocument, Format
from coachdesk.commitments.strings import strings_of
from coachdesk.documents.checker import check
from coachdesk.documents.formats import render
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.slips import NEEDS, Change, ChangedBy, Meeting, SlipSource, receipt, reminder

MADE_AT = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
AMIRA = SlipSource(
    name="Amira",
    coach_name="Sam Okafor",
    site="Wakefield",
    language=Language.ENGLISH,
    made_on=date(2026, 12, 1),
    telephone="0800 328 5644",
)
MEETING = Meeting(
    on=date(2026, 12, 15),
    at=time(10, 30),
    minutes=30,
    channel=Channel.FACE_TO_FACE,
    place="First floor, desk 4",
    needs=(NEEDS["quiet_room"], NEEDS["interpreter"]),
)
LATER = replace(MEETING, on=date(2026, 12, 17), at=time(14), channel=Channel.PHONE, needs=(NEEDS["interpreter"],))
MOVED = Change(before=MEETING, now=LATER, by=ChangedBy.THEM, changed_on=date(2026, 12, 1))


def said(document: CommitmentDocument) -> str:
    return "\n".join(strings_of(document))


def test_a_reminder_says_when_where_what_will_be_there_how_to_get_there_and_how_to_change_it() -> None:
    words = said(reminder(AMIRA, MEETING))
    for expected in (
        "Amira, this is when and how we meet next.",
        "Tuesday 15 December 2026",
        "10:30am",
        "about 30 minutes",
        "First floor, desk 4",
        "A quiet room.",
        "An interpreter.",
        "Keep your ticket",
        "by phone on 0800 328 5644",
        "You need no proof to ask.",
    ):
        assert expected in words


def test_nothing_is_said_of_what_follows_if_somebody_does_not_come() -> None:
    words = said(reminder(AMIRA, MEETING)).casefold()
    for never in ("must", "sanction", "reduced", "required", "payment", "fail"):
        assert never not in words


def test_a_call_needs_no_journey_and_no_place() -> None:
    words = said(reminder(AMIRA, LATER))
    assert "We ring you." in words
    assert "Getting there" not in words
    assert "Where" not in words


def test_a_safe_address_keeps_site_place_surname_and_telephone_off_the_slip() -> None:
    safe = replace(AMIRA, safe_address=True)
    for document in (reminder(safe, MEETING), receipt(safe, MOVED)):
        words = said(document)
        for hidden in ("Wakefield", "desk 4", "Okafor", "0800"):
            assert hidden not in words
    assert "where we agreed" in said(reminder(safe, MEETING))


def test_a_receipt_says_who_asked_what_it_was_what_it_is_and_the_day() -> None:
    words = said(receipt(AMIRA, MOVED))
    assert "Amira, you asked us to change our appointment, and we did." in words
    assert "Tuesday 15 December 2026, 10:30am, face to face" in words
    assert "Thursday 17 December 2026, 2pm, by phone" in words
    assert "Changed on\nTuesday 1 December 2026" in words
    assert "We are sorry" in said(receipt(AMIRA, replace(MOVED, by=ChangedBy.US)))


def test_a_receipt_for_another_place_names_both_and_neither_where_a_safe_address_is_set() -> None:
    upstairs = replace(MOVED, now=replace(MEETING, place="Second floor, desk 9"))
    words = said(receipt(AMIRA, upstairs))
    assert "10:30am, face to face, First floor, desk 4" in words
    assert "10:30am, face to face, Second floor, desk 9" in words
    assert "floor" not in said(receipt(replace(AMIRA, safe_address=True), upstairs))


def test_a_cancelled_appointment_asks_nothing_of_anybody() -> None:
    words = said(receipt(AMIRA, replace(MOVED, now=None, by=ChangedBy.US)))
    assert "There is no appointment" in words
    assert "You do not have to come" in words
    assert "When and how we meet" not in words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", [Format.PDF, Format.HTML, Format.TEXT])
def test_every_form_in_both_languages_is_one_page_and_passes_its_checks(kind: Format, language: Language) -> None:
    source = replace(AMIRA, language=language)
    for document in (reminder(source, MEETING), receipt(source, replace(MOVED, now=MEETING))):
        content = render(document, kind, made_at=MADE_AT)
        assert content == render(document, kind, made_at=MADE_AT)
        if kind is Format.PDF:
            assert check(content) == ()
            assert len(pypdfium2.PdfDocument(content)) == 1


def test_the_title_holds_no_name_and_no_day() -> None:
    assert b"<title>My appointment</title>" in render(reminder(AMIRA, MEETING), Format.HTML, made_at=MADE_AT)


def test_a_checker_that_others_wrote_finds_nothing(tmp_path: Path) -> None:
    for number, document in enumerate((reminder(AMIRA, MEETING), receipt(AMIRA, MOVED))):
        for kind in (Format.PDF, Format.LARGE):
            path = tmp_path / f"{number}-{kind}.pdf"
            path.write_bytes(render(document, kind, made_at=MADE_AT))
            assert [finding.message for finding in pdfua.validate(str(path)).findings] == []
