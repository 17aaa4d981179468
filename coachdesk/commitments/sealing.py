"""The last thing that is put into a document: the check code and the square, which are made from all the rest."""

from dataclasses import replace

from coachdesk.commitments.check_code import check_code, digest_of
from coachdesk.commitments.document import CommitmentDocument, EasyLine, Labelled, SectionKind, Words
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.pictures import Picture
from coachdesk.commitments.snapshot import document_of
from coachdesk.commitments.source import Gettext
from coachdesk.i18n import Language, translation
from coachdesk.privacy import ours


def issued_document(snapshot: str, language: Language) -> CommitmentDocument:
    """The document of a snapshot in one of its languages, with the check code that the snapshot gives it.

    Raises:
        KeyError: where the snapshot does not have this language.
    """
    return sealed(document_of(snapshot, language), digest_of(snapshot))


def sealed(document: CommitmentDocument, digest: bytes) -> CommitmentDocument:
    """The document with its check code in what it says about itself and in the footer."""
    gettext, code = translation(document.language).gettext, check_code(digest)
    footer = gettext("{number}, check code {code}").format(number=document.footer.value, code=code)
    return replace(
        document,
        sections=tuple(
            replace(
                section,
                points=(*section.points, Labelled(ours(gettext("Check code")), ours(code))),
                closing=(*section.closing, ours(_explained(gettext))),
                on_pages=_square_explained(document, gettext),
            )
            if section.kind is SectionKind.ABOUT
            else section
            for section in document.sections
        ),
        easy=tuple(
            replace(section, lines=(*section.lines, *_in_easy_words(document, code, gettext)))
            if section.kind is SectionKind.ABOUT
            else section
            for section in document.easy
        ),
        footer=ours(footer),
        seal=digest,
    )


def square_text(document: CommitmentDocument) -> str:
    """What the square holds: number, edition and SHA-256 of the snapshot; empty where there is none.

    Capital letters and digits only: so it is as small as can be.
    """
    if document.seal is None or not document.with_square:
        return ""
    return f"COACHDESK {document.number}/{document.edition} {document.seal.hex().upper()}"


def _explained(gettext: Gettext) -> str:
    return gettext("The check code shows that a copy is the same as the one we gave you.")


def _square_explained(document: CommitmentDocument, gettext: Gettext) -> tuple[Words, ...]:
    """Only pages have a foot, and so a square."""
    if not document.with_square:
        return ()
    said = gettext(
        "The square at the foot of each page holds the number and this code for a machine to read. There is nothing about "
        "you in it."
    )
    return (ours(said),)


def _in_easy_words(document: CommitmentDocument, code: str, gettext: Gettext) -> tuple[EasyLine, ...]:
    easy = Easy(document.language, gettext)
    lines = [
        easy.line(Picture.DOCUMENT, gettext("The check code is {code}.").format(code=code)),
        easy.line(Picture.TICK, gettext("It shows that a copy is a true copy.")),
    ]
    if document.with_square:
        lines += [
            easy.line(Picture.DOCUMENT, gettext("The square at the foot of each page holds the number and the code.")),
            easy.line(Picture.PERSON, gettext("There is nothing about you in the square.")),
        ]
    return tuple(lines)
