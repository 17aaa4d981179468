"""What of a person's record goes into a pack. What protects them always goes; what is private goes only when chosen.

The same rule is laid over all three sides of a comparison, so that what was left out is never taken for deleted.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from coachdesk.handover.bodies import Body, Rows
from coachdesk.handover.standing_in import circumstance_of, standing_in
from coachdesk.people.person import Safe
from coachdesk.people.safe_to_give import is_private
from coachdesk.plans.plan import ActionState, Party
from coachdesk.privacy import Privacy
from coachdesk.requirements.law import Law
from coachdesk.requirements.set_aside import SETS_ASIDE
from coachdesk.retention import HeldBecause


@dataclass(frozen=True, slots=True)
class Private:
    """What is known of a person's private matters on the side that makes the pack.

    Attributes:
        law: the rules as they stand on the day of the pack.
        questions: ids of questions whose answers are sealed.
        choices: ids of questions and choices that say what stays, although their answers are not sealed.
        nothing_printed: it is not known to be safe for them to have something on paper, and `nothing_sent` by post.
    """

    law: Law
    questions: Collection[str] = ()
    choices: Collection[tuple[str, str]] = ()
    nothing_printed: bool = False
    nothing_sent: bool = False


def outgoing(
    rows: Rows, private: Private, *, notes: bool, sealed: bool, shared: Collection[str] = ()
) -> dict[str, dict[str, Body]]:
    """The rows as they go: without coaching notes unless `notes`, without what is sealed unless `sealed`.

    A promise of ours that both sides have already (its id is in `shared`) goes with what became of it. Of a document
    that was taken back only the fact goes. Where what is sealed stays, a circumstance told in private, a birth and
    treatment abroad go as a pause whose reason is not held (`standing_in`), a legal hold as one whose reason somebody else knows, and what must not be handed over as said.
    """
    found = {table: dict(bodies) for table, bodies in rows.items()}
    _empty_withdrawn(found)
    if not notes:
        _leave_out_notes(found, shared)
    if not sealed:
        _leave_out_sealed(found, private)
    return found


def left_out(rows: Rows, private: Private) -> tuple[int, int]:
    """How many rows hold coaching notes, and how many are sealed."""
    whole = outgoing(rows, private, notes=True, sealed=True)
    without_notes = outgoing(rows, private, notes=False, sealed=True)
    without_sealed = outgoing(rows, private, notes=True, sealed=False)
    return _differing(whole, without_notes), _differing(whole, without_sealed, but="people")


def _differing(one: Rows, other: Rows, but: str = "") -> int:
    return sum(
        other.get(table, {}).get(key) != body
        for table, bodies in one.items()
        if table != but
        for key, body in bodies.items()
    )


def _empty_withdrawn(found: dict[str, dict[str, Body]]) -> None:
    taken_back = {key for key, body in found.get("commitments", {}).items() if not body["snapshot"]}
    files = found.get("commitment_files", {})
    for key, body in files.items():
        if body["commitment_id"] in taken_back:
            files[key] = {**body, "content": ""}
    withdrawals = found.get("commitment_withdrawals", {})
    for key, body in withdrawals.items():
        withdrawals[key] = {**body, "sealed_snapshot": ""}


def _leave_out_notes(found: dict[str, dict[str, Body]], shared: Collection[str]) -> None:
    for table in ("goals", "actions"):
        bodies = found.get(table, {})
        for key in [key for key, body in bodies.items() if _between_us(body) and not _promise(body, shared)]:
            del bodies[key]
    actions, outcomes = found.get("actions", {}), found.get("action_outcomes", {})
    for key, body in actions.items():
        actions[key] = {**body, "if_then": [each for each in body["if_then"] if not _between_us(each)]}
    for key in [key for key, body in outcomes.items() if body["action_id"] not in actions]:
        del outcomes[key]
    answers = found.get("answers", {})
    for key, body in answers.items():
        answers[key] = {**body, "note": ""}


def _between_us(body: Body) -> bool:
    return bool(body["privacy"] == Privacy.BETWEEN_US)


def _promise(body: Body, shared: Collection[str]) -> bool:
    """A promise of ours that is open, or that they have: the colleague has to keep it, whoever may read it."""
    return body.get("owner") == Party.COACH and (body["state"] == ActionState.OPEN or body["id"] in shared)


def _leave_out_sealed(found: dict[str, dict[str, Body]], private: Private) -> None:
    answers = found.get("answers", {})
    for key in [key for key, body in answers.items() if _is_sealed(body, private)]:
        del answers[key]
    interviews = found.get("interviews", {})
    for key, body in interviews.items():
        if body["question_id"] in private.questions:
            interviews[key] = {**body, "question_id": ""}
    discretions = found.get("discretions", {})
    for key in [key for key, body in discretions.items() if body["sensitive"]]:
        del discretions[key]
    circumstances = found.get("circumstances", {})
    for key, body in list(circumstances.items()):
        if stays_behind(body, private.questions):
            instead = standing_in(body, private.law)
            circumstances.pop(key) if instead is None else circumstances.update({key: instead})
    holds = found.get("holds", {})
    for key, body in holds.items():
        holds[key] = {**body, "because": HeldBecause.OTHER.value, "owner": ""}
    people = found.get("people", {})
    for key, body in people.items():
        people[key] = {**body, **_measures(body, private)}


def _measures(body: Body, private: Private) -> dict[str, Any]:
    """What must not be handed over, as a no: where they did not say so themselves, nobody asked them on any day."""
    held_back = {"print": private.nothing_printed, "send": private.nothing_sent}
    ways = [way for way, held in held_back.items() if held and body[f"safe_to_{way}"] != Safe.NO]
    return {f"safe_to_{way}": Safe.NO.value for way in ways} | {f"{way}_asked_on": None for way in ways}


def _is_sealed(body: Body, private: Private) -> bool:
    if body["sealed_value"] is not None or body["question_id"] in private.questions:
        return True
    said = json.loads(body["value"]) if body["value"] is not None else None
    chosen = said if isinstance(said, list) else [said]
    return any((body["question_id"], each) in private.choices for each in chosen if isinstance(each, str))


def stays_behind(body: Body, questions: Collection[str]) -> bool:
    """Whether the reason of a circumstance stays: told in private, or about the health of somebody whom no list names."""
    return body["kind"] in SETS_ASIDE or is_private(circumstance_of(body), questions)
