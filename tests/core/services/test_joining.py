from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import CommitmentFile
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.people import Need, Person, Safe
from coachdesk.people.duplicates import Same
from coachdesk.people.joining import Joining
from coachdesk.plans import Action, Party
from coachdesk.services import Comparison, FileStanding
from coachdesk.storage import audit_lines, find_by
from tests.core.services.issuing import Watch
from tests.core.services.talking import Talk, begin

BORN = date(1990, 5, 17)


def somebody(opened: Opened, given: str, family: str = "Reid", **values: Any) -> Person:
    draft = replace(opened.services.people.draft(), given_name=given, family_name=family)
    return opened.services.people.save(replace(draft, **values))


def said(comparison: Comparison) -> dict[str, tuple[str, str, bool]]:
    return {each.words: (each.first, each.second, each.differs) for each in comparison.rows}


def lines(opened: Opened, person_id: str) -> list[str]:
    return [each.text for each in opened.services.people.open(person_id).timeline]


def issued(opened: Opened, person: Person) -> Talk:
    talk = begin(opened, person=person)
    talk.say("who_is_here", "alone")
    talk.say("goal", "Work in a school")
    talk.act("Ring the school")
    commitments = opened.services.commitments
    commitments.issue(commitments.prepare(talk.interview.id, Language.ENGLISH))
    return talk


def test_every_field_stands_beside_the_other_and_what_differs_is_said(opened: Opened) -> None:
    one = somebody(opened, "Cal", phone="07700 900123", contact_note="Text first", date_of_birth=BORN)
    other = somebody(opened, "Callum", needs=(Need.WELSH,), contact_note="Not before ten", date_of_birth=BORN)
    found = said(opened.services.joinings.compare(one.id, other.id))
    assert found["Given name"] == ("Cal", "Callum", True)
    assert found["Family name"] == ("Reid", "Reid", False)
    assert found["Date of birth"] == ("17 May 1990", "17 May 1990", False)
    assert found["Phone"] == ("07700 900123", "", True)
    assert found["What they need"] == ("", "Welsh", True)
    note = "There is one. It is shown only when you ask for it."
    assert found["Contact note"] == (note, note, True)
    assert found["Safe address"] == ("No", "No", False)
    assert found["Interviews"] == ("0", "0", False)
    assert found["Last seen"] == ("", "", False)


def test_a_phone_number_is_the_same_however_it_is_spaced(opened: Opened) -> None:
    one, other = somebody(opened, "Cal", phone="07700 900123"), somebody(opened, "Cal", phone="+44 7700 900123")
    assert said(opened.services.joinings.compare(one.id, other.id))["Phone"][2] is False


def test_what_is_kept_of_both_is_counted_and_what_was_told_has_a_neutral_label(opened: Opened) -> None:
    one, other = somebody(opened, "Cal"), somebody(opened, "Callum")
    issued(opened, other)
    opened.services.circumstances.add(other.id, "domestic_abuse", starts_on=date(2026, 5, 1))
    found = said(opened.services.joinings.compare(one.id, other.id))
    assert found["Interviews"] == ("0", "1", True)
    assert found["Issued commitments"] == ("0", "1", True)
    assert found["Open actions"] == ("0", "1", True)
    assert found["Circumstances"] == ("", "Something that you were told", True)
    with opened.database.read() as connection:
        read = [each.subject for each in audit_lines(connection) if each.code == "person.compared"]
    assert sorted(read) == sorted([one.id, other.id])


def test_joined_the_record_has_everything_and_says_where_it_came_from(timed: Opened, watch: Watch) -> None:
    services = timed.services
    one, other = somebody(timed, "Cal"), somebody(timed, "Callum", phone="07700 900123")
    talk = issued(timed, other)
    before = services.people.open(other.id)
    services.joinings.join(one, other, {"phone"})
    file = services.people.open(one.id)
    assert (file.person.given_name, file.person.phone) == ("Cal", "07700 900123")
    assert [each.id for each in file.interviews] == [talk.interview.id]
    assert [each.snapshot for each in file.commitments] == [each.snapshot for each in before.commitments]
    assert [each.text for each in file.plan.open] == ["Ring the school"]
    texts = lines(timed, one.id)
    assert "Two records were joined on Tuesday 1 December 2026. What came from the other one says so." in texts
    assert [each for each in texts if each.endswith("issued. (from the other record)")]
    assert services.people.open(other.id).person.id == one.id
    assert services.people.count() == 1
    assert [row.person_id for row in services.people.find("callum reid")] == [one.id]


