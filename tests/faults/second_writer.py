"""Somebody who edits one record again and again beside others, as a program of its own: `VAULT PERSON`.

Each line on standard input is a number of edits to make; how often somebody else was faster is the answer. Each edit adds one to what stands there. Whoever was overtaken is refused, reads again and tries again.
"""

import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.people import Person
from coachdesk.storage import Database, get
from tests.faults.caseload import opened


def edit(database: Database, person_id: str, how_often: int) -> int:
    """Make the edits, each until it is kept; how often somebody else was faster."""
    refused = 0
    for _ in range(how_often):
        while not one_more(database, person_id):
            refused += 1
    return refused


def one_more(database: Database, person_id: str) -> bool:
    """Read, add one, write; False where somebody else wrote in between."""
    with database.read() as connection:
        person = get(connection, Person, person_id)
    with suppress(AppError), database.write() as writer:
        writer.put(replace(person, family_name=str(int(person.family_name) + 1)), "person.changed")
        return True
    return False


def main(vault: str, person_id: str) -> None:
    """Edit as often as each line says."""
    database = opened(Path(vault))
    for line in sys.stdin:
        sys.stdout.write(f"{edit(database, person_id, int(line))}\n")
        sys.stdout.flush()
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
