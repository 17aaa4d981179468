"""Every field of every record that can hold words holds a marker, and every byte of every format is searched for it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any, get_args, get_type_hints

import pikepdf
import pytest

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, Entry, Format, Signature, Source
from coachdesk.diary import Appointment
from coachdesk.i18n import Language
from coachdesk.ids import new_id
from coachdesk.people import Person
from coachdesk.plans import Action, ActionOutcome, Goal, IfThen
from coachdesk.privacy import Privacy
from coachdesk.records import Record
from coachdesk.rehearsal.words import PDF, found_in, texts_of
from coachdesk.services.file_names import file_name
from coachdesk.storage import find_by
from coachdesk.storage.tables import kinds
from tests.core.commitments.planting import planted
from tests.core.services.talking import Talk, begin
from tests.core.storage.samples import one_of_each

PRINTED = {
    Person: {"given_name", "family_name", "preferred_name", "paper_name", "interpreter_language"},
    Goal: {"text"},
    Action: {"text", "reason", "obstacle", "if_then", "owner_name"},
    Appointment: {"place"},
}
"""What may stand on paper, where its record is for paper. Whoever adds a field decides here, or it must not be printed."""

CODES = {"kind", "easement_id", "definition_id", "of", "as_typed", "follows_from"}
"""Fields that hold a code of the program's own, without which the record means nothing to it."""

NOT_HERE = (
    *(
        "Person",
        "Interview",
        "Commitment",
        "CommitmentFile",
        "Withdrawal",
        "Pasted",
        "Slip",
        "Handover",
        "StoredAnswer",
    ),
    *("Colleague", "Joining", "PackedPerson"),
)
"""Records that are the person, the talk, the files and packs themselves; answers are typed in `test_markers`."""


def everything_else(talk: Talk, commitment: Commitment) -> Iterator[Record]:
    """A record of every other kind, about this person, with a marker in each of its texts; none of them for paper."""
    own: dict[str, Any] = {
        "person_id": talk.person.id,
        "interview_id": talk.interview.id,
        "commitment_id": commitment.id,
        "action_id": talk.act("Write the letter").id,
    }
    for each in one_of_each():
        if type(each).__name__ in NOT_HERE:
            continue
        names = {field.name for field in fields(each)}
        mine = replace(each, id=new_id(), **{name: value for name, value in own.items() if name in names})
        if not isinstance(mine, Goal | Action):
            yield planted(mine, CODES)[0]
            continue
        for privacy in (Privacy.ACCOUNT, Privacy.BETWEEN_US):
            yield planted(replace(mine, id=new_id(), privacy=privacy), CODES)[0]


def on_paper(talk: Talk) -> None:
    """An action and a meeting that are for paper, with a marker in all of them that is not."""
    day = talk.meet_in(7)
    secret = (IfThen("zqxmarkerifthenwhen", "zqxmarkerifthenthen", Privacy.BETWEEN_US),)
    action = talk.act("Ring the school", reason="Because you told us what you want", if_then=secret)
    with talk.opened.database.write() as writer:
        (meeting,) = find_by(writer.connection, Appointment, person_id=talk.person.id, on=day)
        writer.put(planted(action, {*CODES, *PRINTED[Action]})[0], "action.saved")
        writer.put(planted(meeting, {*CODES, *PRINTED[Appointment]})[0], "appointment.saved")


def somebody(opened: Opened, *, safe: bool) -> Talk:
    drawn_up = replace(opened.services.people.draft(), given_name="Amira", family_name="Khalil", safe_address=safe)
    person, _markers = planted(drawn_up, PRINTED[Person])
    talk = begin(opened, person=opened.services.people.save(person))
    talk.say("who_is_here", "alone")
    talk.say("goal", "Work in a school")
    return talk


@pytest.mark.parametrize("safe", [False, True], ids=["", "safe address"])
def test_no_field_that_is_not_for_paper_is_in_any_byte_of_any_format(opened: Opened, *, safe: bool) -> None:
    talk = somebody(opened, safe=safe)
    on_paper(talk)
    commitments = opened.services.commitments
    first = commitments.issue(commitments.prepare(talk.interview.id, Language.ENGLISH))
    opened.services.rhythms.drop(talk.person.id)  # a safe address has one already, and one is planted
    planting = tuple(everything_else(talk, first))
    assert {type(record).__name__ for record in planting} | {*NOT_HERE} == {kind.__name__ for kind in kinds()}
    with opened.database.write() as writer:
        for record in planting:
            writer.put(record, "test.planted")
    prepared = commitments.prepare(talk.interview.id, Language.ENGLISH, compared=True)
    assert prepared.stops == ()
    issued = commitments.issue(prepared)
    hidden = ("zqxmarker", *(("okafor", "wakefield") if safe else ()))
    assert "zqxmarker" not in issued.snapshot.lower()
    for kind in Format:
        for language in Language:
            content = commitments.content(issued.id, kind, language=language)
            texts = tuple(text.lower() for text in texts_of(content))
            assert any("ring the school" in text for text in texts)
            assert [word for word in hidden if any(word in text for text in texts)] == []
            about = (file_name(issued, kind, language), *outside_the_words(content))
            assert [text for text in about if "zqxmarker" in text.lower() or "khalil" in text.lower()] == []


def outside_the_words(content: bytes) -> Iterator[str]:
    """What a file says of itself where nobody reads: the metadata of a PDF, the head of a page."""
    if not content.startswith(PDF):
        yield content.partition(b"</head>")[0].decode() if b"</head>" in content else ""
        return
    with pikepdf.open(BytesIO(content)) as pdf:
        yield from (str(value) for value in pdf.docinfo.values())
        yield pdf.Root.Metadata.read_bytes().decode("utf-8")


def test_the_fields_that_may_be_printed_are_and_the_search_finds_them(opened: Opened) -> None:
    talk = somebody(opened, safe=False)
    action, words = planted(talk.act("Ring the school"), {*CODES, "because", *(_texts(Action) - PRINTED[Action])})
    with opened.database.write() as writer:
        writer.put(replace(action, if_then=(IfThen("zqxmarkerwhen", "zqxmarkerthen"),)), "action.saved")
    talk.meet_in(7)
    commitments = opened.services.commitments
    issued = commitments.issue(commitments.prepare(talk.interview.id, Language.ENGLISH))
    for kind in Format:
        content = commitments.content(issued.id, kind)
        wanted = {*words, "zqxmarkerwhen", "zqxmarkerthen"} - {
            "zqxmarkeractionownername"
        }  # only somebody else's action says whose it is
        assert set(found_in(content, sorted(wanted))) == wanted


def _texts(kind: type) -> set[str]:
    return {name for name, hint in get_type_hints(kind).items() if hint is str}


def test_what_a_document_is_made_from_reaches_no_record_but_these() -> None:
    """By construction: what a document cannot reach it cannot print."""
    assert {kind for kind in reached(Source) if issubclass(kind, Record)} == {
        *(Person, Goal, Action, ActionOutcome, Appointment, Signature)
    }
    assert Entry not in reached(Source)


def reached(kind: Any, seen: frozenset[Any] = frozenset()) -> frozenset[Any]:
    """Every dataclass that a value of a type can hold, however deep."""
    found = seen
    for part in (kind, *get_args(kind)):
        if isinstance(part, type) and is_dataclass(part) and part not in found:
            found |= {part}
            for hint in get_type_hints(part).values():
                found = reached(hint, found)
        elif part is not kind and get_args(part):
            found = reached(part, found)
    return found
