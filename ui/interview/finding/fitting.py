"""The lines about hours, notice and travel, each saying what kind of number it is. Pure."""

from coachdesk.i18n import _, plain_number, short_date
from coachdesk.requirements.facts import Facts
from coachdesk.requirements.hours import hours_decision
from coachdesk.requirements.labels import within
from coachdesk.services import PersonFinding
from ui.interview.finding.line import Act, Line, Way


def hours_line(found: PersonFinding, question_id: str) -> Line:
    """Decided, to be decided, or where the law starts. `question_id`: the question for the decision, or ""."""
    hours = found.finding.expected_hours
    settle = Act(Way.QUESTION, _("Go to the question"), question_id)
    return Line(
        id="hours",
        lead=_("Hours a week"),
        text=_hours(found),
        note=_of_them(found),
        rules=tuple(each.rule for each in hours.because),
        acts=(settle,) if hours.decide and question_id else (),
        marked=hours.decide,
    )


def notice_line(found: PersonFinding) -> Line:
    """How soon a job can start, and how soon an employer can be seen."""
    terms = found.finding.availability_terms
    said = _("A job: {start}. An employer's interview: {interview}.").format(
        start=within(terms.start_up_to), interview=within(terms.interview_up_to)
    )
    return Line(id="notice", lead=_("Notice"), text=said, rules=(terms.rule,) if terms.rule else ())


def travel_line(found: PersonFinding) -> Line:
    """How far, each way: what was agreed, what guidance says, and the most by law."""
    travel, day = found.finding.travel, found.finding.on
    most = _("At most {minutes} minutes each way, by law.").format(minutes=travel.ceiling) if travel.ceiling else ""
    agreed = _("{minutes} minutes each way, as agreed.").format(minutes=travel.agreed) if travel.agreed else ""
    guided = _("Guidance for so few hours: {minutes} minutes.").format(minutes=travel.guidance)
    held = [found.rules.on(topic, day) for topic in ("travel", *(("travel_guidance",) if travel.guidance else ()))]
    return Line(
        id="travel",
        lead=_("Travel"),
        text=agreed or most,
        note=" ".join(part for part in (most if agreed else "", guided if travel.guidance else "") if part),
        rules=tuple(rule.id for rule in held if rule is not None),
    )


def _hours(found: PersonFinding) -> str:
    hours = found.finding.expected_hours
    if hours.decide and hours.policy_maximum is not None:
        return _("To be decided by you: at most {hours} by policy, not law.").format(
            hours=plain_number(hours.policy_maximum)
        )
    if hours.decide:
        return _("To be decided by you. The law gives no number.")
    if hours.hours is None:
        return _("No number is held for this day.")
    decision = hours_decision(found.facts)
    if decision is not None and decision.on is not None:
        return _("{hours}, decided by you on {day}.").format(
            hours=plain_number(hours.hours), day=short_date(decision.on)
        )
    if hours.decided:
        return _("{hours}, decided by you.").format(hours=plain_number(hours.hours))
    return _("{hours}, where the law starts. Nothing recorded makes it fewer.").format(hours=plain_number(hours.hours))


def _of_them(found: PersonFinding) -> str:
    return " ".join(part for part in (_search(found), _again(found.facts)) if part)


def _search(found: PersonFinding) -> str:
    hours, search = found.finding.expected_hours.hours, found.finding.search_hours
    if search is None or search == hours:
        return ""
    return _("{hours} of them for looking for work, after what was agreed is taken off.").format(
        hours=plain_number(search)
    )


def _again(facts: Facts) -> str:
    decision = hours_decision(facts)
    if decision is None or decision.review_on is None:
        return ""
    return _("Look again on {day}.").format(day=short_date(decision.review_on))
