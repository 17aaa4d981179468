"""What is different since another edition, in easy read: the same short sentences, a picture beside each."""

from collections.abc import Iterable, Iterator

from coachdesk.commitments.document import EasyLine, EasySection, Section
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.pictures import Picture


def easy_since(different: Iterable[Section], easy: Easy) -> tuple[EasySection, ...]:
    """Each section of the other formats with its lines; the words of people as they were said."""
    return tuple(easy.section(each.heading.value, _lines(each, easy)) for each in different)


def _lines(section: Section, easy: Easy) -> Iterator[EasyLine]:
    if not section.sentences and not section.quotes:  # the first, which is a heading for the others
        yield easy.line(Picture.CHANGE, easy.gettext("This is what has changed."))
    yield from (easy.line(Picture.CHANGE, each.value) for each in section.sentences)
    for quote in section.quotes:
        yield easy.said(Picture.CHANGE, quote, leads=True)
    yield from (easy.line(Picture.CALENDAR, each.value) for each in section.closing)
