"""Every written case in every format and both languages: whole, readable, and without a word that is to stay off paper."""

import json
from io import BytesIO

import pikepdf
import pytest

from coachdesk.commitments import Format, issued_document
from coachdesk.documents.checker import check
from coachdesk.documents.html_checker import check_html
from coachdesk.documents.tree_reader import elements
from coachdesk.i18n import Language
from coachdesk.rehearsal.words import found_in
from tests.core.documents.reading import spoken, squeezed
from tests.core.rehearsal.every_format import NAMES, Made
from tests.core.rehearsal.every_format import made as made_of

PAGED = tuple(kind for kind in Format if kind.is_paged)


@pytest.fixture(params=NAMES)
def made(request: pytest.FixtureRequest) -> Made:
    return made_of(str(request.param))


@pytest.mark.parametrize("language", Language)
def test_every_format_passes_our_checks(made: Made, language: Language) -> None:
    for kind in PAGED:
        assert check(made.files[kind, language]) == (), kind
    assert check_html(made.files[Format.HTML, language]) == ()
    assert made.files[Format.TEXT, language].decode().endswith("\n")


def test_what_is_made_again_from_the_snapshot_is_the_same_byte_for_byte(made: Made) -> None:
    assert made.again == made.files


def test_no_file_holds_a_word_that_the_case_keeps_off_paper(made: Made) -> None:
    for which, content in made.files.items():
        assert found_in(content, made.case.not_on_paper) == (), which
    assert found_in(made.commitment.snapshot.encode(), made.case.not_on_paper) == ()


@pytest.mark.parametrize("language", Language)
def test_a_file_read_aloud_says_what_the_snapshot_says_in_its_order(made: Made, language: Language) -> None:
    document = issued_document(made.commitment.snapshot, language)
    heard = squeezed(" ".join(part.words for part in spoken(made.files[Format.EASY, language])))
    lines = [
        (f"{line.number}. " if line.number else "") + line.words.words.value
        for section in document.easy
        for line in section.lines
    ]
    at = 0
    for words in lines:
        at = heard.index(squeezed(words), at) + len(squeezed(words))
    standard, large = (spoken(made.files[kind, language]) for kind in (Format.PDF, Format.LARGE))
    assert squeezed("".join(part.words for part in large)) == squeezed("".join(part.words for part in standard))


def test_every_picture_of_easy_read_has_the_words_of_its_line(made: Made) -> None:
    for language in Language:
        with pikepdf.open(BytesIO(made.files[Format.EASY, language])) as pdf:
            told = [each.alternative for each in elements(pdf) if each.tag == "Figure"]
        document = issued_document(made.commitment.snapshot, language)
        assert told == [line.alternative.value for section in document.easy for line in section.lines]


def test_the_snapshot_keeps_both_languages_and_no_number_of_a_scale(made: Made) -> None:
    kept = json.loads(made.commitment.snapshot)
    assert set(kept["documents"]) == set(Language)
    assert "confidence" not in made.commitment.snapshot


def test_the_names_of_the_files_tell_nothing_but_day_number_form_and_language(made: Made) -> None:
    stem = f"plan-{made.case.on:%Y-%m-%d}-{made.commitment.number}"
    other = "cy" if made.case.language is Language.ENGLISH else "en"
    forms = (".pdf", "-large.pdf", "-easy.pdf", ".html", ".txt")
    edition = f"-{made.commitment.edition}" if made.commitment.edition > 1 else ""
    mine = {stem + edition + form for form in forms}
    theirs = {stem + edition + form.replace(".", f"-{other}.") for form in forms}
    assert set(made.named()) == mine | theirs
