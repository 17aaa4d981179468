"""From the easy words of a commitment to its structure tree and its rows: a picture, and the words beside it."""

from dataclasses import replace

from coachdesk.commitments.document import CommitmentDocument, EasyLine, SectionKind, Signed
from coachdesk.documents.composition import EDGED, TAGS
from coachdesk.documents.flowables import Figure, TaggedParagraph, paragraph, pictured
from coachdesk.documents.fonts import clean
from coachdesk.documents.pages import Edge, Unit
from coachdesk.documents.signature import signed
from coachdesk.documents.structure import Element
from coachdesk.documents.style import Look, Style, looks

_GAP = 20
"""Between a picture and its words, in points."""


def compose_easy(document: CommitmentDocument, style: Style) -> tuple[Element, tuple[Unit, ...]]:
    """The structure tree, still without marks, and the rows that will leave their marks in it."""
    root, look, title = Element("Document"), looks(style), clean(document.title.value)
    units = [Unit((paragraph(title, look.title, root.add("H1", title=title)),), leads=True)]
    for number, section in enumerate(document.easy):
        edge = Edge(section.kind, number) if section.kind in EDGED else None
        parent, heading = root.add("Sect"), clean(section.heading.value)
        units.append(Unit((paragraph(heading, look.heading, parent.add("H2", title=heading)),), edge, leads=True))
        units += [
            Unit((_row(line, parent, style),), edge, leads=line.leads and section.kind is not SectionKind.PLAIN)
            for line in section.lines
            if clean(line.words.words.value)
        ]
        if section.kind is SectionKind.SIGNED:
            units += [Unit((signed(each, parent, look.body),)) for each in _drawn(document)]
    return root, tuple(units)


def _drawn(document: CommitmentDocument) -> tuple[Signed, ...]:
    """The signatures that are pictures; the others are said in words already."""
    return tuple(each for section in document.sections for each in section.signatures if each.strokes)


def _row(line: EasyLine, parent: Element, style: Style) -> TaggedParagraph:
    element = parent.add("Figure", alternative=line.alternative.value)
    figure = Figure(line.picture, element, style.picture)
    words = f"{line.number}. {line.words.words.value}" if line.number else line.words.words.value
    look = _look(line, style)
    said = parent.add("P", language=TAGS[line.words.language])
    return pictured(figure, words, look, said, column=style.picture + _GAP)


def _look(line: EasyLine, style: Style) -> Look:
    """Goals and actions stand out, with more space above what begins."""
    every = looks(style)
    space = style.body * 0.55
    if line.leads:
        return replace(every.action, indent=0, before=style.body * 1.3, after=space)
    return replace(every.body, before=space, after=space)
