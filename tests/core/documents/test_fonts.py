from unicodedata import normalize

import pytest

from coachdesk.documents.fonts import PLAIN, SECOND, STRONG, clean, markup, runs, unprintable


@pytest.mark.parametrize(
    "words", ["Ŵŷ Ŷŵ âêîôûŵŷ", "Łukasik", "Șerban", "Ị́kẹ́", "Дмитро Їжак", "Ελένη", "O’Neill – “x” …"]
)
def test_the_names_of_people_in_great_britain_can_be_printed(words: str) -> None:
    assert unprintable(words) == ()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("emoji 🙂 twice 🙂", ("🙂",)),
        ("李", ("李",)),
        ("علي", ("ع", "ل", "ي")),
        ("דוד", ("ד", "ו")),
        ("हिन्दी", ("ह", "ि", "न", "्", "द", "ी")),
        ("ไทย", ("ไ", "ท", "ย")),
        ("\ue000", ("\ue000",)),
    ],
)
def test_what_cannot_be_printed_right_is_named_each_character_once(words: str, named: tuple[str, ...]) -> None:
    assert unprintable(words) == named


@pytest.mark.parametrize(
    "words",
    [
        *("اردو", "فارسی", "עברית", "বাংলা", "தமிழ்", "ਪੰਜਾਬੀ", "ગુજરાતી", "සිංහල", "မြန်မာ", "ខ្មែរ", "ລາວ", "ᠮᠣᠩᠭᠣᠯ"),
        *("አማርኛ", "ትግርኛ", "中文", "日本語", "한국어", "ދިވެހި", "ߒߞߏ", "ܣܘܪܝܝܐ", "٣", "ქართული", "Հայերեն"),
    ],
)
def test_every_letter_of_a_script_that_we_do_not_set_is_named(words: str) -> None:
    assert set(unprintable(words)) == set(words)


@pytest.mark.parametrize("name", ["Ŵyn ap Prŷs", "Ị́kẹ́ Ọ̀ṣun", "Nguyễn Thị Ñuñez", "Їжак Ёлкин", "Łukasik Șerban"])
def test_a_name_typed_in_pieces_is_the_same_on_paper_as_one_typed_whole(name: str) -> None:
    assert clean(normalize("NFD", name)) == clean(name) == normalize("NFC", name)
    assert unprintable(normalize("NFD", name)) == ()


def test_only_what_the_first_font_lacks_is_shown_in_the_second() -> None:
    assert list(runs("Ann ṃ Ann", PLAIN)) == [(PLAIN, "Ann "), (SECOND, "ṃ"), (PLAIN, " Ann")]
    assert list(runs("Siân", STRONG)) == [(STRONG, "Siân")]


def test_a_letter_and_its_marks_stay_in_one_font() -> None:
    assert list(runs("aṃ\u0301b", PLAIN)) == [(PLAIN, "a"), (SECOND, "ṃ\u0301"), (PLAIN, "b")]


def test_markup_is_ours_alone() -> None:
    assert markup("<b>ṃ</b> & x\ny", PLAIN) == (f'&lt;b&gt;<font name="{SECOND}">ṃ</font>&lt;/b&gt; &amp; x<br/>y')


def test_invisible_marks_and_odd_spaces_do_not_reach_the_page() -> None:
    assert clean("a\u200bb\u00adc\u2009d\te\u0007f\ufeff\r\ng\u2028h ") == "abc d ef\ng\nh"


def test_letters_are_composed_so_that_one_glyph_shows_them() -> None:
    assert clean("w\u0302") == "ŵ"


def test_a_number_in_groups_stays_on_one_line() -> None:
    assert clean("ring 0800 328 5644 now") == "ring 0800\u00a0328\u00a05644 now"
