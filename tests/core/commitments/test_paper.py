"""Numbers, the envelope check, and the words of the document in Welsh."""

from dataclasses import replace
from datetime import date

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from coachdesk.commitments import (
    OUTCOMES,
    EnvelopeLine,
    LineKind,
    OutcomeKind,
    build,
    envelope_lines,
    kept_out,
    next_edition,
    number_of,
    strings_of,
)
from coachdesk.i18n import Language
from coachdesk.paths import resources
from coachdesk.plans import Action, Goal, IfThen, Plan
from coachdesk.privacy import Privacy
from tests.core.commitments.amira import GOAL, LIST_SCHOOLS, PROMISE, READING, source

CATALOGUE = resources("locale", "cy", "LC_MESSAGES")
PAPER = (
    *("builder", "front", "planned", "bounds", "consequences", "outcomes", "wording", "envelope", "pictures"),
    *("easy_front", "easy_plan", "easy_ending"),
)


def test_a_number_is_the_vault_and_a_counter() -> None:
    assert number_of("K7M2", 14) == "K7M2-14"
    assert [next_edition(before) for before in ((), (1,), (1, 3))] == [1, 2, 4]


@pytest.mark.parametrize(("short_id", "counter"), [("K7M", 1), ("k7m2", 1), ("K7M2", 0), ("K7/2", 1), ("", 1)])
def test_what_cannot_be_a_number_is_none(short_id: str, counter: int) -> None:
    with pytest.raises(ValueError, match="hyphen"):
        number_of(short_id, counter)


def test_the_envelope_check_shows_what_would_be_printed_and_nothing_else() -> None:
    hidden = replace(READING, privacy=Privacy.BETWEEN_US)
    mixed = replace(LIST_SCHOOLS, if_then=(*LIST_SCHOOLS.if_then, IfThen("it is late", "I rest", Privacy.ACCOUNT)))
    lines = envelope_lines(Plan(goals=(GOAL,), actions=(PROMISE, hidden, mixed)))
    assert [(line.kind, line.record_id) for line in lines] == [
        (LineKind.GOAL, "goal"),
        (LineKind.ACTION, "schools"),
        (LineKind.IF_THEN, "schools"),
        (LineKind.ACTION, "promise"),
    ]
    assert lines[1].also == (LIST_SCHOOLS.reason,)


def test_every_line_of_the_envelope_can_be_kept_out_and_taken_back() -> None:
    plan = Plan(goals=(GOAL,), actions=(LIST_SCHOOLS, READING, PROMISE))
    records: dict[str, Goal | Action] = {record.id: record for record in plan.goals}
    records |= {record.id: record for record in plan.actions}
    for line in envelope_lines(plan):
        out = kept_out(records[line.record_id], line, Privacy.BETWEEN_US)
        without = Plan(
            goals=(out,) if isinstance(out, Goal) else plan.goals,
            actions=tuple(out if isinstance(out, Action) and out.id == each.id else each for each in plan.actions),
        )
        assert line.text in strings_of(build(source(plan=plan)))
        assert line.text not in strings_of(build(source(plan=without)))
        assert kept_out(out, line, Privacy.PAPER) == records[line.record_id]


def test_a_line_is_never_switched_on_another_record() -> None:
    with pytest.raises(ValueError, match="another record"):
        kept_out(GOAL, EnvelopeLine(LineKind.ACTION, "schools", "x"), Privacy.ACCOUNT)


def test_every_outcome_has_safe_words_on_the_screen() -> None:
    assert set(OUTCOMES) == set(OutcomeKind)
    assert OUTCOMES[OutcomeKind.DOES_NOT_FIT_YET] == "Said that this does not fit yet"
    assert not any("agree" in words.casefold() for words in OUTCOMES.values())


def messages() -> set[str]:
    keywords: dict[str, None] = {"gettext": None, "N_": None}
    folder = resources().parent / "coachdesk" / "commitments"
    return {
        str(message)
        for name in PAPER
        for _line, message, _comments, _context in extract_from_file("python", folder / f"{name}.py", keywords)
    }


@pytest.fixture(scope="module")
def welsh() -> Catalog:
    with CATALOGUE.joinpath("coachdesk.po").open("rb") as file:
        return read_po(file, locale="cy")


def test_every_sentence_of_the_document_has_its_welsh(welsh: Catalog) -> None:
    missing = [message for message in messages() if not getattr(welsh.get(message), "string", "")]
    assert len(messages()) > 60
    assert missing == []


def test_welsh_sentences_have_the_same_places_to_fill(welsh: Catalog) -> None:
    for message in messages():
        translated = str(getattr(welsh.get(message), "string", ""))
        for place in ("{page}", "{pages}", "{number}", "{edition}", "{day}", "{way}", "{when}", "{then}"):
            assert (place in message) is (place in translated), message


def said_in(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Every text and what is said for it; a text that counts is several, on both sides."""
    pairs = ((each.id, each.string) for each in catalogue if each.id and each.string)
    return {
        tuple([ids] if isinstance(ids, str) else ids): tuple([said] if isinstance(said, str) else said)
        for ids, said in pairs
    }


def test_the_compiled_catalogue_says_what_the_source_says(welsh: Catalog) -> None:
    with CATALOGUE.joinpath("coachdesk.mo").open("rb") as file:
        compiled = read_mo(file)
    assert said_in(compiled) == said_in(welsh)


def test_the_catalogue_says_that_a_welsh_writer_has_still_to_read_it() -> None:
    head = CATALOGUE.joinpath("coachdesk.po").read_text(encoding="utf-8").splitlines()[:3]
    assert "# draft translation: to be read by a qualified Welsh writer" in head


def test_a_welsh_document_is_welsh_but_for_the_persons_own_words() -> None:
    transferred = replace(LIST_SCHOOLS, in_account_since=date(2026, 12, 1))
    plan = Plan(goals=(GOAL,), actions=(transferred, READING, PROMISE))
    made = replace(
        source(plan=plan), language=Language.WELSH, outcome=OutcomeKind.TAKEN_AWAY, think_until=date(2026, 12, 8)
    )
    english, document = build(replace(made, language=Language.ENGLISH)), build(made)
    assert document.title.value == "Fy ymrwymiadau"
    strings = strings_of(document)
    assert "Dydd Mercher 16 Rhagfyr 2026" in strings
    assert "ers 1 Rhagfyr 2026" in strings
    assert "10:30" in strings
    said = {
        *("Amira Khalil", "Sam Okafor", "Leeds Park Place", "K7M2-14", "1"),
        *(GOAL.text, LIST_SCHOOLS.text, READING.text, PROMISE.text, READING.obstacle),
        *(LIST_SCHOOLS.reason, READING.reason),
        "If it is Monday 9.15 and both children are in, then I will open the list at the library.",
    }
    assert {text for text in strings_of(english) if text in strings} == said


def test_an_if_then_plan_in_welsh_is_a_welsh_sentence_on_english_paper() -> None:
    action = replace(
        LIST_SCHOOLS, language=Language.WELSH, if_then=(IfThen("bydd hi'n bwrw glaw", "byddaf yn ffonio"),)
    )
    (asked,) = (each for each in build(source(plan=Plan(actions=(action,)))).sections if each.kind.value == "asked")
    (quote,) = asked.actions[0].if_thens
    assert (quote.words.value, quote.language) == ("Os bydd hi'n bwrw glaw, yna byddaf yn ffonio.", Language.WELSH)
