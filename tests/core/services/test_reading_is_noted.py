"""Whatever shows a person's record leaves a line about them, whichever way somebody got there."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial
from inspect import ismethod, signature

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, Format
from coachdesk.i18n import Language
from coachdesk.services import Services
from coachdesk.storage import audit_lines
from tests.core.services.issuing import issue
from tests.core.services.talking import Talk, ready_to_issue

READS: dict[str, Callable[[Opened, Talk, Commitment], object]] = {
    "the person": lambda vault, talk, _made: vault.services.people.open(talk.person.id),
    "the prep card": lambda vault, talk, _made: vault.services.day.prep(talk.person.id),
    "the interview": lambda vault, talk, _made: vault.services.interviews.open(talk.interview.id),
    "the circumstances": lambda vault, talk, _made: vault.services.circumstances.of(talk.person.id),
    "what applies": lambda vault, talk, _made: vault.services.requirements.for_person(talk.person.id),
    "a document": lambda vault, _talk, made: vault.services.commitments.content(made.id, Format.PDF),
    "who looked": lambda vault, talk, _made: vault.services.viewing.log(talk.person.id),
    "what was told in private": lambda vault, talk, _made: vault.services.told_in_private.open(talk.person.id, "asked"),
    "a review copy": lambda vault, talk, _made: vault.services.access.copy(talk.person.id),
}

BESIDE = {
    "people.open": (
        "plans.plan",
        "plans.weigh",
        "plans.flags",
        "rhythms.of",
        "rhythms.due",
        "handing.safe",
        "interviews.kind_after_last",
        "holds.of",
        "removal.before",
        "joinings.candidates",
    ),
    "interviews.open": ("commitments.prepare", "commitments.of_interview", "signatures.given", "safety.has_notes"),
    "commitments.content": (
        "commitments.issued",
        "commitments.journal",
        "editions.of_person",
        "editions.difference",
        "journal.pieces",
        "journal.pasted",
        "outcomes.life",
        "outcomes.draft",
        "outcomes.proposed_time",
        "outcomes.longer_time",
    ),
}
"""What reads more of a record on a screen that could not be shown without the reading that stands here first, and is noted."""

NOT_A_RECORD = (
    "circumstances.draft",
    "commitments.is_filed",
    "diary.get",
    "diary.look",
    "interviews.in_language",
    "interviews.keep_place",
    "people.likely_same",
    "people.save",
    "plans.draft_goal",
    "rhythms.drop",
    "slips.of",
    "slips.reminder",
)
"""An empty form, a yes or no, an appointment as the day's list has it, and writing where nothing was to be written."""

ABOUT = {"person_id", "interview_id", "commitment_id", "appointment_id", "interview", "appointment", "person"}


@pytest.mark.parametrize("screen", READS)
def test_whatever_shows_a_record_is_noted_with_whose_it_is(timed: Opened, screen: str) -> None:
    talk = ready_to_issue(timed)
    made = issue(talk)
    with timed.database.read() as connection:
        before = audit_lines(connection, limit=1)[0].number
    READS[screen](timed, talk, made)
    with timed.database.read() as connection:
        since = [each for each in audit_lines(connection) if each.number > before]
    assert {each.subject for each in since} == {talk.person.id}


def about_somebody(services: Services, talk: Talk, made: Commitment) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every method of every service that can be called with no more than whose record it is about, and its name."""
    appointment = services.people.open(talk.person.id).appointments[0]
    known = {
        "person_id": talk.person.id,
        "interview_id": talk.interview.id,
        "commitment_id": made.id,
        "appointment_id": appointment.id,
        "interview": talk.interview,
        "appointment": appointment,
        "person": talk.person,
        "commitment": made,
        "other_id": talk.person.id,
        "answers": talk.answers,
        "kind": Format.PDF,
        "language": Language.ENGLISH,
    }
    for service in fields(Services):
        offered = getattr(services, service.name)
        for name in (each for each in dir(offered) if not each.startswith("_") and ismethod(getattr(offered, each))):
            method = getattr(offered, name)
            asked = signature(method).parameters.values()
            wanted = [each.name for each in asked if each.default is each.empty]
            if ABOUT & {each.name for each in asked} and set(wanted) <= set(known):
                yield f"{service.name}.{name}", partial(method, **{each: known[each] for each in wanted})


def test_no_service_reads_a_record_without_a_line_or_a_place_beside_one_that_has_it(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    made, silent = issue(talk), set[str]()
    offered = dict(about_somebody(timed.services, talk, made))
    changing = {
        name for name in offered if name.split(".")[1] in {"archive", "finish", "stop", "pause", "book", "save"}
    }
    for name in offered.keys() - changing:
        with timed.database.read() as connection:
            before = audit_lines(connection, limit=1)[0].number
        offered[name]()
        with timed.database.read() as connection:
            since = [each for each in audit_lines(connection) if each.number > before]
        if talk.person.id not in {each.subject for each in since}:
            silent.add(name)
    known = {name for names in BESIDE.values() for name in names} | set(NOT_A_RECORD) - changing
    assert silent == known
    assert set(BESIDE) <= offered.keys() - silent