def test_an_issued_document_is_verified_as_before_and_the_next_edition_follows_it(opened: Opened) -> None:
    services = opened.services
    one, other = somebody(opened, "Cal"), somebody(opened, "Callum")
    talk = issued(opened, other)
    (commitment,) = services.people.open(other.id).commitments
    services.joinings.join(one, other)
    with opened.database.read() as connection:
        content = find_by(connection, CommitmentFile, commitment_id=commitment.id)[0].content
        (kept,) = find_by(connection, type(commitment), id=commitment.id)
    assert replace(kept, version=1, person_id=other.id, updated_at=commitment.updated_at) == commitment
    found = services.editions.verify(content)
    assert (found.standing, found.person_id) == (FileStanding.ISSUED, one.id)
    again = services.commitments.issue(services.commitments.prepare(talk.interview.id, Language.ENGLISH))
    assert (again.number, again.edition) == (commitment.number, 2)


@pytest.mark.parametrize("stays_hidden", [True, False])
def test_what_protects_somebody_is_never_lost_whichever_record_stays(opened: Opened, *, stays_hidden: bool) -> None:
    hidden = somebody(
        opened,
        "Kezia",
        safe_address=True,
        private_card_due=True,
        contact_note="Text only",
        safe_to_print=Safe.NO,
        print_asked_on=BORN,
        needs=(Need.CONTACT_NOTE,),
    )
    open_ = somebody(
        opened, "Kez", safe_to_print=Safe.YES, print_asked_on=BORN, safe_to_send=Safe.YES, send_asked_on=BORN
    )
    keep, other = (hidden, open_) if stays_hidden else (open_, hidden)
    opened.services.joinings.join(keep, other)
    file = opened.services.people.open(keep.id)
    person = file.person
    assert (person.safe_address, person.private_card_due, person.contact_note) == (True, True, "Text only")
    assert (person.safe_to_print, person.print_asked_on) == (Safe.NO, BORN)
    assert (person.safe_to_send, person.send_asked_on) == (Safe.NOT_ASKED, None)
    assert Need.CONTACT_NOTE in person.needs
    assert not file.giving.may_print
    with pytest.raises(ValueError, match="for choosing"):
        opened.services.joinings.join(keep, other, {"safe_address"})


def test_undone_both_are_as_before_and_what_was_added_stays_with_the_one_that_stays(
    timed: Opened, watch: Watch
) -> None:
    services = timed.services
    one, other = somebody(timed, "Cal"), somebody(timed, "Callum", phone="07700 900123", safe_address=True)
    talk = issued(timed, other)
    before, theirs = services.people.open(one.id), services.people.open(other.id)
    joining = services.joinings.join(one, other, {"phone"})
    watch.go_on(1)
    joined = services.people.open(one.id).person
    services.people.save(replace(joined, family_name="Read"))
    met = services.diary.book(
        services.diary.draft(one.id, "first-commitments", services.day.today(), time(16), Channel.PHONE)
    )
    services.joinings.part(joining.id)
    mine, back = services.people.open(one.id), services.people.open(other.id)
    assert (mine.person.given_name, mine.person.family_name, mine.person.phone) == ("Cal", "Read", "")
    assert mine.person.safe_address  # it was changed meanwhile: nobody knows whom the safe address is about
    assert [each.id for each in mine.appointments] == [met.id]
    assert mine.interviews == ()
    assert replace(back.person, version=1, updated_at=None) == replace(theirs.person, version=1, updated_at=None)
    assert [each.id for each in back.interviews] == [talk.interview.id]
    assert [each.text for each in back.timeline] == [each.text for each in theirs.timeline]
    assert [row.full_name for row in services.people.find()] == ["Cal Read", "Callum Reid"]
    assert before.person.id == mine.person.id


def test_undone_at_once_a_safe_address_of_the_other_is_theirs_alone(opened: Opened) -> None:
    services = opened.services
    one, other = somebody(opened, "Cal"), somebody(opened, "Callum", safe_address=True)
    services.joinings.part(services.joinings.join(one, other).id)
    assert not services.people.open(one.id).person.safe_address
    assert services.people.open(other.id).person.safe_address


def test_undoing_twice_is_refused_with_a_sentence(opened: Opened) -> None:
    joinings = opened.services.joinings
    joining = joinings.join(somebody(opened, "Cal"), somebody(opened, "Callum"))
    joinings.part(joining.id)
    with pytest.raises(AppError, match=r"joining\.parted"):
        joinings.part(joining.id)


def test_a_record_is_not_joined_to_itself_nor_one_that_changed_meanwhile(opened: Opened) -> None:
    services = opened.services
    one, other = somebody(opened, "Cal"), somebody(opened, "Callum")
    with pytest.raises(AppError, match=r"joining\.same-record"):
        services.joinings.join(one, one)
    services.people.save(replace(other, phone="07700 900123"))
    with pytest.raises(AppError, match=r"storage\.stale"):
        services.joinings.join(one, other)
    assert services.people.count() == 2


