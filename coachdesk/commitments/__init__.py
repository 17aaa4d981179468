"""What a commitment is and says: life cycle, numbering, reasons, what stands in the way of issuing. Pure."""

from coachdesk.commitments.acceptance import (
    ENDINGS,
    LOOKERS,
    ROLES,
    TO_THINK_ABOUT,
    WAYS,
    EndedBecause,
    Entry,
    EntryKind,
    ExplainedHow,
    LookedBy,
    Presence,
    Role,
    Way,
    Withdrawal,
    way_of,
)
from coachdesk.commitments.basis import Basis, basis_of
from coachdesk.commitments.bounds import bounds_of
from coachdesk.commitments.builder import build
from coachdesk.commitments.check_code import check_code, digest_of
from coachdesk.commitments.commitment import Commitment, CommitmentFile, Format, OutcomeKind, usual_formats
from coachdesk.commitments.difference import (
    Changed,
    Difference,
    Paper,
    actions_on_paper,
    differences,
    words_for_paper,
)
from coachdesk.commitments.document import (
    CommitmentDocument,
    EasyLine,
    EasySection,
    Labelled,
    PlannedAction,
    Quote,
    Section,
    SectionKind,
    Signed,
    Words,
)
from coachdesk.commitments.entry_words import entry_words, life_words
from coachdesk.commitments.envelope import QUESTION, EnvelopeLine, LineKind, envelope_lines, kept_out
from coachdesk.commitments.journal import JournalLimits, JournalPart, PartKind, journal_parts, within
from coachdesk.commitments.layers import rests_on, stable_layer
from coachdesk.commitments.leaks import leaking_lines
from coachdesk.commitments.life_cycle import ACCEPTED, Issued, Life, State, life_of, may_follow
from coachdesk.commitments.note import Note
from coachdesk.commitments.notes import notes
from coachdesk.commitments.numbering import next_edition, number_of
from coachdesk.commitments.outcomes import OUTCOMES, SECOND_OPINION
from coachdesk.commitments.papers import paper_of, since
from coachdesk.commitments.pasted import WHOLE, Pasted, Piece, marks, pieces_of
from coachdesk.commitments.pictures import SHOWS, Picture
from coachdesk.commitments.recording import check_entry
from coachdesk.commitments.sealing import issued_document
from coachdesk.commitments.signature import Hand, Signature, Signer
from coachdesk.commitments.signing import may_draw, signed_words, signers, still_of
from coachdesk.commitments.since import Since
from coachdesk.commitments.snapshot import document_of, snapshot
from coachdesk.commitments.source import Bounds, Local, Source
from coachdesk.commitments.stops import Stop, has_next_step, stops
from coachdesk.commitments.strings import strings_of
from coachdesk.commitments.strokes import HEIGHT, WIDTH, Strokes, fitted, points_of
from coachdesk.commitments.think_time import time_to_think

__all__ = [
    "ACCEPTED",
    "ENDINGS",
    "HEIGHT",
    "LOOKERS",
    "OUTCOMES",
    "QUESTION",
    "ROLES",
    "SECOND_OPINION",
    "SHOWS",
    "TO_THINK_ABOUT",
    "WAYS",
    "WHOLE",
    "WIDTH",
    "Basis",
    "Bounds",
    "Changed",
    "Commitment",
    "CommitmentDocument",
    "CommitmentFile",
    "Difference",
    "EasyLine",
    "EasySection",
    "EndedBecause",
    "Entry",
    "EntryKind",
    "EnvelopeLine",
    "ExplainedHow",
    "Format",
    "Hand",
    "Issued",
    "JournalLimits",
    "JournalPart",
    "Labelled",
    "Life",
    "LineKind",
    "Local",
    "LookedBy",
    "Note",
    "OutcomeKind",
    "Paper",
    "PartKind",
    "Pasted",
    "Picture",
    "Piece",
    "PlannedAction",
    "Presence",
    "Quote",
    "Role",
    "Section",
    "SectionKind",
    "Signature",
    "Signed",
    "Signer",
    "Since",
    "Source",
    "State",
    "Stop",
    "Strokes",
    "Way",
    "Withdrawal",
    "Words",
    "actions_on_paper",
    "basis_of",
    "bounds_of",
    "build",
    "check_code",
    "check_entry",
    "differences",
    "digest_of",
    "document_of",
    "entry_words",
    "envelope_lines",
    "fitted",
    "has_next_step",
    "issued_document",
    "journal_parts",
    "kept_out",
    "leaking_lines",
    "life_of",
    "life_words",
    "marks",
    "may_draw",
    "may_follow",
    "next_edition",
    "notes",
    "number_of",
    "paper_of",
    "pieces_of",
    "points_of",
    "rests_on",
    "signed_words",
    "signers",
    "since",
    "snapshot",
    "stable_layer",
    "still_of",
    "stops",
    "strings_of",
    "time_to_think",
    "usual_formats",
    "way_of",
    "within",
    "words_for_paper",
]
