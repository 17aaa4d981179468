import tempfile
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf

from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.diary import AppointmentState
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.people import Given, Giving, How, InSpite, Person, Safe
from coachdesk.slips import ChangedBy, Slip
from coachdesk.storage import find_by
from tests.core.services.issuing import issue, let_out
from tests.core.services.talking import REVIEW, TEN, begin, ready_to_issue


def history(opened: Opened, person: Person) -> list[str]:
    return [line.text for line in opened.services.people.open(person.id).timeline]


def audited(opened: Opened) -> list[str]:
    return [line.text for line in opened.services.administration.audit(limit=12)]


def test_every_print_save_and_copy_is_audited_and_stands_on_the_timeline(timed: Opened, tmp_path: Path) -> None:
    talk = ready_to_issue(timed)
    issued, commitments = issue(talk), timed.services.commitments
    let_out(timed.services, commitments.outgoing(issued.id, Format.PDF, How.PRINTED))
    commitments.write(issued.id, Format.PDF, tmp_path)
    let_out(timed.services, commitments.outgoing(issued.id, Format.TEXT, How.COPIED))
    commitments.content(issued.id, Format.PDF)
    lines = history(timed, talk.person)
    named = f"My commitments {issued.number}, edition 1"
    for how in ("printed", "saved as a file", "copied for the journal"):
        assert f"{named}: {how}." in lines
    assert len([line for line in lines if line.startswith(f"{named}: ")]) == 4  # and what they said to it
    for what in ("An issued commitment was printed.", "A copy of a commitment was saved."):
        assert what in audited(timed)


def test_an_edition_from_before_a_safe_address_is_handed_over_for_no_reason_at_all(
    timed: Opened, tmp_path: Path
) -> None:
    talk = ready_to_issue(timed)
    before, people, commitments = issue(talk), timed.services.people, timed.services.commitments
    people.save(replace(people.open(talk.person.id).person, safe_address=True))
    for refused in (
        lambda: let_out(
            timed.services, commitments.outgoing(before.id, Format.PDF, How.PRINTED, in_spite=InSpite.THEY_ASKED)
        ),
        lambda: let_out(
            timed.services, commitments.outgoing(before.id, Format.TEXT, How.COPIED, in_spite=InSpite.THEY_ASKED)
        ),
        lambda: commitments.write(before.id, Format.PDF, tmp_path, in_spite=InSpite.THEY_ASKED),
    ):
        with pytest.raises(AppError, match="tells-where"):
            refused()
    assert commitments.content(before.id, Format.PDF)
    after = issue(talk)
    assert let_out(timed.services, commitments.outgoing(after.id, Format.PDF, How.PRINTED, in_spite=InSpite.THEY_ASKED))


def test_where_it_is_not_safe_nothing_leaves_without_a_reason(timed: Opened, tmp_path: Path) -> None:
    talk = ready_to_issue(timed)
    issued, commitments = issue(talk), timed.services.commitments
    timed.services.handing.told(talk.person.id, Giving.PAPER, Safe.NO)
    timed.services.handing.told(talk.person.id, Giving.POST, Safe.NO)
    before = history(timed, talk.person)
    for refused in (
        lambda: let_out(timed.services, commitments.outgoing(issued.id, Format.PDF, How.PRINTED)),
        lambda: let_out(timed.services, commitments.outgoing(issued.id, Format.TEXT, How.COPIED)),
        lambda: commitments.write(issued.id, Format.PDF, tmp_path),
    ):
        with pytest.raises(AppError, match="not-safe"):
            refused()
    assert history(timed, talk.person) == before
    assert list(tmp_path.glob("*.pdf")) == []
    assert commitments.content(issued.id, Format.PDF)

    let_out(timed.services, commitments.outgoing(issued.id, Format.PDF, How.PRINTED, in_spite=InSpite.THEY_ASKED))
    assert (
        f"My commitments {issued.number}, edition 1: printed. "
        "Why all the same: They want it, and know who may see it." in history(timed, talk.person)
    )
    assert "Something was handed over although nobody knew that it was safe, with a reason." in audited(timed)