def test_whoever_is_joined_away_waits_nowhere_and_stands_in_no_list(timed: Opened) -> None:
    services = timed.services
    one, other = somebody(timed, "Cal"), somebody(timed, "Callum")
    today = services.day.today()
    services.diary.book(services.diary.draft(other.id, "first-commitments", today, time(16), Channel.PHONE))
    with timed.database.write() as writer:
        writer.put(Action(id="a-1", person_id=other.id, text="Ring back", owner=Party.COACH, by=today), "action.saved")
    services.joinings.join(one, other)
    view = services.day.view(today)
    assert {each.appointment.person_id for each in view.entries} == {one.id}
    assert {each.person_id for each in view.needs_you} <= {one.id}
    assert {row.person_id for row in services.people.find()} == {one.id}
    assert services.people.find(archived=True) == ()
    assert services.people.likely_same(one) == ()
    with timed.database.read() as connection:
        assert find_by(connection, Person, id=other.id) == ()


def test_who_may_be_the_same_is_found_by_likeness_or_by_what_is_typed(opened: Opened) -> None:
    one = somebody(opened, "Cal", date_of_birth=BORN)
    alike = somebody(opened, "Kal", date_of_birth=BORN)
    married = somebody(opened, "Cal", "Osei")
    joinings = opened.services.joinings
    assert [(each.row.person_id, each.same) for each in joinings.candidates(one.id)] == [
        (alike.id, Same.NAME_LIKE_AND_BIRTH)
    ]
    assert [(each.row.person_id, each.same) for each in joinings.candidates(one.id, "osei")] == [(married.id, None)]
    assert one.id not in {each.row.person_id for each in joinings.candidates(one.id, "cal")}


def test_whoever_has_a_safe_address_is_no_candidate_but_by_exact_identifiers(opened: Opened) -> None:
    one = somebody(opened, "Kezia", "Moyo", date_of_birth=BORN)
    hidden = somebody(opened, "Keziah", "Moyo", date_of_birth=BORN, safe_address=True)
    joinings = opened.services.joinings
    assert joinings.candidates(one.id) == joinings.candidates(one.id, "moyo") == ()
    exact = opened.services.people.save(replace(hidden, given_name="Kezia"))
    opened.services.diary.book(
        opened.services.diary.draft(exact.id, "first-commitments", opened.services.day.today(), time(16), Channel.PHONE)
    )
    for found in (joinings.candidates(one.id), joinings.candidates(one.id, "moyo")):
        (candidate,) = found
        assert (candidate.row.person_id, candidate.same) == (exact.id, Same.NAME_AND_BIRTH)
        assert (candidate.row.next_on, candidate.row.last_contact, candidate.row.reasons) == (None, None, ())


def test_what_was_typed_of_somebody_new_goes_into_the_record_that_is_here(opened: Opened) -> None:
    services = opened.services
    known = somebody(opened, "Cal", date_of_birth=BORN, safe_address=True)
    draft = replace(services.people.draft(), given_name="Cal", family_name="Read", phone="07700 900123")
    found = services.joinings.compare_typed(draft, known.id)
    assert said(found)["Phone"] == ("07700 900123", "", True)
    stored = services.joinings.use(found.second, found.first, {"phone"})
    assert (stored.id, stored.phone, stored.family_name, stored.safe_address) == (
        known.id,
        "07700 900123",
        "Reid",
        True,
    )
    assert services.people.count() == 1


def test_several_records_are_taken_apart_from_the_last_one_on(timed: Opened, watch: Watch) -> None:
    services = timed.services
    one, second, third = (somebody(timed, name) for name in ("Cal", "Callum", "Kal"))
    first = services.joinings.join(one, second)
    watch.go_on(1)
    last = services.joinings.join(services.people.open(one.id).person, third)
    file = services.people.open(one.id)
    assert [each.id for each in file.joinings] == [last.id, first.id]
    with pytest.raises(AppError, match=r"joining\.later-one"):
        services.joinings.part(first.id)
    services.joinings.part(last.id)
    services.joinings.part(first.id)
    assert services.people.count() == 3
    with timed.database.read() as connection:
        assert find_by(connection, Joining) == ()


def test_interviews_that_wait_are_carried_on_whichever_record_they_came_from(opened: Opened) -> None:
    services = opened.services
    one, other = somebody(opened, "Cal"), somebody(opened, "Callum")
    mine, theirs = begin(opened, person=one), begin(opened, person=other)
    for talk in (mine, theirs):
        talk.say("goal", f"Work near {talk.person.given_name}")
        services.interviews.pause(talk.stored())
    joining = services.joinings.join(one, other)
    for talk in (mine, theirs):
        found = services.interviews.open(talk.interview.id)
        assert (found.person.id, found.answers["goal"].value) == (one.id, f"Work near {talk.person.given_name}")
    services.joinings.part(joining.id)
    assert services.interviews.open(theirs.interview.id).person.id == other.id
