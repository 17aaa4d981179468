"""Signatures for tests: what a hand leaves on a screen, and what is kept of it."""

from dataclasses import replace
from math import sin

from coachdesk.commitments import Hand, Signature, Signer, Source, Strokes, fitted, signed_words
from tests.core.commitments.amira import TODAY, source


def waves(points: int = 120) -> list[tuple[float, float]]:
    """A long stroke, in pixels of a screen."""
    return [(40 + 3 * at, 100 + 40 * sin(at / 5) + 18 * sin(at / 3.1)) for at in range(points)]


def drawn() -> Strokes:
    """A name: a long stroke, a line below it, and a dot."""
    return fitted([waves(), [(60, 180), (300, 150)], [(120, 20)]])


def signature(signer: Signer = Signer.PERSON, strokes: Strokes = (), name: str = "Amira") -> Signature:
    """Drawn where there are strokes, otherwise typed."""
    hand = Hand.DRAWN if strokes else Hand.TYPED
    return Signature(
        id=signer,
        person_id="amira",
        interview_id="talk",
        signer=signer,
        hand=hand,
        on=TODAY,
        of="",
        strokes=strokes,
        name="" if strokes else name,
    )


def signed(*signatures: Signature, made: Source | None = None) -> Source:
    """A source with signatures under what it says."""
    bare = made or source()
    of = signed_words(bare)
    return replace(bare, signatures=tuple(replace(each, of=of) for each in signatures))
