"""From what a commitment says to its structure tree and the paragraphs to lay out, in one reading order."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from coachdesk.commitments.document import (
    CommitmentDocument,
    Labelled,
    PlannedAction,
    Quote,
    Section,
    SectionKind,
    Words,
)
from coachdesk.documents.flowables import TaggedParagraph, labelled, paragraph, quoted
from coachdesk.documents.fonts import clean, width
from coachdesk.documents.pages import Edge, Unit
from coachdesk.documents.signature import signed
from coachdesk.documents.structure import Element
from coachdesk.documents.style import Look, Looks, Style, looks
from coachdesk.i18n import Language

TAGS = {Language.ENGLISH: "en-GB", Language.WELSH: "cy-GB"}
"""The languages as PDF names them."""

EDGED = frozenset({SectionKind.ASKED, SectionKind.CHOSEN, SectionKind.OURS})
"""The kinds of section that have an edge of their own."""

_LABEL_GAP = 16
"""Between the longest label and the words, in points."""

_MOST_OF_A_LINE = 0.6
"""What a label may take of a line on which its words begin."""


def asides(action: PlannedAction, language: Language) -> tuple[Quote, ...]:
    """What stands below the details of an action, each in its language; a reason is written in that of its action."""
    return (
        *((Quote(action.reason, action.text.language),) if action.reason is not None else ()),
        *((Quote(action.if_cannot, language),) if action.if_cannot is not None else ()),
        *action.if_thens,
    )


def compose(document: CommitmentDocument, style: Style) -> tuple[Element, tuple[Unit, ...]]:
    """The structure tree, still without marks, and the paragraphs that will leave their marks in it."""
    composer = _Composer(document, style, looks(style))
    composer.opening()
    for section in document.sections:
        composer.section(section)
    return composer.root, tuple(composer.units)


@dataclass(slots=True)
class _Composer:
    document: CommitmentDocument
    style: Style
    looks: Looks
    root: Element = field(default_factory=lambda: Element("Document"))
    units: list[Unit] = field(default_factory=list)
    edge: Edge | None = None
    column: float = 0
    detail_column: float = 0
    sections: int = 0
    actions: int = 0

    def add(self, *paragraphs: TaggedParagraph, leads: bool = False) -> None:
        if paragraphs:
            self.units.append(Unit(paragraphs, self.edge, leads))

    def opening(self) -> None:
        sections = self.document.sections
        points = (pair for section in sections for pair in section.points)
        self.column = self.widest(points, self.looks.label)
        actions = (action for section in sections for action in section.actions)
        self.detail_column = self.widest(
            (pair for action in actions for pair in action.details), self.looks.quiet_label
        )
        title = clean(self.document.title.value)
        self.add(paragraph(title, self.looks.title, self.root.add("H1", title=title)), leads=True)
        self.sentences(self.document.copy_sentences, self.root)

    def section(self, section: Section) -> None:
        self.sections, first = self.sections + 1, len(self.units)
        self.edge = Edge(section.kind, self.sections) if section.kind in EDGED else None
        parent, heading = self.root.add("Sect"), clean(section.heading.value)
        self.add(paragraph(heading, self.looks.heading, parent.add("H2", title=heading)), leads=True)
        self.sentences(section.sentences, parent, lead=bool(section.points or section.quotes or section.actions))
        rows = self.points(section.points, parent)
        if section.kind is SectionKind.PLAIN:
            for row in rows:
                self.add(row)
        else:
            self.add(*rows)
        for quote in section.quotes:
            if _said(quote.words):
                self.add(self.quote(quote, parent))
        if section.actions:
            listed = parent.add("L", numbering="Decimal" if section.is_numbered else "Disc")
            for action in section.actions:
                self.action(action, self.label(section), listed)
        for each in section.signatures:
            self.add(signed(each, parent, self.looks.body))
        self.sentences((*section.closing, *section.on_pages), parent)
        if not section.quotes and not section.actions:
            self.units[first:-1] = [replace(unit, leads=True) for unit in self.units[first:-1]]

    def sentences(self, sentences: tuple[Words, ...], parent: Element, *, lead: bool = False) -> None:
        for words in filter(_said, sentences):
            self.add(paragraph(words.value, self.looks.body, parent.add("P")), leads=lead)

    def quote(self, quote: Quote, parent: Element) -> TaggedParagraph:
        element = parent.add("BlockQuote").add("P", language=TAGS[quote.language])
        return quoted(quote.words.value, self.looks.quote, element)

    def label(self, section: Section) -> str:
        """What stands before the next action; numbers run on through the document, so each is said once."""
        self.actions += section.is_numbered
        return f"{self.actions}." if section.is_numbered else "•"

    def action(self, action: PlannedAction, label: str, parent: Element) -> None:
        """One item of a list, on one page."""
        item = parent.add("LI")
        number = (label, replace(self.looks.action, indent=0), item.add("Lbl"))
        body = item.add("LBody")
        words = (action.text.words.value, self.looks.action, body.add("P", language=TAGS[action.text.language]))
        self.add(
            labelled(number, words),
            *self.details(action.details, body),
            *(
                paragraph(quote.words.value, self.looks.aside, body.add("P", language=TAGS[quote.language]))
                for quote in asides(action, self.document.language)
                if _said(quote.words)
            ),
        )

    def widest(self, pairs: Iterable[Labelled], look: Look) -> float:
        """How wide the column of labels is, for all of them that leave enough of the line to the words."""
        room = self.style.width * self.style.label_share
        widths = (_column(pair, look) for pair in pairs)
        return max((needed for needed in widths if needed <= room), default=0)

    def points(self, pairs: tuple[Labelled, ...], parent: Element) -> tuple[TaggedParagraph, ...]:
        return self.pairs(pairs, parent, self.looks.label, self.looks.point, self.column)

    def details(self, pairs: tuple[Labelled, ...], parent: Element) -> tuple[TaggedParagraph, ...]:
        return self.pairs(pairs, parent, self.looks.quiet_label, self.looks.detail, self.detail_column)

    def pairs(
        self, pairs: tuple[Labelled, ...], parent: Element, label_look: Look, look: Look, column: float
    ) -> tuple[TaggedParagraph, ...]:
        """A list of labels and their words: side by side, one after the other on a line, or below one another."""
        pairs = tuple(pair for pair in pairs if _said(pair.words))
        if not pairs:
            return ()
        rows: list[TaggedParagraph] = []
        items, label_look = parent.add("L"), replace(label_look, indent=look.indent)
        beside = all(_column(pair, label_look) <= column for pair in pairs)
        for pair in pairs:
            item = items.add("LI")
            label = (pair.label.value, label_look, item.add("Lbl"))
            words = (pair.words.value, look, item.add("LBody"))
            first = _column(pair, label_look, gap=label_look.size / 2)
            if beside:
                rows.append(labelled(label, words, column=column))
            elif self.style.labels_run_in and first < (self.style.width - look.indent) * _MOST_OF_A_LINE:
                rows.append(labelled(label, words, first=first))
            else:
                rows += [paragraph(*label), paragraph(*words)]
        return tuple(rows)


def _column(pair: Labelled, look: Look, *, gap: float = _LABEL_GAP) -> float:
    return width(pair.label.value, look.font, look.size) + gap


def _said(words: Words) -> bool:
    return bool(clean(words.value))
