"""A definition in Welsh: laid over the English one by id; what is missing stays English and is named as a note."""

import pytest

from coachdesk.interviews import Channel, Definition, overlay, untranslated
from tests.core.interviews.run import HEAD, STEP, asking, loaded, one

ENGLISH = loaded(
    asking(
        one("one_of", 'choices = "ways"\nlabels = { phone = "Which way?" }\nprompts = ["Wait."]\n', name="way"),
        one("one_of", 'choices = "ways"\n', name="back"),
        one("scale", 'scale_ends = ["Not at all", "Quite"]\nfollow_up = "Why?"\n', name="sure"),
        head='[[choice_lists.ways]]\nid = "bus"\nlabel = "Bus"\nhint = "Any"\n'
        '[[choice_lists.ways]]\nid = "car"\nlabel = "Car"\n',
    ).replace('rank = "must"', 'rank = "must"\nsay = "Hello."\nsay_by_channel = { phone = "Hello there." }')
)
MARKS = 'id = "talk"\nversion = 1\n'
WHOLE = (
    MARKS
    + """
title = "Sgwrs"
[steps.first]
title = "Yn gyntaf"
say = "Helo."
say_by_channel = { phone = "Helo, bore da." }
[questions.way]
label = "Sut?"
labels = { phone = "Pa ffordd?" }
prompts = ["Arhoswch."]
choices = { bus = { label = "Bws", hint = "Unrhyw un" }, car = "Car i ffwrdd" }
[questions.back]
label = "Ac yn ôl?"
[questions.sure]
label = "Pa mor siŵr?"
scale_ends = ["Dim o gwbl", "Eithaf"]
follow_up = "Pam?"
[choices]
bus = { label = "Y bws", hint = "Unrhyw" }
car = "Y car"
"""
)


def laid(text: str) -> Definition:
    definition = overlay(ENGLISH, text, "talk.cy.toml")
    assert isinstance(definition, Definition), [str(problem) for problem in definition]
    return definition


def codes(text: str) -> list[str]:
    found = overlay(ENGLISH, text, "talk.cy.toml")
    assert isinstance(found, tuple)
    return [problem.code.removeprefix("definition.") for problem in found]


def test_every_text_is_said_in_welsh_and_everything_else_stays() -> None:
    welsh = laid(WHOLE)
    step, way, sure = welsh.steps[0], welsh.question("way"), welsh.question("sure")
    assert (welsh.title, step.title, step.say) == ("Sgwrs", "Yn gyntaf", "Helo.")
    assert step.say_by_channel == {Channel.PHONE: "Helo, bore da."}
    assert (way.label, way.labels, way.prompts) == ("Sut?", {Channel.PHONE: "Pa ffordd?"}, ("Arhoswch.",))
    assert [(choice.id, choice.label, choice.hint) for choice in way.choices] == [
        ("bus", "Bws", "Unrhyw un"),
        ("car", "Car i ffwrdd", ""),
    ]
    assert [choice.label for choice in welsh.question("back").choices] == ["Y bws", "Y car"]
    assert (sure.scale_ends, sure.follow_up) == (("Dim o gwbl", "Eithaf"), "Pam?")
    assert (welsh.id, welsh.version, way.kind, way.id) == ("talk", 1, ENGLISH.question("way").kind, "way")
    assert untranslated(ENGLISH, WHOLE, "talk.cy.toml") == ()


def test_what_has_no_words_stays_english_and_is_a_note() -> None:
    welsh = laid(MARKS + '[questions.way]\nlabel = "Sut?"\n')
    assert (welsh.question("way").label, welsh.question("sure").label) == ("Sut?", "What about sure?")
    assert welsh.question("sure").scale_ends == ("Not at all", "Quite")
    notes = [str(note) for note in untranslated(ENGLISH, MARKS + '[questions.way]\nlabel = "Sut?"\n', "talk.cy.toml")]
    stays = "has no words in this language, so it stays English."
    assert f'talk.cy.toml: question sure: note definition.untranslated: "scale_ends" {stays}' in notes
    assert f'talk.cy.toml: question way / choice bus: note definition.untranslated: "hint" {stays}' in notes
    assert f'talk.cy.toml: step first: note definition.untranslated: "say_by_channel / phone" {stays}' in notes
    assert f'talk.cy.toml: top of the file: note definition.untranslated: "title" {stays}' in notes
    assert not [note for note in notes if 'question way: note definition.untranslated: "label"' in note]


def test_a_scale_without_words_for_its_ends_needs_none() -> None:
    bare = loaded(asking(one("scale")))
    welsh = overlay(bare, MARKS, "talk.cy.toml")
    assert isinstance(welsh, Definition)
    assert welsh.question("it").scale_ends == ("", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id = ", ["not-toml"]),
        ('id = "other"\nversion = 1\n', ["overlay-of-another"]),
        ('id = "talk"\nversion = 2\n', ["overlay-of-another"]),
        (MARKS + "minutes = 20\n", ["unknown-key"]),
        (MARKS + '[steps.gone]\ntitle = "x"\n', ["unknown-id"]),
        (MARKS + '[questions.gone]\nlabel = "x"\n', ["unknown-id"]),
        (MARKS + '[questions.way]\nlabell = "x"\n', ["unknown-key"]),
        (MARKS + '[questions.way]\nkind = "many_of"\n', ["unknown-key"]),
        (MARKS + '[questions.way.choices]\nplane = "x"\n', ["unknown-id"]),
        (MARKS + '[choices]\nplane = "x"\n', ["unknown-id"]),
        (MARKS + '[choices]\nbus = { label = "x", ends = "y", id = "z" }\n', ["unknown-key"]),
        (MARKS + "[choices]\nbus = 3\n", ["wrong-type"]),
        (MARKS + "[steps]\nfirst = 3\n", ["wrong-type"]),
        (MARKS + '[questions.way]\nprompts = ["a", "b"]\n', ["other-length"]),
        (MARKS + '[questions.way.labels]\nletter = "x"\n', ["unknown-channel"]),
    ],
)
def test_a_mistake_in_an_overlay_is_named(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_broken_overlay_has_no_notes() -> None:
    assert untranslated(ENGLISH, "id = ", "talk.cy.toml") == ()


def test_a_step_without_questions_is_translated_too() -> None:
    speaks = loaded(HEAD + STEP + 'say = "Thank you."\n')
    welsh = overlay(speaks, MARKS + '[steps.first]\nsay = "Diolch."\n', "talk.cy.toml")
    assert isinstance(welsh, Definition)
    assert welsh.steps[0].say == "Diolch."
