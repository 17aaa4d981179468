"""Copies for several people: whose, in which form, whole or not at all, and 200 of them with flat memory."""

import gc
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, CommitmentFile, EndedBecause, Format, OutcomeKind
from coachdesk.documents.checker import check
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.ids import new_id
from coachdesk.people import Person, Safe
from coachdesk.rehearsal.words import found_in
from coachdesk.services import CopyWish
from coachdesk.storage import audit_lines, find_by
from tests.core.services.issuing import issue, reply
from tests.core.services.talking import ready_to_issue

MIB = 1024 * 1024


def given(opened: Opened, name: str, **details: object) -> Commitment:
    """Somebody with a commitment that counts."""
    return issue(ready_to_issue(opened, given_name=name, family_name="Haddad", **details))


def save_all(opened: Opened, folder: Path, wish: CopyWish) -> list[str]:
    """Save every copy that is wanted, as the screen does; the names of the files."""
    for copy in opened.services.copies.wanted(wish).copies:
        assert opened.services.copies.save(copy, folder) is not None
    return sorted(each.name for each in folder.iterdir())


def saved_lines(opened: Opened) -> int:
    with opened.database.read() as connection:
        return sum(line.code == "commitment.saved" for line in audit_lines(connection))


def test_everybody_with_a_commitment_that_counts_gets_one_in_their_own_language(timed: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    amira = given(timed, "Amira")
    elin = given(timed, "Elin", language=Language.WELSH)
    ready_to_issue(timed, given_name="Nobody")  # nothing was issued to them
    ended = given(timed, "Tariq")
    timed.services.outcomes.end(ended.id, EndedBecause.CLAIM_ENDED)
    assert reply(timed, given(timed, "Lee"), OutcomeKind.ENDED_WITHOUT, reason="We stopped")
    batch = timed.services.copies.wanted(CopyWish(Format.LARGE))
    assert [(copy.commitment_id, copy.language) for copy in batch.copies] == [
        (amira.id, Language.ENGLISH),
        (elin.id, Language.WELSH),
    ]
    assert batch.left_out == 0
    before = saved_lines(timed)
    names = save_all(timed, folder, CopyWish(Format.LARGE))
    assert names == [f"plan-2026-12-01-{amira.number}-large.pdf", f"plan-2026-12-01-{elin.number}-large-cy.pdf"]
    assert saved_lines(timed) - before == 2
    for name in names:
        assert check((folder / name).read_bytes()) == ()
        assert found_in(name.encode(), ["Amira", "Elin", "Haddad"]) == ()
    again = timed.services.commitments.content(elin.id, Format.LARGE, language=Language.WELSH)
    assert again == (folder / names[1]).read_bytes(), "What was made for the folder is filed in the vault."


def test_an_edition_from_before_a_safe_address_is_left_out_until_a_newer_one_is_there(timed: Opened) -> None:
    people, kezia = timed.services.people, given(timed, "Kezia")
    people.save(replace(people.open(kezia.person_id).person, safe_address=True))
    assert (timed.services.copies.wanted(CopyWish()).copies, timed.services.copies.wanted(CopyWish()).left_out) == (
        (),
        1,
    )
    newer = timed.services.commitments.issue(timed.services.commitments.prepare(kezia.interview_id, Language.ENGLISH))
    assert [copy.commitment_id for copy in timed.services.copies.wanted(CopyWish()).copies] == [newer.id]


def test_who_may_have_no_paper_and_whose_document_was_taken_back_are_left_out_and_only_counted(timed: Opened) -> None:
    people, wish = timed.services.people, CopyWish()
    amira, safe = given(timed, "Amira"), given(timed, "Elin")
    taken_back = given(timed, "Tariq")
    timed.services.editions.withdraw(taken_back.id, reason="It leaked")
    person = people.open(amira.person_id).person
    people.save(replace(person, safe_to_print=Safe.NO, print_asked_on=timed.services.day.today()))
    batch = timed.services.copies.wanted(wish)
    assert ([copy.commitment_id for copy in batch.copies], batch.left_out) == ([safe.id], 2)


def test_what_changes_between_counting_and_saving_counts(timed: Opened, tmp_path: Path) -> None:
    first = given(timed, "Amira")
    (copy,) = timed.services.copies.wanted(CopyWish()).copies
    before = saved_lines(timed)
    timed.services.editions.withdraw(first.id, reason="It leaked")
    assert timed.services.copies.save(copy, tmp_path) is None
    assert saved_lines(timed) == before


def test_a_day_has_the_people_who_come_and_the_newest_edition_of_each(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    issue(talk)
    talk.act("Read with the children")
    newest = issue(talk)
    there = talk.meet_in(14)
    wanted = timed.services.copies.wanted
    assert [copy.commitment_id for copy in wanted(CopyWish(day=there)).copies] == [newest.id]
    assert wanted(CopyWish(day=date(2026, 12, 2))).copies == ()
    assert [copy.commitment_id for copy in wanted(CopyWish()).copies] == [newest.id]


def test_a_copy_that_cannot_be_written_is_said_and_leaves_nothing(timed: Opened, tmp_path: Path) -> None:
    given(timed, "Amira")
    (copy,) = timed.services.copies.wanted(CopyWish()).copies
    before = saved_lines(timed)
    with pytest.raises(AppError) as refused:
        timed.services.copies.save(copy, tmp_path / "gone")
    assert refused.value.code == "documents.cannot-write"
    assert saved_lines(timed) == before
    assert not (tmp_path / "gone").exists()


def like(opened: Opened, commitment: Commitment, many: int) -> None:
    """So many more people with a commitment of the same size, filed as it is."""
    people = opened.services.people
    with opened.database.read() as connection:
        (page,) = (
            each
            for each in find_by(connection, CommitmentFile, commitment_id=commitment.id)
            if each.format is Format.PDF
        )
    with opened.database.write() as writer:
        for number in range(many):
            person = writer.put(
                replace(people.draft(), given_name="Ann", family_name=f"Other {number}"), "person.added"
            )
            assert isinstance(person, Person)
            number_of_it = f"{commitment.number}{number:03}"
            new = replace(commitment, id=new_id(), person_id=person.id, number=number_of_it, version=0)
            writer.put(new, "commitment.issued")
            writer.put(replace(page, id=new_id(), commitment_id=new.id, version=0), "commitment.filed")


def resident() -> int:
    """Bytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="Needs Linux's own account of memory.")
def test_two_hundred_copies_need_no_more_memory_than_twenty(timed: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    like(timed, given(timed, "Amira"), 199)
    copies = timed.services.copies.wanted(CopyWish()).copies
    assert len(copies) == 200
    grown = []
    for number, copy in enumerate(copies, start=1):
        assert timed.services.copies.save(copy, folder) is not None
        if number in {20, 200}:
            gc.collect()
            grown.append(resident())
    written = [path.stat().st_size for path in folder.iterdir()]
    assert len(written) == 200
    assert sum(written) > 8 * MIB, "Were they all held, it would show."
    assert grown[1] - grown[0] < 4 * MIB
