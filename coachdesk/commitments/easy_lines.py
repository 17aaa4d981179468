"""What the parts of easy read are made of."""

from collections.abc import Iterable

from coachdesk.commitments.document import EasyLine, EasySection, Quote, SectionKind
from coachdesk.commitments.pictures import SHOWS, Picture
from coachdesk.commitments.source import Gettext
from coachdesk.i18n import Language
from coachdesk.privacy import ours


class Easy:
    """Makes lines in one language. `gettext` gives whole sentences of that language."""

    def __init__(self, language: Language, gettext: Gettext) -> None:
        self._language = language
        self.gettext = gettext

    def line(self, picture: Picture, sentence: str) -> EasyLine:
        """One short sentence of ours, already in the language."""
        return self.said(picture, Quote(ours(sentence), self._language))

    def said(self, picture: Picture, quote: Quote, *, leads: bool = False, number: int = 0) -> EasyLine:
        """What somebody said, as they said it."""
        return EasyLine(picture, ours(self.gettext(SHOWS[picture])), quote, leads, number)

    def section(self, heading: str, lines: Iterable[EasyLine], kind: SectionKind = SectionKind.PLAIN) -> EasySection:
        """A heading and its lines."""
        return EasySection(ours(heading), tuple(lines), kind)
