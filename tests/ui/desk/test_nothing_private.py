"""What was told in private, and what would tell that it was: on no screen, no paper, no list and no file but where it belongs.

Amira has a marker in every place that a definition or a circumstance has for it. What is said of Bethan, of whom nothing of
the kind is known, in the same places, tells nothing of Amira.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.application import create_vault
from coachdesk.commitments import Commitment, Format
from coachdesk.i18n import Language
from coachdesk.interviews import Interview, Kind
from coachdesk.people import Giving, Person, Safe
from coachdesk.plans import Party
from coachdesk.services import FORMS
from coachdesk.services.handover_views import Chosen
from coachdesk.storage import find
from coachdesk.storage.tables import kinds
from tests.core.services.talking import begin
from tests.in_private import Planted, plant, said_openly, somebody, talks
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from tests.ui.desk.test_nobody_else import said_by
from tests.vaults import PASSPHRASE, setting
from ui.kit.sections import Sections

Told = dict[str, set[str]]
"""What tells of her, by the place."""


@pytest.fixture
def amira(office: Office) -> Planted:
    return plant(office.vault, "Amira", time(9))


@pytest.fixture
def bethan(office: Office, amira: Planted) -> Planted:
    person = somebody(office.desk.services, "Bethan", time(10))
    held = talks(office.desk.services, person, None)
    for way in Giving:
        office.desk.services.handing.told(person.id, way, Safe.YES)
    return replace(amira, person=office.desk.services.people.open(person.id).person, talks=held)


TRAVELS_OPENLY = {"restricted_pause", "partner"}
"""Codes that a colleague who takes over gets: what bears on what may be asked, and a pause whose reason does not travel."""


def words() -> str:
    """Everything in all windows."""
    settle()
    shown = [each for window in QApplication.topLevelWidgets() for each in (window, *window.findChildren(QWidget))]
    return "\n".join(text for each in shown if each.isVisible() for text in said_by(each))


def of_the_day(office: Office, person: Person) -> Iterator[tuple[str, str]]:
    today = office.desk.screens.today
    office.desk.routes.go("today")
    today.refresh()
    while office.desk.services.day.check_on() is None:
        settle()
    today.refresh()
    (entry,) = (each for each in today.state.view.entries if each.appointment.person_id == person.id)
    today.choose(entry.appointment.id)
    yield "the day and the prep card", words()
    today.toggle_needs()
    yield "needs you", words()
    today.toggle_needs()
    today.toggle_week()
    yield "the week", words()
    today.toggle_week()


def of_the_record(office: Office, person: Person) -> Iterator[tuple[str, str]]:
    desk = office.desk
    desk.routes.go("people")
    yield "people", words()
    desk.routes.open_person(person.id)
    (sections,) = desk.window.page().findChildren(Sections)
    for section in sections.sections:
        desk.screens.person.choose(section)
        yield f"the person, {section}", words()
    desk.routes.open_plan(person.id)
    yield "the plan", words()


def every(amira: Planted) -> frozenset[str]:
    return amira.sealed | amira.private | amira.notes | amira.kinds | amira.days


def told(amira: Planted, hers: str, others: str) -> set[str]:
    """What a text about Amira tells that the same text about Bethan does not."""
    return {
        each for each in amira.sealed | amira.private | amira.kinds | amira.days if each in hers and each not in others
    }


def of_the_talks(office: Office, held: Collection[Interview]) -> Iterator[tuple[str, str]]:
    """Every step of the first kind of talk, and of the others those that seal or read back, opened again; the first turned as well."""
    desk, interview = office.desk, office.desk.screens.interview
    first = next(iter(held))
    for each in held:
        interview.resume_wanted.emit(each.id)
        state = interview.state()
        assert state is not None
        for step in state.definition.steps:
            telling = any(question.sealed or question.kind is Kind.RECAP for question in step.questions)
            if not telling and each is not first:
                continue
            interview.go_to(step.id)
            yield f"{each.definition_id}, {step.id}", words()
            if each is first:
                desk.window.turn()
                yield f"{each.definition_id}, {step.id}, turned", words()
                desk.window.turn()
        interview.pause()


def of_the_frame(office: Office, person: Person) -> Iterator[tuple[str, str]]:
    """What is not about somebody, and names them or counts them: searches, two records, a pack, Administration."""
    desk = office.desk
    desk.routes.open_person(person.id)
    desk.screens.person.same_person()
    yield "the same person", words()
    desk.routes.go("handover")
    desk.screens.handover.giving.add([person.id])
    desk.screens.handover.giving.choose(person.id)
    yield "a pack is made", words()
    desk.screens.handover.giving.cancel()
    desk.routes.go("administration")
    (sections,) = desk.window.page().findChildren(Sections)
    for section in sections.sections:
        if section != "check":
            desk.screens.administration.choose_section(section)
            yield f"administration, {section}", words()


def papers(
    office: Office, planted_talks: Iterable[Interview], person: Person, folder: Path
) -> Iterator[tuple[str, str]]:
    """Everything that leaves the program, as text, but what was chosen with a reason."""
    services, today = office.desk.services, office.desk.services.day.today()
    (booked,) = (each for each in services.people.open(person.id).appointments if each.on == today)
    slips = (*services.slips.of(booked.id), *(services.viewing.log(person.id, each) for each in Language))
    for number, slip in enumerate(slips):
        for kind in FORMS:
            yield f"slip {number}, {kind}", text_of(services.slips.content(slip, kind), kind)
    yield "the day's sheet", services.day.outgoing(today).text
    yield "a calendar", services.calendars.content(today, today + timedelta(days=30)).decode()
    yield "the caseload", services.caseload.give_out(folder).path.read_text(encoding="utf-8-sig")
    made = _issued(office, planted_talks, person)
    for kind in Format:
        content = services.commitments.content(made.id, kind)
        yield f"commitment, {kind}", text_of(content, kind)
    yield "the journal", "\n".join(each.text for each in services.journal.pieces(made.id))
    yield "the snapshot", made.snapshot
    copy = services.access.copy(person.id)
    yield "a review copy", json.dumps([each.body for each in copy.records if each.kept_back], default=str)
    yield "who looked", "\n".join(each.text for each in services.administration.audit(limit=5000))


def _issued(office: Office, planted_talks: Iterable[Interview], person: Person) -> Commitment:
    """A commitment with what can be in one although so much is known."""
    for each in planted_talks:
        office.desk.services.interviews.finish(each)
    talk = begin(office.vault, person=person)
    talk.say("who_is_here", "alone")
    talk.goal("Work in a school")
    talk.act("Look at twelve schools")
    talk.act("Ring the course office", owner=Party.COACH)
    talk.say("outcome", "agreed")
    talk.meet_in(14)
    commitments = office.desk.services.commitments
    return commitments.issue(commitments.prepare(talk.interview.id, Language.ENGLISH), tuple(Format))


def text_of(content: bytes, kind: Format) -> str:
    """The words of a paper, and what stands beside them in its file."""
    if not kind.is_paged:
        return content.decode()
    pdf = PdfDocument(content)
    pages = [pdf[number].get_textpage() for number in range(len(pdf))]
    return "\n".join((*(each.get_text_range() for each in pages), str(pdf.get_metadata_dict())))


def found_by(office: Office, amira: Planted) -> Iterator[str]:
    """Words that find somebody."""
    for each in every(amira) | amira.between:
        if office.desk.services.people.find(each):
            yield each


def compared(amira: Planted, hers: Iterator[tuple[str, str]], others: Iterator[tuple[str, str]]) -> Told:
    """What tells of Amira and not of Bethan."""
    of_bethan = dict(others)
    found = {place: told(amira, text, of_bethan[place]) for place, text in hers}
    return {place: each for place, each in found.items() if each}


def test_no_screen_of_the_day_the_record_or_the_frame_says_it(office: Office, amira: Planted, bethan: Planted) -> None:
    for part in (of_the_day, of_the_record, of_the_frame):
        assert compared(amira, part(office, amira.person), part(office, bethan.person)) == {}
    assert list(found_by(office, amira)) == []


def test_what_is_sealed_is_shut_in_every_talk_and_no_note_is_turned_to_the_person(
    office: Office, amira: Planted, bethan: Planted
) -> None:
    found = compared(amira, of_the_talks(office, amira.talks), of_the_talks(office, bethan.talks))
    own = amira.private | amira.notes | said_openly(office.desk.services)
    shut = {place: each - own for place, each in found.items() if each - own}
    turned = {place: each & amira.notes for place, each in found.items() if place.endswith("turned")}
    assert shut == {}
    assert {place: each for place, each in turned.items() if each} == {}


def test_no_paper_and_no_file_says_it(office: Office, amira: Planted, bethan: Planted, tmp_path: Path) -> None:
    for folder in ("hers", "others"):
        (tmp_path / folder).mkdir()
    hers = papers(office, amira.talks, amira.person, tmp_path / "hers")
    others = papers(office, bethan.talks, bethan.person, tmp_path / "others")
    assert compared(amira, hers, others) == {}


def test_no_word_of_a_review_copy_was_sealed_where_that_was_not_chosen(
    office: Office, amira: Planted, tmp_path: Path
) -> None:
    files = office.desk.services.access.write(amira.person.id, tmp_path)
    text = "\n".join(each.read_text("utf-8") for each in files)
    assert {each for each in amira.notes if each in text}, "what is ordinary is in it"
    assert {each for each in amira.sealed if each in text} == set()


def test_a_pack_takes_nothing_of_it_that_was_not_chosen(office: Office, amira: Planted, tmp_path: Path) -> None:
    folder = tmp_path / "colleague"
    folder.mkdir()
    alex, _key = create_vault(setting(folder), coach_name="Alex Doyle", site="Wakefield", passphrase=PASSPHRASE)
    ours, theirs = office.desk.services.handover, alex.services.handover
    theirs.keep_contact(theirs.look_at_contact(ours.write_contact(tmp_path)))
    colleague = ours.keep_contact(ours.look_at_contact(theirs.write_contact(tmp_path)))
    theirs.take(theirs.look(ours.make(colleague.id, [Chosen(amira.person.id)], tmp_path).path), {})
    with alex.database.read() as connection:
        arrived = "\n".join(str(each) for kind in kinds() for each in find(connection, kind))
    alex.close()
    assert {each for each in amira.sealed | amira.notes | amira.between if each in arrived} == set()
    assert {each for each in amira.kinds - TRAVELS_OPENLY if each in arrived} == set()
