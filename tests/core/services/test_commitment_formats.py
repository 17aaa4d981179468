"""Which formats a person gets, and what becomes of those that somebody asks for later."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from coachdesk.application import Opened
from coachdesk.commitments import Bounds, Commitment, CommitmentFile, Format, PartKind, SectionKind
from coachdesk.i18n import Language
from coachdesk.people import How, Need
from coachdesk.services import Prepared
from coachdesk.services.audit_words import sentence
from coachdesk.storage import find, table_of
from tests.core.services.issuing import let_out
from tests.core.services.talking import Talk, ready_to_issue


def issue(talk: Talk, *formats: Format, language: Language = Language.ENGLISH) -> Commitment:
    commitments = talk.opened.services.commitments
    return commitments.issue(commitments.prepare(talk.interview.id, language), formats)


def filed(opened: Opened, commitment: Commitment) -> set[tuple[Format, Language]]:
    table = table_of(CommitmentFile)
    with opened.database.read() as connection:
        files = find(connection, CommitmentFile, table.c.commitment_id == commitment.id)
    return {(each.format, each.language) for each in files}


def how_many(opened: Opened) -> int:
    with opened.database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table_of(CommitmentFile))).scalar_one())


@pytest.mark.parametrize(
    ("needs", "formats"),
    [
        ((), {Format.PDF, Format.TEXT}),
        ((Need.LARGE_PRINT,), {Format.PDF, Format.LARGE, Format.TEXT}),
        ((Need.EASY_READ, Need.LARGE_PRINT), {Format.PDF, Format.LARGE, Format.EASY, Format.TEXT}),
    ],
)
def test_a_person_gets_the_page_the_text_and_what_their_needs_ask_for(
    opened: Opened, needs: tuple[Need, ...], formats: set[Format]
) -> None:
    issued = issue(ready_to_issue(opened, needs=needs))
    assert filed(opened, issued) == {(kind, Language.ENGLISH) for kind in formats}


def test_what_the_coach_chose_is_filed_in_the_language_that_the_coach_chose(opened: Opened) -> None:
    issued = issue(ready_to_issue(opened), Format.EASY, Format.HTML, language=Language.WELSH)
    kinds = (Format.PDF, Format.EASY, Format.HTML, Format.TEXT)
    assert filed(opened, issued) == {(kind, Language.WELSH) for kind in kinds}


def test_what_is_asked_for_later_is_made_from_the_snapshot_and_filed_once(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    issued, commitments = issue(talk), opened.services.commitments
    before = how_many(opened)
    talk.act("Something that came later")
    first = let_out(opened.services, commitments.outgoing(issued.id, Format.LARGE, How.SAVED, language=Language.WELSH))
    assert (Format.LARGE, Language.WELSH) in filed(opened, issued)
    assert (
        let_out(opened.services, commitments.outgoing(issued.id, Format.LARGE, How.PRINTED, language=Language.WELSH))
        == first
    )
    assert how_many(opened) == before + 1
    text = commitments.content(issued.id, Format.TEXT, language=Language.WELSH).decode()
    assert "Fy ymrwymiadau" in text
    assert "Something that came later" not in text


def test_the_same_commitment_has_the_same_number_in_every_format(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    issued = issue(talk)
    for language in Language:
        html = opened.services.commitments.content(issued.id, Format.HTML, language=language)
        text = opened.services.commitments.content(issued.id, Format.TEXT, language=language)
        assert issued.number in html.decode()
        assert issued.number in text.decode()


def test_a_copy_in_the_other_language_says_so_in_its_name_and_nothing_else(opened: Opened, tmp_path: Path) -> None:
    talk = ready_to_issue(opened)
    issued, commitments = issue(talk), opened.services.commitments
    names = [
        commitments.write(issued.id, kind, tmp_path, language).name
        for kind, language in (
            (Format.EASY, None),
            (Format.LARGE, Language.WELSH),
            (Format.HTML, Language.ENGLISH),
            (Format.TEXT, Language.WELSH),
        )
    ]
    stem = f"plan-{talk.today}-{issued.number}"
    assert names == [f"{stem}-easy.pdf", f"{stem}-large-cy.pdf", f"{stem}.html", f"{stem}-cy.txt"]


def test_the_journal_takes_its_parts_one_by_one(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    issued = issue(talk)
    parts = opened.services.commitments.journal(issued.id)
    assert parts[0].kind is PartKind.MESSAGE
    assert PartKind.TO_DO in {part.kind for part in parts}
    welsh = opened.services.commitments.journal(issued.id, Language.WELSH)
    assert welsh[0].title == "Fy ymrwymiadau"


def test_making_a_further_format_is_told_in_the_log() -> None:
    assert sentence("commitment.made") == "A further format of a commitment was made and filed."


def test_hours_and_availability_stand_on_paper_only_while_nothing_sealed_bears_on_them(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    kinds = {section.kind for section in prepared(talk).document.sections}
    assert {SectionKind.HOURS, SectionKind.AVAILABILITY} <= kinds
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["recovery"])
    assert prepared(talk).source.bounds == Bounds()
    kinds = {section.kind for section in prepared(talk).document.sections}
    assert not {SectionKind.HOURS, SectionKind.AVAILABILITY} & kinds


def prepared(talk: Talk) -> Prepared:
    return talk.opened.services.commitments.prepare(talk.interview.id, Language.ENGLISH)
