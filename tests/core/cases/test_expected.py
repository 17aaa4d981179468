"""Parts of a finding by dotted path: what a case expects of it, and what is said where it does not hold."""

from typing import Any

import pytest

from coachdesk.cases.expected import unmet

FINDING: dict[str, Any] = {
    "search": "off",
    "search_hours": None,
    "expected_hours": {"hours": 17.5, "decide": False, "because": [{"rule": "hours", "citation": "reg. 88(2)(a)"}]},
    "thresholds": {"met": ["aet_single", "cet"]},
    "easements": [
        {"id": "court", "until": "2026-12-03", "citation": "reg. 99(3)(a)"},
        {"id": "homeless", "until": None, "citation": "reg. 99(5)(b)"},
    ],
    "ask": ["claimant.decisions.expected_hours"],
    "review": [{"on": "2026-12-03", "because": "an appointment conflict"}],
}


@pytest.mark.parametrize(
    "expect",
    [
        {"search": "off"},
        {"expected_hours.hours": 17.5, "expected_hours.decide": False},
        {"easements.court.until": "2026-12-03"},
        {"easements": ["homeless", "court"]},
        {"thresholds.met": ["cet", "aet_single"]},
        {"review.2026-12-03.because": "an appointment conflict"},
        {"null": ["search_hours", "easements.homeless.until"]},
        {"present": ["easements.court", "ask.claimant.decisions.expected_hours", "expected_hours.because.hours"]},
        {"absent": ["easements.custody", "review.2026-12-04", "search.of.what"]},
        {"citations": ["reg. 88(2)(a)", "reg. 99(5)(b)"]},
    ],
)
def test_what_stands_in_the_finding_holds(expect: dict[str, object]) -> None:
    assert list(unmet(expect, FINDING)) == []


@pytest.mark.parametrize(
    ("expect", "place", "sentence"),
    [
        ({"search": "required"}, "search", 'The finding says "off", and "required" is expected.'),
        ({"expected_hours.decide": 0}, "expected_hours.decide", "The finding says false, and 0 is expected."),
        (
            {"easements.custody.until": "2026-12-03"},
            "easements.custody.until",
            'The finding says nothing of that name, and "2026-12-03" is expected.',
        ),
        (
            {"easements": ["court"]},
            "easements",
            'The finding says ["court", "homeless"], and ["court"] is expected.',
        ),
        ({"null": ["search"]}, "null / search", 'The finding says "off", and nothing is expected.'),
        ({"null": ["serch"]}, "null / serch", "The finding says nothing of that name, and nothing is expected."),
        ({"present": ["ask.nation"]}, "present / ask.nation", "This is expected, and is not in the finding."),
        ({"absent": ["easements.court"]}, "absent / easements.court", "This is in the finding, and is not expected."),
        ({"citations": ["reg. 98(1)"]}, "citations / reg. 98(1)", "The finding cites this nowhere."),
        ({"citations": "reg. 98(1)"}, "citations / reg. 98(1)", "The finding cites this nowhere."),
    ],
)
def test_what_does_not_is_named_with_its_path(expect: dict[str, object], place: str, sentence: str) -> None:
    assert list(unmet(expect, FINDING)) == [(place, sentence)]
