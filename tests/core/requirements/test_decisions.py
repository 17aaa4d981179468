"""What a coach has decided about a discretion, and for how long it settles it."""

import pytest

from coachdesk.requirements.finding import Standing
from coachdesk.requirements.outline import is_due
from coachdesk.requirements.rule import Discretion
from tests.core.requirements.found import child, facts, found, only, rules, warned


def made(easement: str, decided: str, **more: object) -> dict[str, object]:
    decision = {"id": easement, "decided": decided, "on": "2026-11-20", "reason": "as we said", **more}
    return {"discretions": [decision]}


NOTE = [{"from": "2026-10-26", "until": "2026-12-31", "evidence_on": "2026-10-26"}]
ABUSE = {"notified_on": "2026-10-02", "evidence_seen_on": "2026-10-20"}


@pytest.mark.parametrize(("decided", "search"), [("applied", Standing.OFF), ("not_applied", Standing.REQUIRED)])
def test_a_recorded_decision_settles_it_until_its_review_date(decided: str, search: Standing) -> None:
    decisions = made("fit_note_longer", decided, until="2026-12-10")
    assert found("2026-12-10", fit_notes=NOTE, decisions=decisions).search is search
    assert found("2026-12-11", fit_notes=NOTE, decisions=decisions).search is Standing.CONSIDER
    assert found("2026-11-19", fit_notes=NOTE, decisions=decisions).search is Standing.CONSIDER


def test_an_older_decision_does_not_come_back_when_the_newer_has_run_out() -> None:
    both = [
        {"id": "homeless", "decided": "not_applied", "on": "2026-11-01"},
        {"id": "homeless", "decided": "applied", "on": "2026-11-20", "until": "2026-12-10"},
    ]
    spell = [{"kind": "homeless", "from": "2026-11-01"}]
    over = found("2026-12-15", temporary=spell, decisions={"discretions": both})
    assert over.search is Standing.CONSIDER
    assert "discretion_over" in warned(over)


def test_a_decision_not_to_pause_says_nothing_about_what_began_later() -> None:
    earlier = {"discretions": [{"id": "domestic_abuse", "decided": "not_applied", "on": "2026-11-01"}]}
    assert found("2027-01-02", domestic_abuse=ABUSE, decisions=earlier).search is Standing.CONSIDER
    note_before = {"discretions": [{"id": "fit_note_longer", "decided": "not_applied", "on": "2026-03-01"}]}
    assert found(fit_notes=NOTE, decisions=note_before).search is Standing.CONSIDER


def test_what_a_decision_puts_off_depends_on_the_circumstance() -> None:
    paused = found(fit_notes=NOTE, decisions=made("fit_note_longer", "applied"))
    assert paused.availability is Standing.POSTPONED_JOB_AND_INTERVIEW
    home = found(temporary=[{"kind": "homeless"}], decisions=made("homeless", "applied"))
    assert home.availability is Standing.POSTPONED_JOB
    preparing = found(decisions=made("preparation_under_way", "applied"))
    assert (preparing.search, preparing.availability) == (Standing.OFF, Standing.REQUIRED)


def test_a_rule_that_applies_by_itself_needs_no_decision_and_bends_to_none() -> None:
    against = found("2026-11-01", fit_notes=NOTE, decisions=made("fit_note_short", "not_applied"))
    assert only(against).standing is Discretion.MUST
    assert against.search is Standing.OFF


def test_where_nothing_is_asked_anyway_nothing_is_to_be_decided() -> None:
    assert found(capability="limited_and_activity", temporary=[{"kind": "homeless"}]).easements == ()
    assert found(capability="limited", fit_notes=NOTE).search is Standing.NOT_IMPOSED


def test_hours_wait_for_a_decision_only_while_search_can_be_asked_for() -> None:
    family = child("2022-05-10")
    assert is_due(facts(household=family), rules())
    assert not is_due(facts(household=family, custody="in_custody"), rules())
    assert not is_due(facts(household=family, earnings={"employed_monthly": 1000}), rules())
