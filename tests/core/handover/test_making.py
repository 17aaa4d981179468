"""What goes to a colleague, and what stays unless it was chosen."""

import os
from dataclasses import replace
from datetime import date

import pytest

from coachdesk.content import read_content
from coachdesk.errors import AppError
from coachdesk.handover import PackedPerson, Private, outgoing
from coachdesk.interviews import StoredAnswer
from coachdesk.people import Safe
from coachdesk.plans import IfThen, Party
from coachdesk.privacy import Privacy
from coachdesk.requirements.law import law_on
from coachdesk.services import Because, Chosen
from coachdesk.storage import audit_lines, find, find_by, verify_audit
from coachdesk.storage.tables import kinds
from coachdesk.storage.travelling import TRAVELS
from tests.core.handover.conftest import Office
from tests.core.handover.passing import give, stand_in, take
from tests.core.services.issuing import issue
from tests.core.services.talking import Talk, begin, ready_to_issue

STAYS = {"BusyTime", "Colleague", "PackedPerson", "Joining"}
"""Kinds that are no part of a person's record, or say how this vault came to hold it."""


def with_secrets(office: Office) -> Talk:
    """Somebody about whom something is known that a colleague need not know."""
    talk = ready_to_issue(office.sam.vault, contact_note="Text first, never ring")
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    talk.say("goal", "Work in a school", note="zqxnote of the coach")
    talk.act("zqxbetween us", privacy=Privacy.BETWEEN_US)
    talk.act("zqxpromise", owner=Party.COACH, privacy=Privacy.BETWEEN_US)
    return talk


def told(office: Office) -> tuple[list[str], int]:
    """What Sam's vault says, oldest first, and how many it remembers as given."""
    with office.sam.vault.database.read() as connection:
        codes = [line.code for line in audit_lines(connection)]
        return codes[::-1], len(find(connection, PackedPerson))


def robins(office: Office) -> str:
    """Everything in Robin's vault, as text."""
    with office.robin.vault.database.read() as connection:
        return "\n".join(str(each) for kind in kinds() for each in find(connection, kind))


def test_every_kind_of_record_travels_or_is_known_to_stay() -> None:
    assert {kind.__name__ for kind in kinds()} - {kind.__name__ for kind in TRAVELS} == STAYS


def test_a_colleague_gets_the_record_with_its_true_authors_and_stamps(office: Office) -> None:
    talk = ready_to_issue(office.sam.vault, given_name="Zoë", family_name="Ó Brádaigh")
    stand_in(office, talk.person.id)
    sams, robins = (desk.services.people.open(talk.person.id) for desk in (office.sam, office.robin))
    assert robins.person == sams.person
    assert robins.person.author == office.sam.vault.info.coach_id
    assert robins.plan == sams.plan
    assert robins.appointments == sams.appointments
    assert robins.interviews == sams.interviews
    assert [row.full_name for row in office.robin.services.people.find("zoe bradaigh")] == ["Zoë Ó Brádaigh"]


def test_a_pack_that_cannot_be_saved_was_given_to_nobody_and_what_was_opened_for_it_is_known(office: Office) -> None:
    talk = with_secrets(office)
    before, _none = told(office)
    read = ["handover.packed", "sealed.opened.handover"]
    with pytest.raises(AppError, match=r"documents\.cannot-write"):
        give(office.sam, office.folder / "gone", talk.person.id, sealed=True)
    assert told(office) == ([*before, *read], 0)
    give(office.sam, office.folder, talk.person.id, sealed=True)
    assert told(office) == ([*before, *read, *read, "handover.given"], 1)


