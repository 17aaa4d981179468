"""Facts as somebody writes them: what is read, what is refused, where, and that nobody's answer is repeated."""

import copy
import timeit
from datetime import date
from decimal import Decimal

import pytest

from coachdesk.requirements.fact_shapes import slots
from coachdesk.requirements.facts import (
    Capability,
    CareNotice,
    CaresFor,
    ChildFacts,
    Decisions,
    DiscretionDecision,
    DomesticAbuse,
    Earnings,
    Facts,
    FitNote,
    Known,
    Limit,
    PersonFacts,
)
from coachdesk.requirements.names import EASEMENTS
from coachdesk.requirements.reading import read_facts
from tests.core.requirements.written import EVERY_FACT, facts, problem_list, problems, read


def test_every_fact_of_the_contract_is_read() -> None:
    found = read(EVERY_FACT)
    assert found.on == date(2026, 12, 1)
    assert found.claimant.cares_for[0].hours == Decimal(35)
    assert found.claimant.cares_for[0].qualifying_benefit is Known.YES
    assert found.claimant.fit_notes[0].from_ == date(2026, 10, 20)
    assert found.claimant.capability is Capability.NOT_IN_QUESTION
    assert found.claimant.decisions.limits[0].value == Decimal(45)
    assert found.children[0].date_of_birth == date(2022, 5, 10)


def test_the_documentation_lists_every_fact_there_is() -> None:
    person = EVERY_FACT["claimant"]
    for kind, given in (
        (Facts, EVERY_FACT),
        (PersonFacts, person),
        (ChildFacts, EVERY_FACT["children"][0]),
        (CaresFor, person["cares_for"][0]),
        (Earnings, person["earnings"]),
        (FitNote, person["fit_notes"][0]),
        (DomesticAbuse, person["domestic_abuse"]),
        (CareNotice, person["care_notice"]),
        (Decisions, person["decisions"]),
        (DiscretionDecision, person["decisions"]["discretions"][0]),
        (Limit, person["decisions"]["limits"][0]),
    ):
        assert set(given) == set(slots(kind))


def test_what_is_left_out_or_null_is_unknown_and_never_no() -> None:
    nulls = facts({"earnings": None, "cares_for": None, "relevant_carer": None}, nation=None, children=None)
    assert read(nulls) == read(facts())
    assert read(nulls).claimant.relevant_carer is None


def test_a_number_keeps_the_digits_it_was_written_with() -> None:
    assert read(facts({"volunteering": {"hours": 0.1}})).claimant.volunteering is not None
    assert read(facts({"earnings": {"employed_monthly": 1100.1}})).claimant.earnings.employed_monthly == Decimal(
        "1100.1"
    )


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (facts(nashun="england"), "nashun"),
        (facts({"fit_notes": [{"form": "2026-10-20"}]}), "claimant.fit_notes[0].form"),
        (facts({"from_": 1}), "claimant.from_"),
        (facts(partner={"capabilty": "limited"}), "partner.capabilty"),
    ],
)
def test_a_misspelt_fact_is_refused_at_its_place(value: object, place: str) -> None:
    assert problems(value) == [(place, "unknown-key")]


def test_a_misspelt_fact_is_asked_what_it_was_meant_to_be() -> None:
    (problem,) = problem_list(facts({"fit_notes": [{"form": "2026-10-20"}]}))
    assert problem.text.endswith("Did you mean “from”?")


@pytest.mark.parametrize(
    ("claimant", "place"),
    [
        ({"relevant_carer": "true"}, "relevant_carer"),
        ({"relevant_carer": 1}, "relevant_carer"),
        ({"cares_for": [{"hours": True}]}, "cares_for[0].hours"),
        ({"cares_for": [{"hours": "35"}]}, "cares_for[0].hours"),
        ({"cares_for": [{"hours": float("nan")}]}, "cares_for[0].hours"),
        ({"cares_for": {"hours": 35}}, "cares_for"),
        ({"cares_for": [35]}, "cares_for[0]"),
        ({"cares_for": [None]}, "cares_for[0]"),
        ({"contract_notice_days": 2.5}, "contract_notice_days"),
        ({"claim_started": "01/12/2026"}, "claim_started"),
        ({"claim_started": "20261201"}, "claim_started"),
        ({"claim_started": "2026-02-30"}, "claim_started"),
        ({"claim_started": 20261201}, "claim_started"),
        ({"claim_started": "2026-12-01T10:00:00"}, "claim_started"),
        ({"earnings": []}, "earnings"),
        ({"decisions": {"expected_hours": {"reason": 3}}}, "decisions.expected_hours.reason"),
        ({"decisions": {"limits": [{"kind": "travel", "value": "far"}]}}, "decisions.limits[0].value"),
    ],
)
def test_a_fact_of_the_wrong_type_is_refused_at_its_place(claimant: dict[str, object], place: str) -> None:
    assert problems(facts(claimant)) == [(f"claimant.{place}", "wrong-type")]


