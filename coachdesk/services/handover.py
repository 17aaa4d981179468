"""Handing people over to a colleague for a time, and taking them back: contacts, packs, the review where both changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from coachdesk.clock import local
from coachdesk.errors import AppError
from coachdesk.handover import (
    Colleague,
    Decision,
    Difference,
    Direction,
    PackedPerson,
    PackHead,
    Parcel,
    read_head,
    read_parcel,
    write_card,
)
from coachdesk.handover.leaving_out import left_out, outgoing
from coachdesk.handover.pack import ENDING, MOST_BYTES, key_print
from coachdesk.handover.summary import Summary, summary
from coachdesk.people import Circumstance, Person, is_private, safe_to_give
from coachdesk.services.administration import Administration
from coachdesk.services.coaches import coach_names
from coachdesk.services.context import Context
from coachdesk.services.duplicates import Likely, likely_rows
from coachdesk.services.handover_contacts import bytes_of, contact_in, forget, keep, own_contact
from coachdesk.services.handover_making import (
    head_of,
    next_moment,
    note_given,
    parcel_of,
    private_of,
    sealed_pack,
    sealed_questions,
)
from coachdesk.services.handover_review import lines_of
from coachdesk.services.handover_taking import Incoming, Sides, sides_of, write
from coachdesk.services.handover_views import (
    Arrived,
    ArrivedPerson,
    Chosen,
    Contact,
    Leaving,
    MadePack,
    Standing,
    Taken,
)
from coachdesk.services.leaving import saved
from coachdesk.storage import Writer, find, find_by, get, records_from, rows_of, table_of
from coachdesk.storage.audit import Via
from coachdesk.storage.erasure import among, erased


class HandingOver:
    """Contacts of colleagues, and packs to and from them. Everything but contacts is slow: a task for a worker."""

    def __init__(self, context: Context, administration: Administration) -> None:
        self._context, self._administration = context, administration

    def my_contact(self) -> Contact:
        """Our own card, and the phrase to read to a colleague who has our contact file."""
        return own_contact(self._context)

    def write_contact(self, folder: Path) -> Path:
        """Save our own contact file for colleagues; it holds no secret. Audited. AppError("documents.cannot-write")."""
        path = folder / f"coachdesk-contact-{self._context.info.short_id}.json"
        content = write_card(self.my_contact().card)
        saved(self._context.database, {path: content}, lambda writer: writer.audit("contact.given-out"))
        return path

    def look_at_contact(self, file: Path) -> Contact:
        """Read a colleague's contact file; nothing is kept.

        Raises:
            AppError: "handover.cannot-read"; "handover.contact-unreadable"; "handover.contact-own";
                "handover.contact-other-key" where the colleague is known by another key.
        """
        return contact_in(self._context, file)

    def keep_contact(self, contact: Contact) -> Colleague:
        """Keep a colleague, once the phrase was compared with them; a new name or site takes the place of the old one."""
        return keep(self._context, contact.card)

    def forget_colleague(self, colleague_id: str) -> None:
        """Take a colleague out, with what went and came between the two. No pack of theirs can be opened any more."""
        forget(self._context, colleague_id)

    def colleagues(self) -> tuple[Colleague, ...]:
        """Everybody whose contact is kept, by name."""
        with self._context.database.read() as connection:
            return find(connection, Colleague, order_by=(table_of(Colleague).c.name,))

    def came_from(self, colleague_id: str) -> tuple[str, ...]:
        """The ids of the people who came in packs of a colleague: whom to choose for handing them back."""
        with self._context.database.read() as connection:
            found = find_by(connection, PackedPerson, colleague_id=colleague_id, direction=Direction.TAKEN)
        return tuple(dict.fromkeys(each.person_id for each in found))

    def prepare(self, person_ids: Iterable[str]) -> tuple[Leaving, ...]:
        """What a colleague would see of each person at once, and what would stay out. The reading is audited."""
        ids = tuple(dict.fromkeys(person_ids))
        with self._context.database.write() as writer:
            for each in ids:
                writer.audit("person.prepared", subject=each, record=each)
            return tuple(self._leaving(writer, each) for each in ids)

    def make(self, colleague_id: str, chosen: Iterable[Chosen], folder: Path) -> MadePack:
        """Write a pack with these people for a colleague. Audited for each person as they are read, and once it is saved.

        Raises:
            AppError: "handover.nobody"; "handover.too-large"; "documents.cannot-write"; "commitment.withdrawn".
        """
        wanted = {each.person_id: each for each in chosen}
        if not wanted:
            raise AppError("handover.nobody")
        with self._context.database.write() as writer:
            colleague = get(writer.connection, Colleague, colleague_id)
            made_at = next_moment(self._context, writer.connection, colleague_id)
            head = head_of(self._context, self._context.new_id(), made_at, colleague)
            people = tuple(parcel_of(self._context, writer, colleague, each, head) for each in wanted.values())
            without = sum(not self._leaving(writer, each).summary.next_step for each in wanted)
        path = folder / f"coachdesk-{local(made_at):%Y-%m-%d-%H%M}-{head.pack[-4:]}{ENDING}"
        content = sealed_pack(self._context, head, colleague, Parcel(people=people))
        saved(self._context.database, {path: content}, partial(note_given, self._context, colleague, head, people))
        return MadePack(path, len(people), without)

    def look(self, file: Path) -> Arrived:
        """Open a pack and say what it is and what would change. Nothing of it is kept; the reading is audited.

        Raises:
            AppError: "handover.cannot-read"; "handover.damaged" where it was cut off, altered or made by somebody else;
                "handover.not-for-you"; "handover.unknown-sender"; "handover.newer-format"; "handover.too-large";
                "handover.same-number"; "handover.erased" where everybody in it was removed here for good.
        """
        head, front, rest = read_head(bytes_of(file, MOST_BYTES + 1))
        if head.recipient != key_print(self._context.info.public_key):
            raise AppError("handover.not-for-you")
        with self._context.database.read() as connection:
            senders = find_by(connection, Colleague, vault_id=head.sender)
        if not senders:
            raise AppError("handover.unknown-sender")
        whole = read_parcel(self._context.take_in(bytes.fromhex(senders[0].public_key), front, rest))
        parcel = self._without_erased(whole)
        incoming = Incoming(self._context, senders[0], head)
        with self._context.database.read() as connection:
            sides = [sides_of(incoming, connection, each) for each in parcel.people]
        with self._context.database.write() as writer:
            for each in sides:
                writer.audit("handover.looked", subject=each.parcel.person_id, record=head.pack, via=Via.HANDOVER)
        arrived = self._arrived(senders[0], head, parcel, sides)
        return replace(arrived, removed=len(whole.people) - len(parcel.people))

    def _without_erased(self, parcel: Parcel) -> Parcel:
        """What a pack holds of people who were not removed here for good: those do not come back."""
        with self._context.database.read() as connection:
            gone = set(among(erased(connection), (each.person_id for each in parcel.people)))
        people = tuple(each for each in parcel.people if each.person_id not in gone)
        if not people:
            raise AppError("handover.erased")
        return Parcel(people=people)

    def take(self, arrived: Arrived, decisions: Mapping[str, Decision]) -> Taken:
        """Take a pack in, after a backup, in one transaction: all of it or nothing. Taking it again changes nothing.

        Args:
            arrived: as `look` gave it.
            decisions: by `Line.key`, for every line that is `asked`.

        Raises:
            AppError: "handover.undecided"; "handover.changed" where something was written here since `look`; those of a
                backup and of a write.
        """
        asked = {each.key for each in arrived.differences if each.asked}
        if not asked <= set(decisions):
            raise AppError("handover.undecided")
        if arrived.again:
            return Taken(0, 0, 0)
        self._administration.back_up()
        incoming = Incoming(self._context, arrived.colleague, arrived.head)
        with self._context.database.write() as writer:
            sides = [sides_of(incoming, writer.connection, each) for each in arrived.parcel.people]
            standings = tuple(each.standing for each in arrived.people)
            if _differences(sides) != arrived.differences or tuple(each.standing for each in sides) != standings:
                raise AppError("handover.changed")
            changes = 0
            for each in sides:
                if each.standing in {Standing.NEW, Standing.HERE}:
                    many = write(incoming, writer, each, decisions)
                    changes += many if each.standing is Standing.HERE else 0
                    writer.audit(
                        "handover.taken", subject=each.parcel.person_id, record=arrived.head.pack, via=Via.HANDOVER
                    )
        return Taken(standings.count(Standing.NEW), changes, len(asked))

    def _leaving(self, writer: Writer, person_id: str) -> Leaving:
        rows = rows_of(writer.connection, person_id)
        private, giving = private_of(self._context, writer.connection, person_id, rows, self._context.today())
        records = records_from(person_id, outgoing(rows, private, notes=False, sealed=False))
        notes, sealed = left_out(rows, private)
        return Leaving(
            person_id=person_id,
            name=get(writer.connection, Person, person_id).full_name,
            summary=summary(records.values(), giving, self._context.today()),
            notes=notes,
            sealed=sealed,
        )

    def _arrived(self, colleague: Colleague, head: PackHead, parcel: Parcel, sides: list[Sides]) -> Arrived:
        with self._context.database.read() as connection:
            names = coach_names(self._context, connection)
        return Arrived(
            colleague=colleague,
            head=head,
            people=tuple(self._person(each) for each in sides),
            lines=tuple(line for each in sides for line in lines_of(self._context, each, names)),
            parcel=parcel,
            differences=_differences(sides),
        )

    def _person(self, sides: Sides) -> ArrivedPerson:
        likely: tuple[Likely, ...] = ()
        if sides.standing is Standing.NEW:
            with self._context.database.read() as connection:
                likely = likely_rows(connection, sides.person, self._context.today())
        name = sides.person.full_name
        return ArrivedPerson(sides.parcel.person_id, name, sides.standing, self._summary(sides), likely)

    def _summary(self, sides: Sides) -> Summary:
        records, sealed = sides.records.values(), sealed_questions(self._context)
        told = [
            local(each.updated_at).date()
            for each in records
            if isinstance(each, Circumstance) and each.updated_at is not None and is_private(each, sealed)
        ]
        giving = safe_to_give(sides.person, max(told, default=None))
        return summary(records, giving, self._context.today())


def _differences(sides: Iterable[Sides]) -> tuple[Difference, ...]:
    return tuple(difference for each in sides for difference in each.differences)
