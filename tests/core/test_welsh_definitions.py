"""The Welsh words of the interviews: complete, no longer than there is time for, and as careful as the English ones."""

import re

import pytest

from coachdesk.interviews import Definition, load_definition
from coachdesk.interviews.overlays import overlay, untranslated
from coachdesk.paths import resources
from tests.core.test_definitions import IDS, WORDS_A_MINUTE, texts

RISKY = (
    r"sancsi",
    r"anghytuno",
    r"caniatâd",
    r"cydsyni",
    r"ymrwymiad hawl",
    r"cyfeiriad",
    r"£",
    r"!",
    r"yn ôl y gyfraith",
)
"""What interviews.md 3 and 4 rule out, as Welsh would say it."""


def load(name: str) -> tuple[Definition, str]:
    path = resources("interviews", f"{name}.toml")
    definition = load_definition(path.read_text(encoding="utf-8"), name=path.name)
    assert isinstance(definition, Definition)
    return definition, path.with_suffix(".cy.toml").read_text(encoding="utf-8")


def welsh(name: str) -> Definition:
    definition, words = load(name)
    laid = overlay(definition, words, f"{name}.cy.toml")
    assert isinstance(laid, Definition), [str(problem) for problem in laid]
    return laid


@pytest.mark.parametrize("name", IDS)
def test_every_word_is_there_in_welsh(name: str) -> None:
    assert untranslated(*load(name), f"{name}.cy.toml") == ()


@pytest.mark.parametrize("name", IDS)
def test_it_says_that_a_qualified_writer_has_still_to_read_it(name: str) -> None:
    assert load(name)[1].startswith("# Draft translation: to be read by a qualified Welsh writer.\n")


@pytest.mark.parametrize("name", IDS)
def test_nothing_stays_english(name: str) -> None:
    english = set(texts(load(name)[0]))
    assert [text for text in texts(welsh(name)) if text in english] == []


@pytest.mark.parametrize("name", IDS)
def test_a_welsh_script_leaves_two_thirds_of_its_step_to_the_person(name: str) -> None:
    for step in welsh(name).steps:
        for script in (step.say, *step.say_by_channel.values()):
            assert len(script.split()) <= step.minutes * WORDS_A_MINUTE / 3, step.id


@pytest.mark.parametrize("name", IDS)
def test_a_welsh_reason_is_a_whole_sentence(name: str) -> None:
    for question in welsh(name).questions():
        if question.because:
            assert re.fullmatch(r"Oherwydd i chi ddweud wrthym [^{}]+\.", question.because), question.id


@pytest.mark.parametrize("name", IDS)
def test_no_risky_welsh_word_is_shown_or_printed(name: str) -> None:
    found = [(word, text) for text in texts(welsh(name)) for word in RISKY if re.search(word, text, re.IGNORECASE)]
    assert found == []
