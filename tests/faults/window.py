"""A vault with an open interview for coaches at the real window, what they said, and whether the vault holds to it."""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from coachdesk.application import create_vault
from coachdesk.clock import now
from coachdesk.interviews import Channel, Interview, StoredAnswer
from coachdesk.storage import Database, find, integrity
from tests.faults.caseload import gapless
from tests.faults.changing_keys import place
from tests.vaults import PASSPHRASE
from ui.saving import SOON

MODULE = "tests.faults.window_coach"
FROM_NOTHING = "tests.faults.cold_coach"
LONGEST_LIFE = 3 * SOON / 1000
"""Seconds of typing within which everything is saved at least once by itself."""


@dataclass
class Talk:
    """An open interview in a vault, and what the vault is known to hold of it."""

    vault: Path
    key: bytes
    interview_id: str
    question: str = "proud_of"
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def arguments(self) -> tuple[str, str]:
        """What a coach is told beside the vault."""
        return self.interview_id, PASSPHRASE


@dataclass(frozen=True, slots=True)
class Life:
    """What one coach said: the question the form opened at, for how long the coach waited, and all that follows.

    Attributes:
        unlocking: of the seconds those between Enter and the form.
    """

    question: str
    seconds: float
    processor: float
    unlocking: float
    said: list[list[str]]

    @classmethod
    def told(cls, lines: list[str]) -> "Life":
        """From the lines; the last may have been cut off by the kill."""
        whole = [json.loads(line) for line in lines if line.endswith("]\n")]
        (_usable, question, seconds, processor, unlocking), *said = whole
        return cls(question, seconds, processor, unlocking, said)

    def waited(self) -> float:
        """Seconds by the clock, or of the processors where that is less: then other programs ran beside it.

        On a computer with nothing else to do the clock is less, as the passphrase is stretched on all processors at once.
        """
        return min(self.seconds, self.processor)

    def crashed(self) -> bool:
        """Whether the program met a mistake of its own."""
        return ["crashed"] in self.said


def begun(folder: Path) -> Talk:
    """A new vault in which a coach talks with Amira."""
    vault = folder / "coachdesk.cdvault"
    opened, _key = create_vault(place(vault), coach_name="Sam", site="Wakefield", passphrase=PASSPHRASE)
    services = opened.services
    amira = services.people.save(replace(services.people.draft(), given_name="Amira"))
    interview = services.interviews.start(amira.id, "first-commitments", Channel.PHONE).interview
    services.interviews.keep_place(replace(interview, step_id="bring", question_id="proud_of"))
    opened.close()
    return Talk(vault, opened.keys.data_key, interview.id)


def held_to(talk: Talk, life: Life, which: str) -> int:
    """Check that a vault is sound, without gaps, and holds all that a coach was told is saved; how many answers changed."""
    assert not life.crashed(), which
    assert life.question == talk.question, f"{which}: the form opened elsewhere"
    possible = possible_after(talk.answers, life.said)
    before = dict(talk.answers)
    read_again(talk, which)
    assert place_after(life.said) in {"", talk.question}, f"{which}: the form would open elsewhere"
    for question, texts in possible.items():
        assert talk.answers.get(question, "") in texts, f"{which}: {question}"
    assert set(talk.answers) <= set(possible), which
    return sum(before.get(question) != text for question, text in talk.answers.items())


def possible_after(before: dict[str, str], said: list[list[str]]) -> dict[str, list[str]]:
    """For each question the texts it may hold: what the window last said is saved, or what was typed since."""
    texts = {question: [text] for question, text in before.items()}
    for what, *rest in said:
        if what == "typed":
            texts.setdefault(rest[0], [""]).append(rest[1])
        elif what == "saved":
            texts = {question: typed[-1:] for question, typed in texts.items()}
    return texts


def place_after(said: list[list[str]]) -> str:
    """The question in which words were typed and saved, where the coach has not left it since; else nothing."""
    typed = saved = ""
    for what, *rest in said:
        if what == "leaves":
            typed = saved = ""
        elif what == "typed":
            typed = rest[0]
        elif what == "saved":
            saved = typed
    return saved


def read_again(talk: Talk, which: str) -> None:
    """Open the vault, check all of it, and note what it holds."""
    database = Database.open(talk.vault, talk.key, author="coach-1", clock=now, must_exist=True)
    with database.read() as connection:
        checked = integrity(connection)
        assert checked.sound, f"{which}: {checked}"
        gapless(connection, which)
        answers = find(connection, StoredAnswer)
        (interview,) = find(connection, Interview)
    database.close()
    talk.question = interview.question_id
    talk.answers = {answer.question_id: json.loads(answer.value or '""') for answer in answers}