def test_a_reason_is_not_kept_where_it_is_safe(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    issued = issue(talk)
    let_out(
        timed.services,
        timed.services.commitments.outgoing(issued.id, Format.PDF, How.PRINTED, in_spite=InSpite.STAYS_HERE),
    )
    assert not [line for line in history(timed, talk.person) if "all the same" in line]


def test_a_file_may_be_saved_where_paper_or_post_is_safe(timed: Opened, tmp_path: Path) -> None:
    talk = ready_to_issue(timed)
    issued = issue(talk)
    timed.services.handing.told(talk.person.id, Giving.PAPER, Safe.NO)
    assert timed.services.commitments.write(issued.id, Format.PDF, tmp_path).exists()


def test_reading_it_aloud_is_always_there_and_is_filed(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    issued = issue(talk)
    timed.services.handing.told(talk.person.id, Giving.PAPER, Safe.NO)
    timed.services.handing.read_aloud(talk.person.id, Given.COMMITMENT, issued.id)
    assert f"My commitments {issued.number}, edition 1: read aloud, and not handed over." in history(timed, talk.person)


def test_a_yes_said_now_opens_the_way(timed: Opened) -> None:
    talk = begin(timed)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    handing = timed.services.handing
    assert not handing.safe(talk.person.id).may_print
    assert handing.told(talk.person.id, Giving.PAPER, Safe.YES).may_print
    assert not handing.safe(talk.person.id).may_send


def test_a_reminder_is_filed_with_its_bytes_and_saved_under_a_neutral_name_where_the_coach_says(
    timed: Opened, tmp_path: Path
) -> None:
    talk = begin(timed)
    diary, slips = timed.services.diary, timed.services.slips
    day = talk.today + timedelta(14)
    meeting = diary.book(diary.draft(talk.person.id, REVIEW, day, TEN, Channel.FACE_TO_FACE))
    path = slips.write(slips.reminder(meeting.id), Format.PDF, tmp_path)
    assert path == tmp_path / "slip-2026-12-15-1000.pdf"
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".pdf"] == [path.name]
    with timed.database.read() as connection:
        (filed,) = find_by(connection, Slip, person_id=talk.person.id)
    assert filed.content == path.read_bytes()
    assert "Reminder of Tuesday 15 December 2026: saved as a file." in history(timed, talk.person)
    welsh = slips.write(slips.reminder(meeting.id, Language.WELSH), Format.TEXT, tmp_path)
    assert welsh.name == "slip-2026-12-15-1000-cy.txt"


def test_a_change_leaves_a_receipt_and_a_cancelled_one_no_reminder(timed: Opened) -> None:
    talk = begin(timed)
    diary, slips = timed.services.diary, timed.services.slips
    booked = diary.book(diary.draft(talk.person.id, REVIEW, talk.today + timedelta(14), TEN, Channel.FACE_TO_FACE))
    moved = replace(booked, on=talk.today + timedelta(16))
    receipt = slips.receipt(booked, moved, ChangedBy.THEM)
    text = let_out(timed.services, slips.outgoing(receipt, Format.TEXT, How.COPIED)).decode()
    assert "you asked us to change our appointment" in text
    assert "Tuesday 15 December 2026" in text
    assert "Thursday 17 December 2026" in text
    assert "Receipt for a change of an appointment: copied for the journal." in history(timed, talk.person)


def test_every_change_of_an_appointment_has_its_receipt(timed: Opened) -> None:
    talk = begin(timed)
    diary, slips = timed.services.diary, timed.services.slips
    booked = diary.book(diary.draft(talk.person.id, REVIEW, talk.today + timedelta(14), TEN, Channel.FACE_TO_FACE))
    assert [each.given for each in slips.of(booked.id)] == [Given.REMINDER]

    diary.book(replace(booked, channel=Channel.PHONE))
    put_right = slips.of(booked.id)[-1]
    assert (put_right.given, put_right.change and put_right.change.by) == (Given.RECEIPT, ChangedBy.NOBODY)

    new = diary.move(booked.id, talk.today + timedelta(15), TEN, by=AppointmentState.MOVED_BY_THEM)
    for about in (booked.id, new.id):
        receipt = slips.of(about)[-1]
        assert receipt.change is not None
        assert receipt.change.by is ChangedBy.THEM
        assert receipt.change.now is not None
        assert receipt.change.now.on == new.on

    diary.set_state(new.id, AppointmentState.CANCELLED)
    (cancelled,) = slips.of(new.id)
    assert cancelled.change is not None
    assert cancelled.change.now is None
    with pytest.raises(AppError, match="no-meeting"):
        slips.reminder(new.id)


def test_no_format_says_in_its_name_or_metadata_whom_it_is_about(timed: Opened, tmp_path: Path) -> None:
    talk = ready_to_issue(timed, given_name="Zuleikha", family_name="Quillfeather")
    issued = issue(talk)
    for kind in Format:
        path = timed.services.commitments.write(issued.id, kind, tmp_path)
        content = path.read_bytes()
        if kind.is_paged:
            with Pdf.open(BytesIO(content)) as pdf:
                about = " ".join(
                    [*(str(each) for each in pdf.docinfo.values()), pdf.Root.Metadata.read_bytes().decode()]
                )
        else:
            about = content.decode().partition("<body>")[0] if kind is Format.HTML else ""
        for name in ("Zuleikha", "Quillfeather"):
            assert name not in path.name
            assert name not in about
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix in {".pdf", ".html", ".txt"}) == [
        f"plan-2026-12-01-{issued.number}{form}" for form in ("-easy.pdf", "-large.pdf", ".html", ".pdf", ".txt")
    ]


def test_nothing_is_written_into_a_temporary_folder(
    timed: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere, wanted = tmp_path / "temporary", tmp_path / "wanted"
    elsewhere.mkdir()
    wanted.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    issued = issue(ready_to_issue(timed))
    for kind in Format:
        timed.services.commitments.write(issued.id, kind, wanted)
    assert list(elsewhere.iterdir()) == []
    assert len(list(wanted.iterdir())) == len(Format)
