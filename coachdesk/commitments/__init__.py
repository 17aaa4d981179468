"""What a commitment is and says: life cycle, numbering, reasons, what stands in the way of issuing. Pure."""

from coachdesk.commitments.builder import build
from coachdesk.commitments.commitment import Commitment, CommitmentFile, Format, OutcomeKind, usual_formats
from coachdesk.commitments.document import (
    CommitmentDocument,
    EasyLine,
    EasySection,
    Labelled,
    PlannedAction,
    Quote,
    Section,
    SectionKind,
    Words,
)
from coachdesk.commitments.envelope import QUESTION, EnvelopeLine, LineKind, envelope_lines, kept_out
from coachdesk.commitments.journal import JournalLimits, JournalPart, PartKind, journal_parts, within
from coachdesk.commitments.leaks import leaking_lines
from coachdesk.commitments.notes import Note, notes
from coachdesk.commitments.numbering import next_edition, number_of
from coachdesk.commitments.outcomes import OUTCOMES, SECOND_OPINION
from coachdesk.commitments.pictures import SHOWS, Picture
from coachdesk.commitments.snapshot import document_of, snapshot
from coachdesk.commitments.source import Bounds, Source
from coachdesk.commitments.stops import Stop, has_next_step, stops
from coachdesk.commitments.strings import strings_of

__all__ = [
    "OUTCOMES",
    "QUESTION",
    "SECOND_OPINION",
    "SHOWS",
    "Bounds",
    "Commitment",
    "CommitmentDocument",
    "CommitmentFile",
    "EasyLine",
    "EasySection",
    "EnvelopeLine",
    "Format",
    "JournalLimits",
    "JournalPart",
    "Labelled",
    "LineKind",
    "Note",
    "OutcomeKind",
    "PartKind",
    "Picture",
    "PlannedAction",
    "Quote",
    "Section",
    "SectionKind",
    "Source",
    "Stop",
    "Words",
    "build",
    "document_of",
    "envelope_lines",
    "has_next_step",
    "journal_parts",
    "kept_out",
    "leaking_lines",
    "next_edition",
    "notes",
    "number_of",
    "snapshot",
    "stops",
    "strings_of",
    "usual_formats",
    "within",
]
