"""Making a pack, inside the caller's transaction: the rows as they go, what is sealed anew, the bytes of the file."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.commitments import Commitment
from coachdesk.errors import AppError
from coachdesk.handover import (
    Body,
    Colleague,
    Direction,
    PackedPerson,
    PackHead,
    Parcel,
    PersonParcel,
    Private,
    Rows,
    comparable,
    outgoing,
    write_head,
    write_parcel,
)
from coachdesk.handover.leaving_out import stays_behind
from coachdesk.handover.pack import key_print
from coachdesk.interviews import StoredAnswer
from coachdesk.people import NOBODY_ASKED, Person, SafeToGive, safe_to_give
from coachdesk.requirements.law import law_on
from coachdesk.requirements.set_aside import SETS_ASIDE
from coachdesk.services.context import Context
from coachdesk.services.giving import giving_of
from coachdesk.services.handover_views import Chosen
from coachdesk.storage import Writer, find_by, get, record_from, rows_of
from coachdesk.storage.audit import Via
from coachdesk.storage.mapper import canonical, plain
from coachdesk.vault import seal


def sealed_questions(context: Context) -> frozenset[str]:
    """The ids of all questions whose answers are sealed."""
    return frozenset(
        each.id for definition in context.content.definitions for each in definition.questions() if each.sealed
    )


def private_of(
    context: Context, connection: Connection, person_id: str, rows: Rows, day: date
) -> tuple[Private, SafeToGive]:
    """What is private of a person here on the day of a pack, and what a colleague who is not told it may give to them.

    Nothing of it where they are not here. To the colleague every pause looks as if it had been told in private.
    """
    private = private_on(context, day)
    if not rows["people"]:
        return private, NOBODY_ASKED
    told = [giving_of(context, connection, person_id).told_in_private_on]
    told += [_written_on(each) for each in rows["circumstances"].values() if stays_behind(each, private.questions)]
    giving = safe_to_give(
        get(connection, Person, person_id), max((each for each in told if each is not None), default=None)
    )
    return replace(private, nothing_printed=not giving.may_print, nothing_sent=not giving.may_send), giving


def private_on(context: Context, day: date) -> Private:
    """What is private of anybody on the day of a pack."""
    choices = {
        (question.id, choice.id)
        for definition in context.content.definitions
        for question in definition.questions()
        for choice in question.choices
        if choice.circumstance in SETS_ASIDE
    }
    return Private(law_on(context.content.rules, day), sealed_questions(context), frozenset(choices))


def _written_on(body: Body) -> date:
    return local(datetime.fromisoformat(body["updated_at"])).date()


def packed(rows: Rows) -> bytes:
    """The rows as they are remembered for a comparison."""
    return zlib.compress(canonical(comparable(rows)).encode())


def remembered(base: bytes) -> Rows:
    """The rows that `packed` kept."""
    found: Rows = json.loads(zlib.decompress(base)) if base else {}
    return found


def forget_in_packs(writer: Writer, commitment: Commitment) -> None:
    """What a commitment that is taken back said is not remembered of earlier packs either; that it was in them is."""
    for each in find_by(writer.connection, PackedPerson, person_id=commitment.person_id):
        rows = {table: dict(bodies) for table, bodies in remembered(each.base).items()}
        issued, copied = rows.get("commitments", {}), rows.get("commitment_pasted", {})
        if not issued.get(commitment.id, {}).get("snapshot"):
            continue
        issued[commitment.id] = {**issued[commitment.id], "snapshot": ""}
        for key, body in copied.items():
            if body["commitment_id"] == commitment.id:
                copied[key] = {**body, "words": ""}
        writer.put(replace(each, base=packed(rows)), "commitment.withdrawn")


def shared_with(connection: Connection, colleague_id: str, person_id: str) -> tuple[PackedPerson, ...]:
    """Every pack with this person that went to a colleague or came from them, oldest first."""
    found = find_by(connection, PackedPerson, colleague_id=colleague_id, person_id=person_id)
    return tuple(sorted(found, key=lambda each: each.id))


def next_moment(context: Context, connection: Connection, colleague_id: str) -> datetime:
    """Now, or just after the last pack for this colleague where the clock was set back since."""
    given = find_by(connection, PackedPerson, colleague_id=colleague_id, direction=Direction.GIVEN)
    return max((context.clock(), *(each.made_at + timedelta(microseconds=1) for each in given)))


def parcel_of(context: Context, writer: Writer, colleague: Colleague, chosen: Chosen, head: PackHead) -> PersonParcel:
    """One person as they go into a pack, which is audited. What is sealed is opened and sealed to the colleague's key, where chosen.

    Raises AppError("storage.not-found") where there is no such person.
    """
    get(writer.connection, Person, chosen.person_id)
    whole = rows_of(writer.connection, chosen.person_id)
    private, _giving = private_of(context, writer.connection, chosen.person_id, whole, local(head.made_at).date())
    before = shared_with(writer.connection, colleague.id, chosen.person_id)
    rows = outgoing(whole, private, notes=chosen.notes, sealed=chosen.sealed, shared=_had(before, "actions"))
    writer.audit("handover.packed", subject=chosen.person_id, record=head.pack, via=Via.HANDOVER)
    if chosen.sealed:
        writer.audit("sealed.opened.handover", subject=chosen.person_id, record=chosen.person_id, via=Via.HANDOVER)
        rows["answers"] = dict(_sealed_anew(context, rows["answers"], bytes.fromhex(colleague.public_key)))
    taken = [each for each in before if each.direction is Direction.TAKEN]
    return PersonParcel(
        person_id=chosen.person_id,
        notes=chosen.notes,
        sealed=chosen.sealed,
        taken=taken[-1].pack_id if taken else "",
        gone=tuple(sorted(_gone(before, whole))),
        rows=rows,
    )


def note_given(
    context: Context, colleague: Colleague, head: PackHead, people: Iterable[PersonParcel], writer: Writer
) -> None:
    """File and audit that a pack with these people was given, with what was in it.

    Raises AppError("commitment.withdrawn") where a document in it was taken back since it was read; "storage.not-found"
    where somebody in it, or the colleague, was removed since.
    """
    get(writer.connection, Colleague, colleague.id)
    for each in people:
        _refuse_withdrawn(writer.connection, each)
        given = PackedPerson(
            id=context.new_id(),
            person_id=get(writer.connection, Person, each.person_id).id,
            colleague_id=colleague.id,
            pack_id=head.pack,
            direction=Direction.GIVEN,
            made_at=head.made_at,
            notes=each.notes,
            sealed=each.sealed,
            base=packed(each.rows),
        )
        writer.put(given, "handover.given")
        writer.audit("handover.given", subject=each.person_id, record=head.pack, via=Via.HANDOVER)


def _refuse_withdrawn(connection: Connection, parcel: PersonParcel) -> None:
    issued = parcel.rows.get("commitments", {})
    back = {each.id for each in find_by(connection, Commitment, person_id=parcel.person_id) if each.is_withdrawn}
    if any(body.get("snapshot") for key, body in issued.items() if key in back):
        raise AppError("commitment.withdrawn")


def sealed_pack(context: Context, head: PackHead, colleague: Colleague, parcel: Parcel) -> bytes:
    """The whole file."""
    front = write_head(head)
    return front + context.post(bytes.fromhex(colleague.public_key), front, write_parcel(parcel))


def head_of(context: Context, pack_id: str, made_at: datetime, colleague: Colleague) -> PackHead:
    """The head of a pack for a colleague."""
    return PackHead(
        pack=pack_id, made_at=made_at, sender=context.info.vault_id, recipient=key_print(colleague.public_key)
    )


def _had(before: Iterable[PackedPerson], table: str) -> set[str]:
    """The ids in a table of what both sides had once."""
    return {key for each in before for key in remembered(each.base).get(table, {})}


def _gone(before: Iterable[PackedPerson], whole: Rows) -> set[tuple[str, str]]:
    """What both sides had once and is not here any more."""
    return {
        (table, key)
        for each in before
        for table, bodies in remembered(each.base).items()
        for key in bodies
        if key not in whole.get(table, {})
    }


def _sealed_anew(context: Context, answers: Mapping[str, Body], to: bytes) -> Iterable[tuple[str, Body]]:
    for key, body in answers.items():
        row = record_from(StoredAnswer, body)
        assert isinstance(row, StoredAnswer)
        if row.sealed_value is None:
            yield key, body
            continue
        name, version = row.question_id, row.sealed_version
        plain_value = context.open_sealed(row.sealed_value, row=row.id, question=name, version=version)
        value = seal(to, plain_value, row=row.id, question=name, version=version)
        yield key, plain(replace(row, sealed_value=value))