@pytest.mark.parametrize(
    ("claimant", "place", "word"),
    [
        ({"capability": "fit"}, "capability", "fit_for_work"),
        ({"custody": ""}, "custody", "temporary_release"),
        ({"temporary": [{"kind": "flood"}]}, "temporary[0].kind", "domestic_emergency"),
        (
            {"decisions": {"discretions": [{"id": "sick", "decided": "applied"}]}},
            "decisions.discretions[0].id",
            "court",
        ),
    ],
)
def test_an_unknown_word_is_refused_with_the_words_there_are(
    claimant: dict[str, object], place: str, word: str
) -> None:
    (problem,) = problem_list(facts(claimant))
    assert (problem.path, problem.code) == (f"claimant.{place}", "facts.unknown-word")
    assert word in problem.text


def test_every_easement_of_the_contract_may_be_decided() -> None:
    decided = [{"id": each, "decided": "applied"} for each in EASEMENTS]
    assert problems(facts({"decisions": {"discretions": decided}})) == []
    assert len(EASEMENTS) == 20


def test_the_day_the_claimant_and_their_birth_are_needed_on_the_command_line() -> None:
    assert problems({}) == [("on", "missing"), ("claimant", "missing")]
    assert problems({"on": "2026-12-01", "claimant": {}}) == [("claimant.date_of_birth", "missing")]
    assert problems({"on": "2026-12-01"}, strict=False) == []
    assert problems({}, strict=False) == [("on", "missing")]


@pytest.mark.parametrize("value", [None, 3, "facts", [], True])
def test_what_is_no_group_of_facts_is_refused(value: object) -> None:
    assert ("", "wrong-type") in problems(value)


def test_every_mistake_is_named_and_not_only_the_first() -> None:
    value = facts(
        {
            "capability": "ill",
            "cares_for": [{"hours": 200, "benefit": "yes"}],
            "temporary": [{"from": "2026-11-02", "until": "2026-11-01"}],
            "responsible_carer": True,
        },
        on="tomorrow",
        partner={"responsible_carer": True},
        children=[7],
    )
    assert sorted(place for place, _kind in problems(value)) == [
        "children[0]",
        "claimant.capability",
        "claimant.cares_for[0].benefit",
        "claimant.cares_for[0].hours",
        "claimant.temporary[0].kind",
        "claimant.temporary[0].until",
        "on",
        "partner.responsible_carer",
    ]


def test_no_problem_repeats_what_was_said() -> None:
    secret = "Whitlock"
    value = facts(
        {"capability": secret, "claim_started": secret, "cares_for": [{"hours": secret}], "decisions": secret},
        nation=secret,
        children=[{"relation": secret, "age": secret}],
    )
    told = problem_list(value)
    assert len(told) == 7
    assert not [each for each in told if secret in each.text]


def test_a_name_that_cannot_be_one_stays_in_one_line() -> None:
    (problem,) = problem_list(facts({"date\nof birth" * 9: 1}))
    assert "\n" not in problem.path
    assert len(problem.path) < 70


def test_reading_takes_well_under_a_millisecond() -> None:
    assert min(timeit.repeat(lambda: read_facts(EVERY_FACT), number=20, repeat=20)) / 20 < 0.003


def test_reading_leaves_what_it_was_given_as_it_was() -> None:
    before = copy.deepcopy(EVERY_FACT)
    read_facts(EVERY_FACT, strict=True)
    assert before == EVERY_FACT
