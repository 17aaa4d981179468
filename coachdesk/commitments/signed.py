"""The signatures of a commitment on paper and in easy words."""

from collections.abc import Iterator

from coachdesk.commitments.document import EasyLine, EasySection, Section, SectionKind, Signed
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.front import coach_on_paper, name_on_paper
from coachdesk.commitments.pictures import Picture
from coachdesk.commitments.signature import Hand, Signature, Signer
from coachdesk.commitments.source import Gettext, Source
from coachdesk.commitments.strokes import Strokes
from coachdesk.i18n import long_date
from coachdesk.privacy import ours


def signatures(source: Source, gettext: Gettext) -> Section | None:
    """Who signed, and what that means; nothing where nobody did."""
    if not source.signatures:
        return None
    sentences = [gettext("Who signs shows that they have read this plan. Nobody has to sign.")]
    if not source.adopted:
        sentences.append(gettext("To sign is not to accept the plan formally."))
    return Section(
        heading=ours(gettext("Signatures")),
        sentences=tuple(map(ours, sentences)),
        signatures=tuple(_signed(each, source, gettext) for each in source.signatures),
        kind=SectionKind.SIGNED,
    )


def easy_signatures(source: Source, easy: Easy) -> EasySection:
    """The same in easy words; what was drawn is put below them by whoever draws the page."""
    return easy.section(easy.gettext("Who signed"), _lines(source, easy), SectionKind.SIGNED)


def _signed(signature: Signature, source: Source, gettext: Gettext) -> Signed:
    sentence, caption = (
        _coachs(signature, gettext) if signature.signer is Signer.COACH else _persons(signature, gettext)
    )
    said = {"name": _name(signature, source), "day": long_date(signature.on, source.language)}
    strokes = _strokes(signature, source)
    return Signed(ours(sentence.format(**said)), ours(caption.format(**said)) if strokes else None, strokes)


def _persons(signature: Signature, gettext: Gettext) -> tuple[str, str]:
    caption = gettext("{name}, {day}")
    if signature.hand is Hand.DRAWN:
        return gettext("Signed on screen by {name} on {day}."), caption
    return gettext("Signed with a typed name by {name} on {day}."), caption


def _coachs(signature: Signature, gettext: Gettext) -> tuple[str, str]:
    caption = gettext("{name}, work coach, {day}")
    if signature.hand is Hand.DRAWN:
        return gettext("Signed on screen by the work coach, {name}, on {day}."), caption
    return gettext("Signed with a typed name by the work coach, {name}, on {day}."), caption


def _strokes(signature: Signature, source: Source) -> Strokes:
    """What was drawn; not the coach's name where a safe address keeps it off paper (interviews.md 4)."""
    hidden = signature.signer is Signer.COACH and source.person.safe_address
    return () if hidden else signature.strokes


def _name(signature: Signature, source: Source) -> str:
    """The name as the document has it: what was typed may be another, and is never printed."""
    return name_on_paper(source.person) if signature.signer is Signer.PERSON else coach_on_paper(source)


def _lines(source: Source, easy: Easy) -> Iterator[EasyLine]:
    gettext = easy.gettext
    if not source.signatures:
        return
    yield easy.line(Picture.QUESTION, gettext("You do not have to sign."))
    yield easy.line(Picture.DOCUMENT, gettext("To sign shows that you have read this plan."))
    if not source.adopted:
        yield easy.line(Picture.CROSS, gettext("You can sign this and not say yes to it."))
    for each in source.signatures:
        said = {"name": _name(each, source), "day": long_date(each.on, source.language)}
        if each.signer is Signer.PERSON:
            yield easy.line(Picture.PERSON, gettext("{name} signed on {day}.").format(**said))
        else:
            yield easy.line(Picture.COACH, gettext("Your work coach {name} signed on {day}.").format(**said))
