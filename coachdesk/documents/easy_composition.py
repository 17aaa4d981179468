"""From the easy words of a commitment to its structure tree and its rows: a picture, and the words beside it."""

from collections.abc import Iterator
from dataclasses import replace

from coachdesk.commitments.document import CommitmentDocument, EasyLine, EasySection, SectionKind, Signed
from coachdesk.documents.composition import EDGED, TAGS
from coachdesk.documents.flowables import Figure, TaggedParagraph, paragraph, pictured
from coachdesk.documents.fonts import clean
from coachdesk.documents.pages import Edge, Unit
from coachdesk.documents.signature import signed
from coachdesk.documents.structure import Element
from coachdesk.documents.style import Look, Style, looks

_GAP = 20
"""Between a picture and its words, in points."""

_SHORT = 10
"""So many lines of one section share a page; of a longer one, those that `_BEGIN` it stay with its heading."""

_BEGIN = 3

_APART, _CLOSE = 0.5, 0.3
"""Between two lines, in sizes of their letters; closer in the first section, which has its page to itself and fills it."""


def compose_easy(document: CommitmentDocument, style: Style) -> tuple[Element, tuple[Unit, ...]]:
    """The structure tree, still without marks, and the rows that will leave their marks in it."""
    root, look, title = Element("Document"), looks(style), clean(document.title.value)
    units = [Unit((paragraph(title, look.title, root.add("H1", title=title)),), leads=True)]
    for number, section in enumerate(document.easy):
        edge = Edge(section.kind, number) if section.kind in EDGED else None
        parent, heading = root.add("Sect"), clean(section.heading.value)
        units.append(Unit((paragraph(heading, look.heading, parent.add("H2", title=heading)),), edge, leads=True))
        groups, gap = tuple(_groups(section)), style.body * (_APART if number else _CLOSE)
        units += [
            Unit(tuple(_row(line, parent, style, gap) for line in group), edge, leads=_leads(section, groups, place))
            for place, group in enumerate(groups)
        ]
        if section.kind is SectionKind.SIGNED:
            units += [Unit((signed(each, parent, look.body),)) for each in _drawn(document)]
    return root, tuple(units)


def _leads(section: EasySection, groups: tuple[tuple[EasyLine, ...], ...], place: int) -> bool:
    """Whether a group stays with the next: what is said of all actions with the first, and a short section whole."""
    if place + 1 == len(groups) or groups[place][0].number:
        return False
    return any(line.number for line in section.lines) or len(groups) <= _SHORT or place + 1 < _BEGIN


def _groups(section: EasySection) -> Iterator[tuple[EasyLine, ...]]:
    """An action with all lines about it, which share a page; every other line by itself."""
    group: tuple[EasyLine, ...] = ()
    for line in section.lines:
        if not clean(line.words.words.value):
            continue
        if group and (line.leads or not group[0].number):
            yield group
            group = ()
        group = (*group, line)
    if group:
        yield group


def _drawn(document: CommitmentDocument) -> tuple[Signed, ...]:
    """The signatures that are pictures; the others are said in words already."""
    return tuple(each for section in document.sections for each in section.signatures if each.caption)


def _row(line: EasyLine, parent: Element, style: Style, gap: float) -> TaggedParagraph:
    element = parent.add("Figure", alternative=line.alternative.value)
    figure = Figure(line.picture, element, style.picture)
    words = f"{line.number}. {line.words.words.value}" if line.number else line.words.words.value
    look = _look(line, style, gap)
    said = parent.add("P", language=TAGS[line.words.language])
    return pictured(figure, words, look, said, column=style.picture + _GAP)


def _look(line: EasyLine, style: Style, gap: float) -> Look:
    """Goals and actions stand out, with more space above what begins."""
    every = looks(style)
    if line.leads:
        return replace(every.action, indent=0, before=style.body * 1.3, after=gap)
    return replace(every.body, before=gap, after=gap)
