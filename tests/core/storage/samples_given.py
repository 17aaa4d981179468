"""Invented records of what was given, to a person and to a colleague, and of what is held."""

from datetime import date, datetime, timedelta

from coachdesk.commitments import Commitment, Format
from coachdesk.handover import Colleague, Direction, PackedPerson
from coachdesk.i18n import Language
from coachdesk.ids import new_id
from coachdesk.people import Given, Handover, How, InSpite, Person
from coachdesk.records import Record
from coachdesk.retention import HeldBecause, Hold
from coachdesk.slips import Slip


def handed_over(commitment: Commitment, day: date) -> tuple[Record, ...]:
    handover = Handover(
        id=new_id(),
        person_id=commitment.person_id,
        given=Given.COMMITMENT,
        record_id=commitment.id,
        how=How.PRINTED,
        in_spite=InSpite.THEY_ASKED,
    )
    slip = Slip(
        id=new_id(),
        person_id=commitment.person_id,
        appointment_id=new_id(),
        given=Given.RECEIPT,
        on=day,
        format=Format.HTML,
        language=Language.WELSH,
        content=b"<!DOCTYPE html>",
        sha256="11" * 32,
    )
    return handover, slip


def a_colleague() -> Colleague:
    return Colleague(
        id=new_id(),
        name="Robin Achebe",
        site="Leeds",
        vault_id=new_id(),
        short_id="Q2X9",
        coach_id=new_id(),
        public_key="cd" * 32,
    )


def shared(person: Person, moment: datetime) -> tuple[Record, ...]:
    colleague = a_colleague()
    packed = PackedPerson(
        id=new_id(),
        person_id=person.id,
        colleague_id=colleague.id,
        pack_id=new_id(),
        direction=Direction.GIVEN,
        made_at=moment,
        notes=True,
        sealed=True,
        base=b"\x00packed",
    )
    return colleague, packed


def a_hold(person: Person, day: date) -> Hold:
    return Hold(
        id=new_id(),
        person_id=person.id,
        because=HeldBecause.APPEAL,
        owner="Dispute resolution, ref. 4411",
        on=day,
        lifted_on=day + timedelta(60),
    )
