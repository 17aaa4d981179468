"""A coach's work through the services, in a process of its own: a marker in every place that takes a person's words.

`python -m tests.faults.hunt.planting FOLDER GIVEN quick|whole`; prints what was planted as JSON. What it takes out goes to GIVEN.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import islice, pairwise
from pathlib import Path

from coachdesk.application import Opened, Setting, create_vault, open_vault
from coachdesk.commitments import Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import InSpite, Need
from coachdesk.plans import Happened, IfThen, Party
from coachdesk.policy import Policy
from coachdesk.services import Because
from coachdesk.vault.wrapping import STANDARD
from tests.core.services.issuing import let_out
from tests.core.services.talking import REVIEW, TEN, Talk, begin
from tests.core.services.test_caseload import bring_in
from tests.core.services.test_markers import plant
from tests.faults.hunt.markers import markers
from tests.vaults import CHEAP


class Words:
    """Gives a marker each time it is asked, and knows which it gave."""

    def __init__(self, *, skip: int = 0) -> None:
        self.given: list[str] = []
        self._all = islice(markers(), skip, None)

    def __next__(self) -> str:
        self.given.append(next(self._all))
        return self.given[-1]

    def __iter__(self) -> Iterator[str]:
        return self


def made(folder: Path, words: Words, *, quick: bool) -> tuple[Setting, Opened, str, str]:
    """A vault whose coach, site and passphrase are markers; with the passphrase and the recovery key."""
    setting = Setting(folder=folder, keychain=None, policy=Policy(), kdf=CHEAP if quick else STANDARD)
    passphrase = f"{next(words)} {next(words)} words"
    opened, recovery = create_vault(setting, coach_name=next(words), site=next(words), passphrase=passphrase)
    return setting, opened, passphrase, recovery


def talk_with_somebody(opened: Opened, words: Words) -> Talk:
    """Details, every question with its note, what is sealed, goals and steps of every kind."""
    talk = begin(
        opened, given_name=next(words), family_name=next(words), preferred_name=next(words), phone="07700 900417",
        contact_note=next(words), interpreter_language=next(words), needs=(Need.CONTACT_NOTE, Need.INTERPRETER),
    )  # fmt: skip
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["custody"], note=next(words))
    plant(talk, words)
    talk.say("goal", next(words))
    talk.goal(next(words), why=next(words), why_not_lower=next(words))
    for owner in Party:
        talk.act(
            next(words), owner=owner, owner_name=next(words), reason=next(words), obstacle=next(words),
            if_cannot=next(words), if_then=(IfThen(next(words), next(words)),),
        )  # fmt: skip
    talk.say("outcome", "agreed")
    talk.meet_in(7)
    return talk


def begin_quickly(opened: Opened, words: Words) -> Talk:
    """The least that may be issued, with a marker in each kind of place."""
    talk = begin(
        opened, given_name=next(words), family_name=next(words), phone="07700 900417", contact_note=next(words)
    )
    talk.say("who_is_here", "alone", note=next(words))
    talk.say("preferred_name", next(words), note=next(words))
    talk.say("card_private", ["custody"], note=next(words))
    talk.say("goal", next(words))
    talk.goal(next(words), why=next(words))
    for owner in Party:
        talk.act(next(words), owner=owner, reason=next(words))
    talk.say("outcome", "agreed")
    talk.meet_in(7)
    return talk


def give(opened: Opened, talk: Talk, given: Path) -> None:
    """Issue it, look at it, save it in every format, take it to the journal, hand the slip over."""
    services = opened.services
    prepared = services.commitments.prepare(talk.interview.id, Language.ENGLISH)
    services.commitments.text(prepared)
    services.commitments.preview(prepared, scale=1.0)
    issued = services.commitments.issue(prepared)
    for kind in Format:
        (given / f"plan.{kind}").write_bytes(services.commitments.content(issued.id, kind))
    for piece in services.journal.pieces(issued.id, Language.ENGLISH):
        let_out(services, services.journal.outgoing(issued.id, piece.id, Language.ENGLISH, InSpite.THEY_ASKED))
    services.access.write(talk.person.id, given, private="asked")
    services.caseload.give_out(given)


def carry_on(opened: Opened, talk: Talk, words: Words, given: Path) -> None:
    """A review, what became of a step, letting one go, people from a file, searching, removing somebody."""
    services, person = opened.services, talk.person
    services.interviews.finish(talk.interview)
    review = begin(opened, REVIEW, person)
    action = services.plans.plan(person.id).chosen[0]
    services.plans.record_outcome(action.id, Happened.PARTLY, interview_id=review.interview.id, learned=next(words))
    services.plans.let_go(action.id, next(words))
    appointment = services.diary.draft(
        person.id, REVIEW, services.day.today() + timedelta(days=3), TEN, talk.interview.channel
    )
    services.diary.book(replace(appointment, reason=next(words)))
    file = given / "people.csv"
    rows = "".join(f"{next(words)},{next(words)}\n" for _ in range(10))
    file.write_text(f"Given name,Family name\n{rows}", "utf-8")
    bring_in(opened, file, all_of_them=True)
    for each in words.given[:4]:
        services.people.find(each)
    gone = services.people.save(replace(services.people.draft(), given_name=next(words), family_name=next(words)))
    services.removal.remove(gone.id, Because.ASKED)


def keep(setting: Setting, opened: Opened, passphrase: str, words: Words) -> tuple[str, tuple[str, ...]]:
    """Backups, another passphrase, another recovery key, another data key, a restore, wrong passphrases."""
    services = opened.services
    services.backing_up.make()
    fresh = f"{next(words)} and {next(words)}"
    services.administration.change_passphrase(passphrase, fresh)
    groups = services.administration.renew_recovery_key(fresh)
    services.administration.renew_data_key(fresh)
    services.backing_up.make()
    opened.close()
    with suppress(AppError):
        open_vault(setting, f"{next(words)} is wrong")
    again = open_vault(setting, fresh)
    again.services.restoring.restore(again.services.restoring.backups()[0])
    return fresh, groups


def main(folder: Path, given: Path, *, quick: bool) -> None:
    """Plant, and say what was planted."""
    words = Words()
    setting, opened, passphrase, recovery = made(folder, words, quick=quick)
    groups = tuple(recovery.replace("-", " ").split())
    talk = begin_quickly(opened, words) if quick else talk_with_somebody(opened, words)
    give(opened, talk, given)
    if quick:
        opened.services.backing_up.make()
        opened.close()
    else:
        carry_on(opened, talk, words, given)
        passphrase, more = keep(setting, opened, passphrase, words)
        groups += more
    pairs = [separator.join(pair) for pair in pairwise(groups) for separator in ("", " ", "-")]
    json.dump({"markers": words.given, "passphrase": passphrase, "secrets": pairs}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), quick=sys.argv[3] == "quick")
