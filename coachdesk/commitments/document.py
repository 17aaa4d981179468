"""What a commitment says: strings only, already translated and filtered. Every format is a pure function of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachdesk.commitments.pictures import Picture
from coachdesk.commitments.strokes import Strokes
from coachdesk.i18n import Language
from coachdesk.privacy import Printable

Words = Printable[str]


class SectionKind(StrEnum):
    """What a section holds. Whose its actions are is shown by heading and edge, never by colour alone."""

    PLAIN = "plain"
    ABOUT = "about"
    HOURS = "hours"
    AVAILABILITY = "availability"
    ASKED = "asked"
    CHOSEN = "chosen"
    OURS = "ours"
    IN_THE_WAY = "in_the_way"
    MEETING = "meeting"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Quote:
    """The person's own words, in the language in which they were said: a paragraph of its own, tagged with it."""

    words: Words
    language: Language


@dataclass(frozen=True, slots=True)
class Labelled:
    """A short label and the words that belong to it ("By", "Friday 4 December 2026")."""

    label: Words
    words: Words


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action on paper. Never split over pages.

    Attributes:
        text: what is done.
        details: when, how often, hours, in your account since / not yet.
        reason: "Because you told us ..."; empty words are left out.
        if_cannot: what to do if it cannot be done.
        if_thens: the plans that may be on paper, as whole sentences.
    """

    text: Quote
    details: tuple[Labelled, ...] = ()
    reason: Words | None = None
    if_cannot: Words | None = None
    if_thens: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature.

    Attributes:
        sentence: who signed, how and when: in the place of the picture for whoever cannot see it.
        caption: who and when, below the picture; None where there is none, and the sentence stands there itself.
        strokes: where the pen went, as `strokes.fitted` gives them.
    """

    sentence: Words
    caption: Words | None = None
    strokes: Strokes = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, sentences below it, and then whichever of points, quotes, actions and signatures it has, in that order.

    Attributes:
        closing: sentences after all that.
        on_pages: further ones that are true of formats with pages only: of what stands at the foot of each.
    """

    heading: Words
    sentences: tuple[Words, ...] = ()
    points: tuple[Labelled, ...] = ()
    quotes: tuple[Quote, ...] = ()
    actions: tuple[PlannedAction, ...] = ()
    signatures: tuple[Signed, ...] = ()
    closing: tuple[Words, ...] = ()
    on_pages: tuple[Words, ...] = ()
    kind: SectionKind = SectionKind.PLAIN

    @property
    def is_numbered(self) -> bool:
        """Whether its actions have numbers: what might get in the way is nothing to be done."""
        return self.kind is not SectionKind.IN_THE_WAY


@dataclass(frozen=True, slots=True)
class EasyLine:
    """One idea in easy words, with the picture beside it.

    Attributes:
        alternative: what the picture shows, for people who cannot see it.
        words: a short sentence of ours, or what somebody said, as they said it.
        leads: a goal or an action: the lines after it, as far as the next that leads, are about it.
        number: of an action, the same as in every other format; 0 for every other line.
    """

    picture: Picture
    alternative: Words
    words: Quote
    leads: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class EasySection:
    """A heading and its lines, in easy words."""

    heading: Words
    lines: tuple[EasyLine, ...]
    kind: SectionKind = SectionKind.PLAIN


@dataclass(frozen=True, slots=True)
class CommitmentDocument:
    """The whole document.

    Attributes:
        title: "My commitments".
        copy_sentences: what kind of copy this is, until the organisation has adopted it.
        sections: in reading order: what can be changed; goals; who, when and the number; asked; chosen; ours; in the way;
            next; who to tell.
        footer: number and edition, on every page (an artefact; the same stands in the section about the paper).
        page_label: "Page {page} of {pages}" in the document's language.
        easy: all of it once more in easy words, with pictures.
        with_square: a square code may stand at the foot of its pages; not where a safe address is set.
        seal: the SHA-256 of its snapshot, once there is one (see `sealing`).
    """

    language: Language
    title: Words
    number: str
    edition: int
    issued_on: date
    copy_sentences: tuple[Words, ...]
    sections: tuple[Section, ...]
    footer: Words
    page_label: Words
    easy: tuple[EasySection, ...] = ()
    with_square: bool = True
    seal: bytes | None = None
