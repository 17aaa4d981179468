"""What is past its time is looked at, held back where it has to be, and deleted so that nothing of it is left."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import WHOLE, LookedBy, OutcomeKind
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import InSpite
from coachdesk.policy import Policy
from coachdesk.retention import HeldBecause
from coachdesk.services import Because, Look
from tests.core.services.issuing import Watch, issue, let_out
from tests.core.services.talking import Talk, begin, ready_to_issue
from tests.core.storage.pages import decrypted
from tests.vaults import made, setting

MARK = "zqxjwvk"


def carried_over(opened: Opened, *, copied: bool = True) -> Talk:
    """A whole first meeting with Amira, its commitment issued and, unless told otherwise, copied for the account."""
    talk = ready_to_issue(opened, family_name="Khalil")
    talk.say("goal", "Work in a school", note=f"{MARK} was tired")
    commitment = issue(talk)
    if copied:
        let_out(
            opened.services,
            opened.services.journal.outgoing(commitment.id, WHOLE, Language.ENGLISH, InSpite.THEY_ASKED),
        )
    opened.services.interviews.finish(talk.interview)
    return talk


def counted(look: Look) -> dict[str, int]:
    return {each.kind.split(",")[0].split(":")[0]: each.many for each in look.lines}


def kept(opened: Opened, *tables: str) -> list[int]:
    with opened.database.read() as connection:
        return [connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() for table in tables]


def test_nothing_is_past_its_time_for_four_weeks_and_then_all_that_is_in_the_account_is(
    timed: Opened, watch: Watch
) -> None:
    carried_over(timed)
    retention = timed.services.retention
    watch.go_on(28)
    assert retention.count() == 0
    assert retention.look().lines == ()
    watch.go_on(15)
    found = counted(retention.look())
    assert found.pop("Earlier wordings in the log of changes") > 10
    assert set(found) == {"Coaching notes", "Talks and their answers", "Plans", "Commitments", "Slips", "Diary entries"}
    assert retention.waiting() == sum(found.values())


def test_what_was_found_is_deleted_and_in_no_page_of_the_file_and_the_person_stays(timed: Opened, watch: Watch) -> None:
    talk = carried_over(timed)
    talk_of_today = begin(timed, given_name="Gareth", family_name="Pugh")
    watch.go_on(43)
    retention = timed.services.retention
    talk_of_today.say("who_is_here", "alone")
    look = retention.look()
    assert retention.delete(look) == look.many
    key, path = timed.database.key, timed.database.path
    assert path.with_name(f"{path.name}-wal").stat().st_size == 0
    with timed.database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA freelist_count").scalar() == 0, "every page was written anew"
    assert retention.waiting() == 0
    assert retention.look().lines == ()
    assert kept(timed, "commitments", "commitment_files", "goals", "actions", "appointments", "handovers") == [0] * 6
    assert {row.full_name for row in timed.services.people.find()} == {"Amira Khalil", "Gareth Pugh"}
    assert timed.services.people.open(talk.person.id).commitments == ()
    assert timed.services.administration.check().sound
    timed.database.close()
    seen = decrypted(path, key).decode("utf-8", errors="replace").casefold()
    for gone in (MARK, "list twelve schools", "ring the course office", "work in a school", "%pdf"):
        assert gone not in seen
    assert "khalil" in seen
    assert "pugh" in seen


def test_what_stays_of_a_deletion_is_how_many_of_which_kind_went_by_which_rule_and_of_nobody(
    timed: Opened, watch: Watch
) -> None:
    talk = carried_over(timed)
    watch.go_on(43)
    retention = timed.services.retention
    retention.delete(retention.look())
    gone = {each.kind.split(",")[0]: (each.on.isoformat(), each.many, each.rule) for each in retention.deletions()}
    assert gone["Commitments"] == ("2027-01-13", 1, "4 weeks")
    with timed.database.read() as connection:
        lines = connection.exec_driver_sql("SELECT * FROM deletions").all()
        last = connection.exec_driver_sql("SELECT code, subject, record FROM audit ORDER BY number DESC LIMIT 1").one()
    assert tuple(last) == ("retention.deleted", "", "")
    assert not [line for line in lines if talk.person.id in str(line)]
    assert timed.services.administration.audit()[0].text == "What was past its time was deleted."


def test_what_is_not_in_the_account_yet_stays_and_that_is_said(timed: Opened, watch: Watch) -> None:
    talk = carried_over(timed, copied=False)
    watch.go_on(43)
    look = timed.services.retention.look()
    assert "Commitments" not in counted(look)
    assert {(each.name, each.why) for each in look.back} == {
        ("Amira Khalil", "it is not in the account yet"),
    }
    timed.services.retention.delete(look)
    assert kept(timed, "commitments", "interviews") == [1, 1]
    (commitment,) = timed.services.people.open(talk.person.id).commitments
    for piece in timed.services.journal.pieces(commitment.id):
        assert "Commitments" not in counted(timed.services.retention.look())
        let_out(
            timed.services,
            timed.services.journal.outgoing(commitment.id, piece.id, Language.ENGLISH, InSpite.THEY_ASKED),
        )
    watch.go_on(29)
    assert counted(timed.services.retention.look())["Commitments"] == 1


def test_a_second_opinion_that_nobody_gave_keeps_everything_and_removal_says_so(timed: Opened, watch: Watch) -> None:
    talk = carried_over(timed)
    (commitment,) = timed.services.people.open(talk.person.id).commitments
    timed.services.outcomes.ask_second_opinion(commitment.id)
    watch.go_on(43)
    retention, removal = timed.services.retention, timed.services.removal
    look = retention.look()
    assert (look.lines, {each.why for each in look.back}) == ((), {"somebody else is still to look at a commitment"})
    assert retention.delete(look) == 0
    assert "second opinion" in removal.before(talk.person.id)
    with pytest.raises(AppError, match=r"removal\.second-opinion"):
        removal.remove(talk.person.id, Because.OVER)
    timed.services.outcomes.looked(
        commitment.id, LookedBy.ANOTHER_COACH, OutcomeKind.AGREED, on=timed.services.day.today()
    )
    assert counted(retention.look())["Commitments"] == 1
    assert removal.before(talk.person.id) == ""


def test_a_legal_hold_stops_both_until_it_is_lifted(timed: Opened, watch: Watch) -> None:
    talk = carried_over(timed)
    holds, retention, removal = timed.services.holds, timed.services.retention, timed.services.removal
    with pytest.raises(AppError, match=r"retention\.owner-needed"):
        holds.set(talk.person.id, HeldBecause.APPEAL, "  ")
    held = holds.set(talk.person.id, HeldBecause.APPEAL, "Dispute resolution")
    with pytest.raises(AppError, match=r"retention\.held"):
        holds.set(talk.person.id, HeldBecause.COURT, "Somebody else")
    watch.go_on(43)
    look = retention.look()
    assert (look.lines, {each.why for each in look.back}) == ((), {"a legal hold stands"})
    assert "legal hold" in removal.before(talk.person.id)
    for because in Because:
        with pytest.raises(AppError, match=r"removal\.held"):
            removal.remove(talk.person.id, because)
    assert [(row.name, row.by, row.on) for row in holds.standing()] == [("Amira Khalil", "Sam Okafor", held.on)]
    holds.lift(held.id)
    holds.lift(held.id)
    assert holds.standing() == ()
    assert counted(retention.look())["Commitments"] == 1
    texts = [each.text for each in timed.services.administration.audit()]
    assert (texts.count("A legal hold was set."), texts.count("A legal hold was lifted.")) == (1, 1)
    removal.remove(talk.person.id, Because.ASKED)
    assert timed.services.people.count() == 0


def test_a_lifted_hold_goes_with_the_person_and_is_never_counted_as_their_name_before(
    timed: Opened, watch: Watch
) -> None:
    people, holds, retention = timed.services.people, timed.services.holds, timed.services.retention
    person = people.save(replace(people.draft(), given_name="Amira", family_name="Khalil"))
    holds.lift(holds.set(person.id, HeldBecause.ACCESS, "The team for copies").id)
    watch.go_on(43)
    assert "Name" not in counted(retention.look())
    people.archive(person.id)
    watch.go_on(43)
    assert counted(retention.look())["Name"] == 2
    retention.delete(retention.look())
    assert kept(timed, "people", "holds") == [0, 0]


def test_a_hold_that_was_set_after_the_dry_run_counts(timed: Opened, watch: Watch) -> None:
    talk = carried_over(timed)
    watch.go_on(43)
    look = timed.services.retention.look()
    assert look.lines
    timed.services.holds.set(talk.person.id, HeldBecause.COMPLAINT, "The complaints team")
    assert timed.services.retention.delete(look) == 0
    assert kept(timed, "commitments", "interviews") == [1, 1]


def test_what_is_past_its_time_only_since_the_dry_run_is_not_deleted(timed: Opened, watch: Watch) -> None:
    retention = timed.services.retention
    talk = begin(timed)
    timed.services.interviews.pause(talk.interview)
    look = retention.look()
    watch.go_on(43)
    assert retention.delete(look) == 0
    assert kept(timed, "interviews") == [1]


def test_steps_to_come_and_what_holds_today_stay(timed: Opened, watch: Watch) -> None:
    talk = carried_over(timed)
    later = talk.act("Start the course", by=talk.today + timedelta(60))
    watch.go_on(43)
    timed.services.retention.delete(timed.services.retention.look())
    assert [each.id for each in timed.services.people.open(talk.person.id).plan.actions] == [later.id]


def test_whoever_left_the_caseload_goes_with_the_last_of_their_records(timed: Opened, watch: Watch) -> None:
    talk = carried_over(timed)
    person = timed.services.people.open(talk.person.id).person
    timed.services.people.archive(person.id)
    watch.go_on(43)
    retention = timed.services.retention
    look = retention.look()
    assert counted(look)["Name"] == 1
    retention.delete(look)
    assert kept(timed, "people", "change_bodies", "interviews", "circumstances", "agreed_index") == [0] * 5
    assert timed.services.administration.check().sound


def test_where_the_program_is_the_record_talks_stay_and_notes_and_drafts_go(tmp_path: Path, watch: Watch) -> None:
    opened = made(setting(tmp_path, clock=watch, policy=Policy(record_adopted=True)))
    carried_over(opened, copied=False)
    waiting = begin(opened, given_name="Bryn")
    opened.services.interviews.pause(waiting.interview)
    watch.go_on(60)
    retention = opened.services.retention
    look = retention.look()
    assert counted(look) == {"Talks that are not finished": 1, "Coaching notes": 1}
    assert retention.delete(look) == 2
    assert retention.look().lines == ()
    assert kept(opened, "interviews", "commitments") == [1, 1]
    assert opened.services.administration.check().sound
    key, path = opened.database.key, opened.database.path
    opened.close()
    seen = decrypted(path, key).decode("utf-8", errors="replace").casefold()
    assert (MARK in seen, "list twelve schools" in seen) == (False, True)


def test_no_day_of_what_somebody_lived_through_is_in_the_dry_run(timed: Opened, watch: Watch) -> None:
    talk = begin(timed)
    timed.services.interviews.pause(talk.interview)
    ended = talk.today - timedelta(days=40)
    timed.services.circumstances.add(
        talk.person.id, "domestic_abuse", notified_on=ended, starts_on=ended, ends_on=ended
    )
    (line,) = (each for each in timed.services.retention.look().lines if each.kind.startswith("What is known"))
    assert (line.many, line.oldest) == (1, None)


def test_a_backup_that_is_brought_back_does_not_bring_back_what_went(timed: Opened, watch: Watch) -> None:
    carried_over(timed)
    watch.go_on(43)
    services = timed.services
    services.backing_up.make()
    services.retention.delete(services.retention.look())
    services.people.save(replace(services.people.draft(), given_name="Bryn"))
    services.restoring.restore(services.restoring.backups()[0])
    assert kept(timed, "commitments", "commitment_files", "goals", "interviews", "answers", "slips") == [0] * 6
    assert [row.full_name for row in services.people.find()] == ["Amira Khalil"], "Bryn came after the backup"
    assert services.administration.check().sound


def test_a_note_that_went_does_not_come_back_with_a_backup_and_its_talk_does(tmp_path: Path, watch: Watch) -> None:
    opened = made(setting(tmp_path, clock=watch, policy=Policy(record_adopted=True)))
    talk = carried_over(opened, copied=False)
    watch.go_on(60)
    services = opened.services
    services.backing_up.make()
    services.retention.delete(services.retention.look())
    services.restoring.restore(services.restoring.backups()[0])
    said = services.interviews.open(talk.interview.id).answers["goal"]
    assert (said.value, said.note) == ("Work in a school", "")
    key, path = opened.database.key, opened.database.path
    opened.close()
    assert MARK not in decrypted(path, key).decode("utf-8", errors="replace").casefold()
