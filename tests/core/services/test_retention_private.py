"""What was told in private goes at its time, and no list of what is past its time says that there is any, or whose."""

from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.policy import Policy
from coachdesk.retention import HeldBecause
from tests.core.services.issuing import Watch
from tests.core.services.talking import Talk, begin, ready_to_issue
from tests.core.services.test_retention import counted, kept
from tests.vaults import made, setting


def test_what_was_told_in_private_has_no_line_of_its_own(timed: Opened, watch: Watch) -> None:
    talk = ready_to_issue(timed)
    talk.say("card_private", ["hurt"])
    timed.services.interviews.finish(talk.interview)
    with timed.database.read() as connection:
        sealed = connection.exec_driver_sql("SELECT count(*) FROM answers WHERE sealed_value IS NOT NULL").scalar_one()
    assert sealed == 1
    watch.go_on(43)
    look = timed.services.retention.look()
    assert counted(look)["Talks and their answers"] == 1, "no number says that there is any"
    assert not [each for each in look.lines if "private" in each.kind]
    assert look.many == sum(each.many for each in look.lines) == sum(each.many for each in look.people)
    assert timed.services.retention.delete(look) == look.many
    talks = [each for each in timed.services.retention.deletions() if each.kind.startswith("Talks")]
    assert [each.many for each in talks] == [1]
    assert not [each for each in timed.services.retention.deletions() if "private" in each.kind]
    assert kept(timed, "answers") == [0]


@pytest.fixture
def short(tmp_path: Path, watch: Watch) -> Opened:
    """A vault whose organisation keeps what was told in private for one week, and talks for four."""
    return made(setting(tmp_path, clock=watch, policy=Policy(kept_for="private 1 week; notes 4 weeks")))


def two_talks(opened: Opened) -> tuple[Talk, Talk]:
    """Amira told something in private, Bryn did not; both talks are over."""
    amira, bryn = begin(opened, given_name="Amira"), begin(opened, given_name="Bryn")
    amira.say("card_private", ["hurt"])
    for talk in (amira, bryn):
        talk.say("goal", "Work in a school")
        opened.services.interviews.finish(talk.interview)
    return amira, bryn


SEALED = "answers WHERE sealed_value IS NOT NULL"


def test_where_what_was_told_in_private_goes_before_its_talk_no_name_and_no_number_tells_whose_it_is(
    short: Opened, watch: Watch
) -> None:
    two_talks(short)
    retention = short.services.retention
    watch.go_on(8)
    look = retention.look()
    (line,) = (each for each in look.lines if "private" in each.kind)
    assert (line.kind, line.many, line.oldest) == (
        "Talks from which whatever may have been told in private goes, whether there was any or not",
        2,
        None,
    )
    of_one, of_other = look.people
    assert (of_one.name, of_other.name, of_one.many) == ("Amira Khalil", "Bryn Khalil", of_other.many)
    assert look.many == sum(each.many for each in look.lines) == sum(each.many for each in look.people)
    assert (retention.count(), kept(short, SEALED)) == (2, [1])
    assert retention.delete(look) == look.many
    assert kept(short, SEALED, "interviews") == [0, 2]
    assert [(each.kind, each.many) for each in retention.deletions()] == [(line.kind, 2)]
    short.close()


def test_what_went_of_a_talk_is_not_counted_again_and_the_talk_goes_at_its_own_time(
    short: Opened, watch: Watch
) -> None:
    two_talks(short)
    retention = short.services.retention
    watch.go_on(8)
    retention.delete(retention.look())
    assert (retention.look().lines, retention.look().people, retention.waiting()) == ((), (), 0)
    watch.go_on(35)
    assert counted(retention.look())["Talks and their answers"] == 2
    assert not [each for each in retention.look().lines if "private" in each.kind]
    retention.delete(retention.look())
    assert kept(short, "interviews", "answers") == [0, 0]
    short.close()


def test_whose_private_answers_a_hold_keeps_is_no_different_from_whose_talk_held_none(
    short: Opened, watch: Watch
) -> None:
    talks = two_talks(short)
    for talk in talks:
        short.services.holds.set(talk.person.id, HeldBecause.APPEAL, "Dispute resolution")
    watch.go_on(8)
    look = short.services.retention.look()
    assert [(each.name, each.many, each.why) for each in look.back] == [
        ("Amira Khalil", 1, "a legal hold stands"),
        ("Bryn Khalil", 1, "a legal hold stands"),
    ]
    assert short.services.retention.delete(look) == 0
    assert kept(short, SEALED) == [1]
    short.close()


def test_private_answers_that_went_do_not_come_back_with_a_backup_and_nor_does_their_line(
    short: Opened, watch: Watch
) -> None:
    two_talks(short)
    watch.go_on(8)
    services = short.services
    services.backing_up.make()
    services.retention.delete(services.retention.look())
    services.restoring.restore(services.restoring.backups()[0])
    assert kept(short, SEALED, "interviews") == [0, 2]
    assert not [each for each in services.retention.look().lines if "private" in each.kind]
    short.close()
