"""Which answers feed facts, and whom the easement check passes over: held against the interview and the finding."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coachdesk.content import read_content
from coachdesk.interviews import Answer, Definition, is_given, visible
from coachdesk.requirements import questions
from coachdesk.requirements.assess import assess
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.gathering import Recorded, Said, gather
from coachdesk.requirements.quiet import may_leave_a_decision, may_matter
from coachdesk.services.easement_check import decision_is_due
from tests.core.requirements.found import rules
from tests.core.requirements.random_facts import RANDOM_FACTS

TODAY, EARLIER = date(2026, 12, 1), date(2026, 11, 3)
DEFINITIONS = {each.id: each for each in read_content().definitions}
VALUES: tuple[Any, ...] = (
    *("yes", "no", "alone", "shared", "20", "2026-11-30", "2027-01-01", "", None),
    *([], ["hours"], [{"age": "4", "born": ""}], {"from": "2026-11-01", "until": ""}),
)


def talks(*more: str) -> st.SearchStrategy[tuple[Definition, dict[str, Answer]]]:
    """A definition and answers to its questions that feed facts, right and wrong ones."""

    def answered(definition: Definition) -> st.SearchStrategy[tuple[Definition, dict[str, Answer]]]:
        ids = [each.id for each in definition.questions() if each.fact or each.id in more]
        answers = st.dictionaries(st.sampled_from(ids), st.sampled_from(VALUES).map(Answer))
        return st.tuples(st.just(definition), answers)

    return st.sampled_from(sorted(DEFINITIONS)).map(DEFINITIONS.__getitem__).flatmap(answered)


@given(talks("changes", "fit_note"))
def test_facts_are_fed_by_the_questions_that_are_asked_and_no_others(
    talk: tuple[Definition, dict[str, Answer]],
) -> None:
    definition, answers = talk
    asked = {
        each.fact: answers[each.id].value
        for each in visible(definition, answers)
        if each.fact and each.id in answers and answers[each.id].value is not None and is_given(each, answers[each.id])
    }
    assert dict(questions.given(questions.feeds_of(definition), answers)) == asked


@given(talks())
def test_answers_that_the_easement_check_passes_over_leave_nothing_to_decide(
    talk: tuple[Definition, dict[str, Answer]],
) -> None:
    definition, answers = talk
    recorded = Recorded(said=(Said(EARLIER, questions.feeds_of(definition), answers),))
    if not may_matter(recorded, TODAY):
        assert not may_leave_a_decision(gather(recorded, TODAY).facts)


@given(RANDOM_FACTS)
def test_facts_that_the_easement_check_passes_over_leave_nothing_to_decide(facts: Facts) -> None:
    if not may_leave_a_decision(facts):
        assert not decision_is_due(assess(facts, rules()), promised=False)
