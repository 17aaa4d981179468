"""What a person may know of who looked at their record."""

from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import How, Person
from coachdesk.services.audit_words import SENTENCES
from coachdesk.services.viewing import viewed, viewed_days
from coachdesk.slips import Viewed
from tests.core.services.issuing import Watch, issue, let_out
from tests.core.services.talking import begin, ready_to_issue


def words(opened: Opened, person_id: str, language: Language | None = None) -> str:
    viewing = opened.services.viewing
    return opened.services.slips.content(viewing.log(person_id, language), Format.TEXT).decode()


def added(opened: Opened, name: str) -> Person:
    people = opened.services.people
    return people.save(replace(people.draft(), given_name=name, family_name="Khalil"))


def test_the_days_on_which_somebody_looked_stand_in_it_the_newest_first(timed: Opened, watch: Watch) -> None:
    amira = added(timed, "Amira")
    watch.go_on(7)
    timed.services.people.open(amira.id)
    said = words(timed, amira.id)
    assert said.index("Tuesday 8 December 2026") < said.index("Began your record.")
    assert "Looked at it." in said


def test_nobody_elses_days_are_in_it(timed: Opened, watch: Watch) -> None:
    amira, cal = added(timed, "Amira"), added(timed, "Cal")
    watch.go_on(7)
    timed.services.people.open(cal.id)
    watch.go_on(7)
    said = words(timed, amira.id)
    assert "8 December" not in said
    assert "Cal" not in said


def test_what_was_sealed_and_opened_looks_like_any_other_look(timed: Opened, watch: Watch) -> None:
    talk = ready_to_issue(timed)
    talk.say("card_private", ["hurt"])
    watch.go_on(7)
    timed.services.interviews.reveal(talk.interview, "card_private", reason="asked")
    watch.go_on(7)
    said = words(timed, talk.person.id)
    day = said.split("Tuesday 8 December 2026")[1].split("Tuesday 1 December")[0]
    assert day.strip(": \n") == "Looked at it."
    assert not any(word in said.casefold() for word in ("seal", "private", "safe", "hurt", "secret"))


def test_papers_and_their_copies_stand_in_it(timed: Opened) -> None:
    commitment = issue(ready_to_issue(timed))
    let_out(timed.services, timed.services.commitments.outgoing(commitment.id, Format.PDF, How.PRINTED))
    assert "Printed a paper for you." in words(timed, commitment.person_id)


def test_it_comes_in_the_persons_language_or_the_one_that_is_wanted(timed: Opened) -> None:
    people = timed.services.people
    mair = people.save(replace(people.draft(), given_name="Mair", language=Language.WELSH))
    assert "Rhagfyr" in words(timed, mair.id)
    assert "December" in words(timed, mair.id, Language.ENGLISH)


def test_it_is_given_only_where_that_is_safe_and_filed_as_it_was(timed: Opened, tmp_path: Path) -> None:
    talk = begin(timed)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    slips, log = timed.services.slips, timed.services.viewing.log(talk.person.id)
    with pytest.raises(AppError, match=r"giving\.not-safe"):
        slips.write(log, Format.PDF, tmp_path)
    calm = added(timed, "Calm")
    path = slips.write(timed.services.viewing.log(calm.id), Format.PDF, tmp_path)
    assert path.name == "record-2026-12-01.pdf"
    assert let_out(timed.services, slips.outgoing(timed.services.viewing.log(calm.id), Format.TEXT, How.COPIED))
    lines = [line.text for line in timed.services.people.open(calm.id).timeline]
    assert "List of who looked at the record: saved as a file." in lines


def test_the_log_of_one_person_follows_a_record_that_was_joined_to_theirs(timed: Opened, watch: Watch) -> None:
    amira, other = added(timed, "Amira"), added(timed, "Amira")
    watch.go_on(1)
    timed.services.people.open(other.id)
    watch.go_on(1)
    timed.services.joinings.join(amira, other)
    assert "Wednesday 2 December 2026" in words(timed, amira.id)


def test_every_code_of_the_audit_says_something_and_reading_is_never_called_a_change() -> None:
    reads = {code for code in SENTENCES if code.endswith((".opened", ".read", ".shown", ".looked", ".prepared"))}
    # Of the vault, of nobody, and a note.
    reads -= {"vault.opened", "helped.read", "retention.looked", "commitment.looked"}
    assert reads
    assert {viewed(code) for code in reads} == {Viewed.LOOKED}
    assert {viewed(code) for code in SENTENCES} <= set(Viewed)


@pytest.mark.parametrize("way", ["sealed.opened", "circumstance.opened", "hold.opened", "giving.in-spite"])
def test_whatever_tells_of_something_private_is_called_a_look_like_any_other(way: str) -> None:
    assert viewed(f"{way}.asked") is Viewed.LOOKED


def test_what_was_done_with_the_whole_vault_stands_in_everybodys_page(timed: Opened) -> None:
    amira = added(timed, "Amira")
    with timed.database.write() as writer:
        for code in ("caseload.read", "caseload.given-out", "vault.recovered-by-organisation"):
            writer.audit(code)
        writer.audit("sealed.recovered", subject=amira.id, record=amira.id)
    with timed.database.read() as connection:
        (day,) = viewed_days(connection, amira.id)
    assert day.what == {Viewed.BEGUN, Viewed.LOOKED, Viewed.LISTED, Viewed.RECOVERED, Viewed.RECOVERED_WHOLE}
