"""Every text of the program has a Welsh form, with the same places to fill and every plural that Welsh has."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from coachdesk import i18n
from coachdesk.i18n import Language, long_date, ngettext, short_date
from coachdesk.paths import resources

ROOT = resources().parent
KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2)}


@pytest.fixture(scope="module")
def welsh() -> Catalog:
    with resources("locale", "cy", "LC_MESSAGES", "coachdesk.po").open("rb") as file:
        return read_po(file)


@pytest.fixture
def welsh_screens() -> Iterator[None]:
    i18n.use(Language.WELSH)
    yield
    i18n.use(Language.ENGLISH)


def forms(words: object) -> tuple[str, ...]:
    """A text, or each of its plural forms."""
    return tuple(str(each) for each in words) if isinstance(words, tuple | list) else (str(words),)


def texts(catalogue: Catalog) -> list[Message]:
    return [each for each in catalogue if each.id]


def places(words: str) -> set[str]:
    """What is filled in later, such as `{name}`."""
    return set(re.findall(r"\{[^}]*\}", words))


def test_every_text_of_the_program_is_in_the_catalogue(welsh: Catalog) -> None:
    spoken = {
        forms(words)[0]
        for part in ("coachdesk", "ui")
        for _file, _line, words, _notes, _context in extract_from_dir(
            ROOT / part, method_map=[("**.py", "python")], keywords=KEYWORDS
        )
    }
    assert sorted(spoken - {forms(each.id)[0] for each in texts(welsh)}) == []


def test_every_text_has_a_welsh_form(welsh: Catalog) -> None:
    assert [each.id for each in texts(welsh) if not all(form.strip() for form in forms(each.string))] == []


def test_no_welsh_text_is_a_machine_s_guess(welsh: Catalog) -> None:
    assert [each.id for each in texts(welsh) if each.fuzzy] == []


def test_welsh_texts_have_the_same_places_to_fill(welsh: Catalog) -> None:
    for each in texts(welsh):
        english, translated = forms(each.id), forms(each.string)
        for number, form in enumerate(translated):
            allowed = [places(english[-1])] + ([places(english[0])] if number == 1 else [])
            assert places(form) in allowed, form


def test_a_text_that_counts_has_the_five_forms_of_welsh(welsh: Catalog) -> None:
    assert welsh.num_plurals == 5
    assert [each.id for each in texts(welsh) if each.pluralizable and len(forms(each.string)) != 5] == []


def test_welsh_ends_a_sentence_where_english_does(welsh: Catalog) -> None:
    for each in texts(welsh):
        for form in forms(each.string):
            assert (form[-1] in ".?:…") is (forms(each.id)[-1][-1] in ".?:…"), form


@pytest.mark.usefixtures("welsh_screens")
def test_numbers_change_the_word_that_follows_them() -> None:
    said = [ngettext("One action is open.", "{n} actions are open.", n).format(n=n) for n in (0, 1, 2, 3, 6, 7)]
    assert said == [
        *("Mae 0 cam ar agor.", "Mae un cam ar agor.", "Mae 2 gam ar agor."),
        *("Mae 3 cham ar agor.", "Mae 6 cham ar agor.", "Mae 7 cam ar agor."),
    ]


@pytest.mark.usefixtures("welsh_screens")
def test_welsh_screens_write_dates_in_welsh_and_english_paper_in_english() -> None:
    day = date(2026, 12, 1)
    assert (long_date(day), short_date(day)) == ("Dydd Mawrth 1 Rhagfyr 2026", "1 Rhagfyr 2026")
    assert long_date(day, Language.ENGLISH) == "Tuesday 1 December 2026"
