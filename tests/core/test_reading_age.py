"""How hard our own words are to read. The words of a person are never measured."""

import pytest

from coachdesk.content import read_content
from coachdesk.i18n import Language
from coachdesk.reading_age import reading_age, syllables

COUNTED = {
    1: "make asked times whole used here there one three hours year closed please house child move loved called",
    2: "agreed table needed changes tables wishes something doing trial station social quarter people create quiet today "
    "going saying someone before reduced houses illness safely sometimes minutes little settled because people's",
    3: "period usual video employer requirement commitment jobcentre interview family custody anyone idea",
    4: "experience voluntary recovery everybody",
}


@pytest.mark.parametrize(("count", "words"), COUNTED.items())
def test_syllables_of_everyday_words(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_formula_is_flesch_kincaid_plus_five_years() -> None:
    sentence = "A coach wrote many simple letters yesterday morning."
    assert sum(syllables(word) for word in sentence.rstrip(".").split()) == 14
    assert reading_age(sentence) == pytest.approx(0.39 * 8 + 11.8 * 14 / 8 - 15.59 + 5, abs=0.05)


def test_short_words_in_short_sentences_are_for_the_young() -> None:
    assert reading_age("The cat sat on the mat.") == 5.0
    easy = reading_age("You can pass on any question. You can change your mind.")
    hard = reading_age("Notwithstanding the aforementioned regulation, obligations are determined by circumstances.")
    assert easy is not None
    assert hard is not None
    assert easy < 9
    assert hard > 16


def test_a_heading_is_a_sentence_of_its_own_and_an_abbreviation_within_a_number_is_none() -> None:
    assert reading_age("My commitments\nWe meet on Monday") == reading_age("My commitments. We meet on Monday.")
    assert reading_age("It takes 7.5 hours a week") == reading_age("It takes hours a week")


def test_of_welsh_and_of_nothing_no_age_is_known() -> None:
    assert reading_age("Mae hyn yn gopi i'w gadw.", Language.WELSH) is None
    assert reading_age("... 12 / 7 ...") is None


def test_what_the_coach_says_aloud_can_be_followed_at_eleven() -> None:
    spoken = {
        f"{definition.id} / {step.id}": age
        for definition in read_content().definitions
        for step in definition.steps
        for script in (step.say, *step.say_by_channel.values())
        if (age := reading_age(script)) is not None
    }
    assert spoken
    assert {place: age for place, age in spoken.items() if age > 11} == {}
