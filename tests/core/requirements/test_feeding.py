"""Which answers feed facts, and whom the easement check passes over: held against the interview and the finding."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.content import read_content
from coachdesk.interviews import Answer, is_given, visible
from coachdesk.requirements import questions
from coachdesk.requirements.assess import assess
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.gathering import Recorded, Said, gather
from coachdesk.requirements.outline import is_due
from coachdesk.requirements.quiet import NEVER_DUE, may_leave_a_decision, may_leave_more, may_matter
from coachdesk.services.easement_check import decision_is_due
from tests.core.requirements.found import rules
from tests.core.requirements.random_facts import RANDOM_FACTS

TODAY, EARLIER = date(2026, 12, 1), date(2026, 11, 3)
DEFINITIONS = {each.id: each for each in read_content().definitions}
VALUES: tuple[Any, ...] = (
    *("yes", "no", "alone", "shared", "20", "2026-11-30", "2027-01-01", "", None),
    *([], ["hours"], [{"age": "4", "born": ""}], {"from": "2026-11-01", "until": ""}),
)


Talk = tuple[str, dict[str, Answer]]
"""The id of a definition, and answers to questions of it."""


def talks(*more: str) -> st.SearchStrategy[Talk]:
    """Answers to the questions that feed facts, right and wrong ones."""

    def answered(name: str) -> st.SearchStrategy[Talk]:
        ids = [each.id for each in DEFINITIONS[name].questions() if each.fact or each.id in more]
        answers = st.dictionaries(st.sampled_from(ids), st.sampled_from(VALUES).map(Answer))
        return st.tuples(st.just(name), answers)

    return st.sampled_from(sorted(DEFINITIONS)).flatmap(answered)


@given(talks("changes", "fit_note"))
def test_facts_are_fed_by_the_questions_that_are_asked_and_no_others(talk: Talk) -> None:
    definition, answers = DEFINITIONS[talk[0]], talk[1]
    asked = {
        each.fact: answers[each.id].value
        for each in visible(definition, answers)
        if each.fact and each.id in answers and answers[each.id].value is not None and is_given(each, answers[each.id])
    }
    assert dict(questions.given(questions.feeds_of(definition), answers)) == asked


@given(talks())
def test_answers_that_the_easement_check_passes_over_leave_nothing_to_decide(talk: Talk) -> None:
    definition, answers = DEFINITIONS[talk[0]], talk[1]
    recorded = Recorded(said=(Said(EARLIER, questions.feeds_of(definition), answers),))
    if not may_matter(recorded, TODAY):
        assert not decision_is_due(assess(gather(recorded, TODAY).facts, rules()), promised=False)


@pytest.mark.parametrize("name", ["first-commitments", "work-search-review"])
def test_the_easement_check_reads_less_of_a_talk_than_all_that_it_feeds(name: str) -> None:
    some, every = (questions.feeds_of(DEFINITIONS[name], but=left_out) for left_out in (NEVER_DUE, frozenset()))
    assert len(some) < len(every)


@given(talks())
def test_what_the_easement_check_does_not_read_changes_nothing_that_is_due(talk: Talk) -> None:
    definition, answers = DEFINITIONS[talk[0]], talk[1]
    every, some = questions.feeds_of(definition), questions.feeds_of(definition, but=NEVER_DUE)
    known = [gather(Recorded(said=(Said(EARLIER, feeds, answers),)), TODAY).facts for feeds in (every, some)]
    first, second = (decision_is_due(assess(facts, rules()), promised=False) for facts in known)
    assert first == second


@given(RANDOM_FACTS)
def test_a_decision_is_due_where_the_easement_check_says_so_and_only_there(facts: Facts) -> None:
    due = decision_is_due(assess(facts, rules()), promised=False)
    looked_at = is_due(facts, rules()) or (may_leave_more(facts) and due)
    assert (may_leave_a_decision(facts) and looked_at) == due
