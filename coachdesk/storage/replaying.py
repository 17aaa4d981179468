"""What a vault that came back from a backup owes to the one in whose place it comes: erasing again, and holding again."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import select

from coachdesk.people.joining import Joining
from coachdesk.people.person import Person
from coachdesk.retention import Hold
from coachdesk.storage.erasure import Erased, adopt_erased, among, erased
from coachdesk.storage.joining import joinings_of, part_records
from coachdesk.storage.reading import find, get
from coachdesk.storage.retention import delete_again, known_ids, standing_holds
from coachdesk.storage.tables import JOININGS, PEOPLE
from coachdesk.storage.writer import Writer

ERASED_AGAIN = "person.erased-again"


def replay_erasures(writer: Writer, those: Collection[Erased]) -> int:
    """Erase everybody who was erased in the vault that this one takes the place of; how many people that are.

    Whoever came back after they were erased, before the backup was made, stays: the backup knows of that erasure. Where
    somebody's record was joined to another one in the backup, the two are taken apart first, and the other one stays.
    Records that were deleted because their time was over go again as well. All of `those` are remembered here, so that no
    later restore brings anybody back.

    Args:
        writer: a transaction of the restored vault.
        those: `erasure.erased` of the vault in whose place it comes.
    """
    connection = writer.connection
    known = set(erased(connection))
    news = [each for each in those if each not in known]
    joined = {each.other_id: each for each in find(connection, Joining)} if news else {}
    for other_id in tuple(among(news, joined)):
        _part(writer, joined[other_id])
    gone = tuple(among(news, connection.execute(select(PEOPLE.c.id)).scalars().all())) if news else ()
    for person_id in gone:
        writer.delete(get(connection, Person, person_id), ERASED_AGAIN)
    delete_again(writer, tuple(among(news, known_ids(connection))) if news else ())
    adopt_erased(connection, news)
    return len(gone)


def replay_holds(writer: Writer, held: Collection[Hold]) -> None:
    """Set the legal holds again that stand in the vault that this one takes the place of, on whoever is in it.

    One that was lifted since the backup stands again: then nothing goes until somebody looks.
    """
    already = {each.person_id for each in standing_holds(writer.connection)}
    people = set(writer.connection.execute(select(PEOPLE.c.id)).scalars())
    for each in held:
        if each.person_id in people - already:
            stored = writer.put(replace(each, version=0), "hold.set")
            writer.audit("hold.set", subject=stored.person_id, record=stored.id)


def _part(writer: Writer, joining: Joining) -> None:
    """Take a joined record out again, and before it whatever was joined to the same one later."""
    if not find(writer.connection, Joining, JOININGS.c.id == joining.id):
        return
    for each in joinings_of(writer.connection, joining.person_id):
        part_records(writer, each)
        if each.id == joining.id:
            return
