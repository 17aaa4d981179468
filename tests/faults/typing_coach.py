"""A coach who types without end: run as a program, and killed from outside.

Loading the program takes longer than a round of typing, so one process loads it and forks one coach for each line on its
standard input. A coach says its process id when the first answer is kept, then the number of each that is; "gone" follows its
end.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from coachdesk.clock import now
from coachdesk.interviews.interview import Interview, StoredAnswer
from coachdesk.storage import Database, find, table_of
from tests.faults.caseload import KEY, next_answer
from tests.faults.nursery import say


def type_on(vault: Path) -> Iterator[int]:
    """Save one new answer and renew the one that is being typed, again and again; the number of each that is kept."""
    database = Database.open(vault, KEY, author="coach-1", clock=now, must_exist=True)
    columns = table_of(StoredAnswer).c
    with database.read() as connection:
        (interview,) = find(connection, Interview)
        (typed,) = find(connection, StoredAnswer, columns.question_id == "typed")
        number = len(find(connection, StoredAnswer)) - 1
    while True:
        with database.write() as writer:
            writer.put(next_answer(interview, f"q{number}"), "answer.written", visit=f"q{number}")
            typed = writer.put(replace(typed, value=str(number)), "answer.written", visit=f"typed{number // 7}")
            writer.audit("answer.saved", subject=interview.person_id)
        yield number
        number += 1


def main(vault: Path) -> None:
    """One coach after another."""
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            for said, number in enumerate(type_on(vault)):
                if not said:
                    say(os.getpid())
                say(number)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
