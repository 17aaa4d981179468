"""How soon somebody has to be able to start or to come, and how far (UC Regs 2013 regs 96, 97(3))."""

from dataclasses import replace
from decimal import Decimal

from coachdesk.requirements.facts import Facts, LimitKind
from coachdesk.requirements.finding import AvailabilityTerms, Hours, Travel, Warned
from coachdesk.requirements.household import carer_children, is_relevant_carer
from coachdesk.requirements.law import Law, number

AT_ONCE = "P0D"

_DAYS = {"P1M": 31, "P1W": 7, AT_ONCE: 0}


def availability_terms(facts: Facts, law: Law) -> AvailabilityTerms:
    """The longest notice that the facts allow: carers, volunteers, people in a contract; at once otherwise.

    Each of them is a rule of its own, so the longest time before an interview may come from another than before a job.
    """
    found = (_carer(facts, law), _voluntary(facts, law), _contract(facts, law))
    terms = [each for each in found if each is not None]
    if not terms:
        return _terms(AT_ONCE, AT_ONCE, "availability.at_once", law)
    interview = max((each.interview_up_to for each in terms), key=_hours)
    return replace(max(terms, key=lambda each: _length(each.start_up_to)), interview_up_to=interview)


def travel(facts: Facts, hours: Hours, law: Law) -> Travel:
    """The legal ceiling, the guidance for few hours, and what was agreed; minutes each way."""
    ceiling = law.value("travel", "minutes")
    return Travel(
        ceiling=int(ceiling) if ceiling is not None else None,
        guidance=_guidance(hours.hours, law),
        agreed=agreed_travel(facts),
    )


def agreed_travel(facts: Facts) -> int | None:
    """The shortest limit of travel that stands on the day."""
    minutes = [
        int(each.value)
        for each in facts.claimant.decisions.limits
        if each.kind is LimitKind.TRAVEL
        and isinstance(each.value, Decimal)
        and (each.until is None or facts.on <= each.until)
    ]
    return min(minutes, default=None)


def travel_warnings(found: Travel, law: Law) -> tuple[Warned, ...]:
    """A limit beyond what may be asked of anybody."""
    if found.agreed is None or found.ceiling is None or found.agreed <= found.ceiling:
        return ()
    return law.warn("travel_over_ceiling", minutes=found.agreed, ceiling=found.ceiling)


def _carer(facts: Facts, law: Law) -> AvailabilityTerms | None:
    """Reg. 96(3): as long as caring makes necessary, up to a month and up to 48 hours."""
    if not (carer_children(facts) or is_relevant_carer(facts.claimant)):
        return None
    rule, notice = law.held("availability.carer"), facts.claimant.care_notice
    if rule is None:
        return None
    start, interview = str(rule.values["start"]), str(rule.values["interview"])
    if notice is not None and notice.start_days is not None:
        start = f"P{notice.start_days}D" if notice.start_days < _DAYS["P1M"] else start
    if notice is not None and notice.interview_hours is not None:
        interview = f"PT{min(notice.interview_hours, int(interview[2:-1]))}H"
    decided = notice is not None and notice.start_days is not None
    return _terms(start, interview, "availability.carer", law, decided=decided)


def _voluntary(facts: Facts, law: Law) -> AvailabilityTerms | None:
    """Reg. 96(4): a week to start, 48 hours for an interview."""
    work, rule = facts.claimant.volunteering, law.held("availability.voluntary")
    if rule is None or work is None or not work.needs_notice or not work.hours:
        return None
    return _terms(str(rule.values["start"]), str(rule.values["interview"]), "availability.voluntary", law)


def _contract(facts: Facts, law: Law) -> AvailabilityTerms | None:
    """Reg. 96(5): the notice of the contract or of ERA 1996 s.86, 48 hours for an interview."""
    days, rule = facts.claimant.contract_notice_days, law.held("availability.contract")
    if rule is None or not days:
        return None
    return _terms(f"P{days}D", str(rule.values["interview"]), "availability.contract", law)


def _terms(start: str, interview: str, topic: str, law: Law, *, decided: bool = False) -> AvailabilityTerms:
    rule = law.held(topic)
    because, rule_id = (rule.text, rule.id) if rule is not None else ("", "")
    return AvailabilityTerms(
        start_up_to=start, interview_up_to=interview, decided=decided, because=because, rule=rule_id
    )


def _length(duration: str) -> int:
    return _DAYS[duration] if duration in _DAYS else int(duration[1:-1])


def _hours(duration: str) -> int:
    return int(duration[2:-1]) if duration.startswith("PT") else 24 * _length(duration)


def _guidance(hours: Decimal | None, law: Law) -> int | None:
    steps = law.value("travel_guidance", "steps")
    if hours is None or steps is None:
        return None
    return next((int(each["minutes"]) for each in steps if hours <= number(each["hours"])), None)
