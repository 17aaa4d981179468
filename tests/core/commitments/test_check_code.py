"""The check code: the same for the same words, another for others, easy to read out, and never about anybody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.commitments import SectionKind, build, snapshot, strings_of
from coachdesk.commitments.check_code import ALPHABET, check_code, digest_of
from coachdesk.commitments.sealing import issued_document, sealed, square_text
from coachdesk.i18n import Language
from tests.core.commitments.amira import AMIRA, source


@given(st.binary(min_size=32, max_size=32))
def test_a_code_is_eight_letters_and_digits_that_do_not_look_alike(digest: bytes) -> None:
    code = check_code(digest)
    assert len(code) == 9
    assert code[4] == " "
    assert set(code) <= {*ALPHABET, " "}
    assert not set(code) & set("0O1IL5S8BUAE")


def test_the_same_words_give_the_same_code_and_others_another() -> None:
    text = snapshot(source())
    assert check_code(digest_of(text)) == check_code(digest_of(snapshot(source())))
    assert check_code(digest_of(text)) != check_code(digest_of(snapshot(replace(source(), coach_name="Kim Lee"))))


@pytest.mark.parametrize("language", Language)
def test_the_code_is_said_in_words_and_in_the_footer_of_every_language(language: Language) -> None:
    text = snapshot(source())
    document, code = issued_document(text, language), check_code(digest_of(text))
    (about,) = (section for section in document.sections if section.kind is SectionKind.ABOUT)
    assert about.points[-1].words.value == code
    assert document.footer.value.startswith(document.number)
    assert document.footer.value.endswith(code)
    assert any(code in line.words.words.value for section in document.easy for line in section.lines)


def test_the_square_holds_number_edition_and_hash_and_nothing_else() -> None:
    text = snapshot(source())
    document = issued_document(text, Language.ENGLISH)
    assert square_text(document) == f"COACHDESK K7M2-14/1 {digest_of(text).hex().upper()}"
    assert "square at the foot" in " ".join(strings_of(document))


def test_where_a_safe_address_is_set_there_is_no_square_and_no_word_about_it() -> None:
    safe = replace(source(), person=replace(AMIRA, safe_address=True))
    document = issued_document(snapshot(safe), Language.ENGLISH)
    assert square_text(document) == ""
    assert "square" not in " ".join(strings_of(document))
    assert check_code(digest_of(snapshot(safe))) in document.footer.value


def test_a_document_that_was_not_issued_has_neither_code_nor_square() -> None:
    document = build(source())
    assert square_text(document) == ""
    assert "heck code" not in " ".join(strings_of(document))
    assert sealed(replace(document, easy=()), bytes(32)).easy == ()
