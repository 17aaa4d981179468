"""Who may sign a commitment, and whether what was signed is still what it says."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from coachdesk.commitments.builder import build
from coachdesk.commitments.commitment import OutcomeKind
from coachdesk.commitments.signature import Signature, Signer
from coachdesk.commitments.source import Source
from coachdesk.commitments.strings import strings_of
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel

_TOGETHER = frozenset({Channel.FACE_TO_FACE, Channel.HOME_VISIT})
_NOT_TODAY = frozenset({OutcomeKind.COULD_NOT_DECIDE_TODAY, OutcomeKind.ENDED_WITHOUT})


def signers(source: Source) -> tuple[Signer, ...]:
    """Who can be offered to sign: the person only where they sit at the same table, and nobody who could not decide."""
    if source.outcome in _NOT_TODAY:
        return ()
    return tuple(Signer) if source.channel in _TOGETHER else (Signer.COACH,)


def may_draw(source: Source, signer: Signer) -> bool:
    """Whether somebody's drawn name may stand on this paper: the coach's shows their surname (interviews.md 4)."""
    return signer is not Signer.COACH or not source.person.safe_address


def signed_words(source: Source) -> str:
    """The SHA-256, in hexadecimal, of all that the document says but its number, edition and signatures.

    It is taken in English whatever the language, as another language changes nothing of what is said.
    """
    bare = replace(source, language=Language.ENGLISH, number="", edition=1, signatures=())
    return hashlib.sha256("\0".join(strings_of(build(bare))).encode()).hexdigest()


def still_of(signatures: Iterable[Signature], source: Source) -> tuple[Signature, ...]:
    """The signatures under what the document says now, in the order of the paper; the others do not count any more."""
    kept = [each for each in signatures if each.signer in signers(source)]
    now = signed_words(source) if kept else ""
    return tuple(each for who in Signer for each in kept if each.signer is who and each.of == now)
