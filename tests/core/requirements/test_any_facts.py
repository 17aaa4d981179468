"""Facts from any text at all, and written down again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.errors import AppError
from coachdesk.requirements.fact_checks import contradictions
from coachdesk.requirements.fact_text import value_of
from coachdesk.requirements.facts import FactProblem, Facts
from coachdesk.requirements.reading import read_document, read_facts
from tests.core.requirements.any_facts import ANY_JSON, FACTS
from tests.core.requirements.dumped import facts_json
from tests.core.requirements.written import facts, problems


def test_a_fact_that_stands_twice_is_refused_because_json_forgets_the_first() -> None:
    text = b'{"on": "2026-12-01", "claimant": {"date_of_birth": "1995-03-02", "date_of_birth": "1985-03-02"}}'
    assert problems(value_of(text)) == [("claimant.date_of_birth", "twice")]


def test_a_mark_at_the_start_of_a_file_does_not_matter() -> None:
    assert value_of(b'\xef\xbb\xbf{"on": 1}') == {"on": 1}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "facts.not-json"),
        (b"{'on': 1}", "facts.not-json"),
        (b"\xff\xfe{\x00}\x00", "facts.not-utf8"),
        (b'{"hours": NaN}', "facts.not-a-number"),
        (b'{"hours": ' + b"9" * 5000 + b"}", "facts.not-a-number"),
        (b"[" * 100_000, "facts.too-deep"),
    ],
)
def test_what_is_not_json_is_named(text: bytes, code: str) -> None:
    with pytest.raises(AppError) as refused:
        value_of(text)
    assert refused.value.code == code


def test_in_a_list_one_wrong_set_of_facts_refuses_all_and_says_which() -> None:
    good, wrong = read_document([facts(), 3, facts({"capability": "ill"})])
    assert len(good) == 1
    assert [each.path for each in wrong] == ["[1]", "[2].claimant.capability"]
    assert read_document([]) == ((), ())


@given(ANY_JSON)
def test_no_json_at_all_breaks_the_reader(value: object) -> None:
    for strict in (False, True):
        found = read_facts(value, strict=strict)
        assert isinstance(found, Facts) or all(isinstance(each, FactProblem) for each in found)


@given(ANY_JSON, st.sampled_from(["claimant", "partner", "children", "nation"]))
def test_no_json_inside_facts_breaks_the_reader(value: object, where: str) -> None:
    read_facts(facts() | {where: value})
    read_facts(facts() | {"claimant": value})


@given(FACTS)
def test_facts_that_were_written_down_are_read_as_the_same_facts(known: Facts) -> None:
    written = json.loads(json.dumps(facts_json(known)))
    assert read_facts(written) == (contradictions(known) or known)
