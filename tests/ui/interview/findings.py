"""Findings for the panel, made as the program makes them: from facts and the rules that are shipped."""

from datetime import date
from functools import cache
from typing import Any

from coachdesk.content import Content, read_content
from coachdesk.requirements.assess import assess
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.fact_checks import contradictions
from coachdesk.requirements.facts import Decided, Facts
from coachdesk.requirements.reading import read_facts
from coachdesk.services.views import Ask, PersonFinding
from ui.interview.finding.line import Line
from ui.interview.finding.lines import Shown, lines_of
from ui.interview.finding.standing import taken

DAY = date(2026, 12, 1)
LONG_NOTE = {"from": "2026-10-20", "until": "2026-12-30", "evidence_on": "2026-10-21", "says": "not_fit"}
CHILD = {"date_of_birth": "2022-05-10"}
ABUSE = {"notified_on": "2026-11-20", "within_six_months": True, "at_same_address": False}


@cache
def content() -> Content:
    """The content as shipped."""
    return read_content()


def found(claimant: dict[str, Any] | None = None, **more: Any) -> PersonFinding:
    """The finding of somebody of 31 on 1 December 2026."""
    facts = read_facts({"on": DAY.isoformat(), "claimant": {"date_of_birth": "1995-03-02"} | (claimant or {})} | more)
    assert isinstance(facts, Facts), facts
    finding = assess(facts, content().rules)
    return PersonFinding(
        finding=finding,
        facts=facts,
        problems=contradictions(facts),
        ask=tuple(Ask(path, "hours_decided" if path.endswith("expected_hours") else "") for path in finding.ask),
        undated=(),
        rules=content().rules,
    )


def lines(each: PersonFinding, *records: DiscretionRecord) -> dict[str, Line]:
    """The lines of a finding by their ids, in their order."""
    definition = next(each for each in content().definitions if each.id == "first-commitments")
    return {line.id: line for line in lines_of(Shown(each, definition, taken(records, "this", DAY)))}


def decision(easement_id: str, decided: Decided = Decided.APPLIED, *, interview_id: str = "this") -> DiscretionRecord:
    """A decision of today until the end of the year."""
    return DiscretionRecord(
        id="1",
        person_id="2",
        easement_id=easement_id,
        decided=decided,
        on=DAY,
        until=date(2026, 12, 31),
        reason="We talked about it",
        interview_id=interview_id,
    )


def everything(every: dict[str, Line]) -> str:
    """Every word of the lines."""
    said = [
        *(f"{line.lead} {line.text} {line.note}" for line in every.values()),
        *(act.words for line in every.values() for act in line.acts),
    ]
    return "\n".join(said)