def test_a_talk_is_stored_while_a_slow_disk_takes_a_pack(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    talk, to_disk, stored = with_secrets(office), os.fsync, list[str]()
    people = office.sam.services.people

    def slowly(handle: int) -> None:
        if not stored:
            stored.append(people.save(replace(people.draft(), given_name="Cal")).id)
        to_disk(handle)

    monkeypatch.setattr(os, "fsync", slowly)
    assert give(office.sam, office.folder, talk.person.id).exists()
    assert stored


@pytest.mark.parametrize("then", ["withdrawn", "removed"])
def test_a_pack_stays_where_what_is_in_it_was_taken_back_while_it_was_written(
    office: Office, monkeypatch: pytest.MonkeyPatch, then: str
) -> None:
    talk, to_disk, gone = ready_to_issue(office.sam.vault), os.fsync, list[str]()
    issued, services = issue(talk), office.sam.services
    services.interviews.finish(talk.interview)

    def slowly(handle: int) -> None:
        if not gone:
            gone.append(then)
            if then == "withdrawn":
                services.editions.withdraw(issued.id, reason="It said too much")
            else:
                services.removal.remove(talk.person.id, Because.ASKED)
        to_disk(handle)

    monkeypatch.setattr(os, "fsync", slowly)
    before = set(office.folder.iterdir())
    with pytest.raises(AppError, match=r"commitment\.withdrawn|storage\.not-found"):
        give(office.sam, office.folder, talk.person.id)
    assert set(office.folder.iterdir()) == before
    assert "handover.given" not in told(office)[0]


def test_coaching_notes_and_what_is_between_us_stay_unless_chosen(office: Office) -> None:
    talk = with_secrets(office)
    talk.act(
        "zqxopen", if_then=(IfThen("zqxif", "I ring you", Privacy.BETWEEN_US), IfThen("zqxrain", "I take the bus"))
    )
    stand_in(office, talk.person.id)
    there = robins(office)
    assert "zqxnote" not in there
    assert "zqxbetween" not in there
    assert "zqxif" not in there
    assert "zqxopen" in there
    assert "zqxrain" in there
    assert "zqxpromise" in there, "an open promise has to be kept, whoever may read it"
    office.watch.go_on(1)
    stand_in(office, talk.person.id, notes=True)
    there = robins(office)
    assert "zqxnote" in there
    assert "zqxbetween" in there
    assert "zqxif" in there


def test_what_is_sealed_stays_and_what_protects_goes(office: Office) -> None:
    talk = with_secrets(office)
    assert talk.circumstances() == {("domestic_abuse", True)}
    office.sam.services.interviews.keep_place(replace(talk.stored(), question_id="card_private"))
    leaving = office.sam.services.handover.prepare([talk.person.id])[0]
    assert leaving.sealed
    stand_in(office, talk.person.id)
    there = robins(office)
    assert "domestic_abuse" not in there
    assert "hurt" not in there
    assert "card_private" not in there
    file = office.robin.services.people.open(talk.person.id)
    assert [(each.kind, each.sensitive, each.starts_on) for each in file.circumstances] == [
        ("restricted_pause", True, None)
    ]
    assert not file.giving.may_print
    assert not file.giving.may_send
    assert file.person.contact_note == "Text first, never ring"
    card = office.robin.services.day.prep(talk.person.id)
    assert "Something that you were told" in card.life
    finding = office.robin.services.requirements.for_person(talk.person.id).finding
    assert str(finding.search) != "required"


def test_a_decision_about_something_private_goes_with_what_is_sealed_and_not_without() -> None:
    content = read_content()
    private = Private(law_on(content.rules, date(2026, 12, 1)))
    rows = {"discretions": {"one": {"id": "one", "sensitive": True}, "two": {"id": "two", "sensitive": False}}}
    goes = {sealed: set(outgoing(rows, private, notes=True, sealed=sealed)["discretions"]) for sealed in (True, False)}
    assert goes == {True: {"one", "two"}, False: {"two"}}


def test_what_is_sealed_goes_where_it_was_chosen_and_opens_with_the_colleagues_key_alone(office: Office) -> None:
    talk = with_secrets(office)
    stand_in(office, talk.person.id, sealed=True)
    with office.robin.vault.database.read() as connection:
        (there,) = (each for each in find(connection, StoredAnswer) if each.sealed_value is not None)
    with office.sam.vault.database.read() as connection:
        (here,) = find_by(connection, StoredAnswer, id=there.id)
    assert there.sealed_value != here.sealed_value
    assert there.author == here.author
    interviews = office.robin.services.interviews
    opened = interviews.reveal(
        office.robin.services.people.open(talk.person.id).interviews[0], there.question_id, reason="asked"
    )
    assert opened is not None
    assert opened.value
    sealed, version = there.sealed_value or b"", there.sealed_version
    with pytest.raises(AppError, match=r"vault\.sealed-unreadable"):
        office.sam.vault.keys.open_sealed(sealed, row=there.id, question=there.question_id, version=version)
    assert "A sealed answer was opened." in [row.text for row in office.sam.services.administration.audit()]


def test_nothing_is_chosen_for_one_person_by_choosing_it_for_another(office: Office) -> None:
    one, two = with_secrets(office), begin(office.sam.vault, given_name="Owain")
    two.say("goal", "Drive a bus", note="zqxowain")
    chosen = [Chosen(one.person.id), Chosen(two.person.id, notes=True)]
    take(office.robin, office.sam.services.handover.make(office.sam.colleague.id, chosen, office.folder).path)
    assert "zqxowain" in robins(office)
    assert "zqxnote" not in robins(office)


def test_before_it_goes_one_sees_promises_the_next_step_or_none_and_what_keeps_them_safe(office: Office) -> None:
    talk = with_secrets(office)
    nobody = office.sam.services.people.save(
        replace(talk.person, id=office.sam.vault.info.vault_id, version=0, contact_note="")
    )
    services = office.sam.services.handover
    one, two = services.prepare([talk.person.id, nobody.id])
    assert one.summary.promises == ("Ring the course office (by 8 December 2026)", "zqxpromise (by 8 December 2026)")
    assert one.summary.next_step == "Appointment on 15 December 2026 at 10:30am"
    assert one.summary.follow_ups == (
        "Stay in touch: a follow-up matters here.",
        "An interview is not finished.",
        "Follow up due: something that we were told. Do not ask for details.",
    )
    assert one.summary.contact_safety == (
        "Text first, never ring",
        "Nothing on paper",
        "Nothing by post or email",
    )
    assert (one.notes, two.summary.next_step, two.notes, two.sealed) == (2, "", 0, 0)
    made = services.make(office.sam.colleague.id, [Chosen(talk.person.id), Chosen(nobody.id)], office.folder)
    assert (made.people, made.without_next_step) == (2, 1)
    arrived = office.robin.services.handover.look(made.path)
    assert [each.summary for each in arrived.people] == [one.summary, two.summary]


def test_a_no_to_paper_that_was_said_keeps_its_day(office: Office) -> None:
    talk = begin(office.sam.vault, safe_to_print=Safe.NO, print_asked_on=date(2026, 11, 3))
    stand_in(office, talk.person.id)
    assert office.robin.services.people.open(talk.person.id).person.print_asked_on == date(2026, 11, 3)


def test_every_person_is_one_line_of_the_audit_on_either_side(office: Office) -> None:
    people = [begin(office.sam.vault, given_name=name).person.id for name in ("Amira", "Owain")]
    stand_in(office, *people)
    for desk, said in (
        (office.sam, "A person's record was handed to a colleague."),
        (office.robin, "A person's record was taken in from a colleague."),
    ):
        assert [row.text for row in desk.services.administration.audit()].count(said) == 2
        with desk.vault.database.read() as connection:
            assert verify_audit(connection) is None
        assert desk.services.administration.check().sound


def test_a_pack_with_nobody_is_refused(office: Office) -> None:
    with pytest.raises(AppError, match=r"handover\.nobody"):
        give(office.sam, office.folder)


def test_likely_the_same_person_under_another_record_is_said_before_they_are_taken_in(office: Office) -> None:
    talk, _there = (
        begin(vault, given_name="Siobhán", family_name="Walsh", date_of_birth=date(1990, 4, 5))
        for vault in (office.sam.vault, office.robin.vault)
    )
    arrived = office.robin.services.handover.look(give(office.sam, office.folder, talk.person.id))
    assert [each.row.full_name for each in arrived.people[0].likely] == ["Siobhán Walsh"]


def test_a_note_from_the_safety_panel_goes_where_what_is_sealed_was_chosen_only(office: Office) -> None:
    talk = begin(office.sam.vault)
    ours, theirs = office.sam.services.safety, office.robin.services.safety
    ours.keep_note(talk.interview, ours.new_note(), ("zqx said so", "R. Shah", "10:40"))
    stand_in(office, talk.person.id)
    assert not theirs.has_notes(talk.interview)
    office.watch.go_on(1)
    stand_in(office, talk.person.id, sealed=True)
    assert "zqx said so" in theirs.open_notes(talk.interview, "asked").value
