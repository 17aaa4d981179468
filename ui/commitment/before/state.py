"""What there is to say of a commitment before it is issued."""

from dataclasses import dataclass, replace
from datetime import date

from coachdesk.commitments import Difference, EnvelopeLine, Format, LineKind, Note, OutcomeKind, Signer, Stop
from coachdesk.commitments.stops import CHECKS, failed_checks
from coachdesk.errors import AppError
from coachdesk.privacy import Privacy
from coachdesk.services import Prepared
from ui.commitment.before.sign_state import SignPlace

ALWAYS = frozenset({Format.PDF, Format.TEXT})
"""The formats that are made in any case."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said to the commitment in the interview."""

    outcome: OutcomeKind | None = None
    second_opinion: bool = False
    think_until: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the envelope check, and where it may stand from now on."""

    line: EnvelopeLine
    privacy: Privacy = Privacy.PAPER


@dataclass(frozen=True, slots=True)
class BeforeState:
    """A commitment that could be issued.

    Attributes:
        wanted: what the person gets when it is issued, beside the page and the text.
        stops: what stands in the way of issuing, and nothing else does.
        missing: questions without an answer, in words; quiet.
        unprintable: characters that our fonts lack; `in_name` where they are in the person's name.
        last_edition: the newest that can be compared with; 0 where this is the first.
        different: from the last edition.
        compared: what is different is to stand on the first page, too.
        rests_on: the edition whose yes holds for this one, as only the plan has changed; 0: none.
        places: of those who could sign, if they want to; `signing`: whose is open.
        checking: the envelope check is open, over `choices`.
    """

    wanted: tuple[Format, ...] = ()
    stops: tuple[Stop, ...] = ()
    notes: tuple[Note, ...] = ()
    missing: tuple[str, ...] = ()
    unprintable: tuple[str, ...] = ()
    in_name: bool = False
    said: Said = Said()
    last_edition: int = 0
    different: tuple[Difference, ...] = ()
    compared: bool = False
    rests_on: int = 0
    places: tuple[SignPlace, ...] = ()
    signing: Signer | None = None
    checking: bool = False
    choices: tuple[Choice, ...] = ()


def prepared_state(before: BeforeState, prepared: Prepared, unprintable: tuple[str, ...]) -> BeforeState:
    """What is known of the document as it would be issued now."""
    source = prepared.source
    name = source.person.paper_name or f"{source.person.name} {source.person.family_name}"
    return replace(
        before,
        stops=prepared.stops,
        notes=prepared.notes,
        missing=tuple(dict.fromkeys(each.question.label for each in prepared.missing)),
        unprintable=unprintable,
        in_name=any(each in name for each in unprintable),
        said=Said(source.outcome, source.second_opinion, source.think_until),
        rests_on=prepared.rests_on,
    )


def stopped_by_checks(before: BeforeState, findings: str) -> BeforeState:
    """The file did not pass its own checks: one of the four things that stop it."""
    others = (each for each in before.stops if each.code != CHECKS)
    return replace(before, stops=(*others, failed_checks(findings)))


def on_paper(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The lines to be read: an if-then plan goes off the paper with its action."""
    off = {
        each.line.record_id
        for each in choices
        if each.line.kind is LineKind.ACTION and each.privacy is not Privacy.PAPER
    }
    return tuple(each for each in choices if each.line.kind is not LineKind.IF_THEN or each.line.record_id not in off)


def stopped(before: BeforeState) -> AppError:
    """Why nothing can be issued now."""
    if before.stops:
        return AppError("commitment.stopped", reason=before.stops[0].code)
    return AppError("documents.unprintable", characters=" ".join(before.unprintable))
