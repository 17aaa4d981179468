"""Hours and availability: what may stand on paper of a finding, and two short lists, neither where it is not asked."""

import re

from coachdesk.commitments.document import Labelled, Section, SectionKind
from coachdesk.commitments.source import Bounds, Gettext, Source
from coachdesk.commitments.wording import labelled
from coachdesk.i18n import plain_number
from coachdesk.privacy import ours
from coachdesk.requirements.finding import Finding, Standing

_DURATION = re.compile(r"P(?:(?P<days>\d+)D|T(?P<hours>\d+)H)")


def bounds_of(finding: Finding) -> Bounds:
    """Hours, travel and notice as far as they may be on paper: nothing where a sealed matter bears on them."""
    if any(each.sealed for each in finding.easements):
        return Bounds()
    asked, terms = finding.search_hours is not None, finding.availability_terms
    available = finding.availability is Standing.REQUIRED
    return Bounds(
        hours=finding.expected_hours.hours if asked else None,
        search_hours=finding.search_hours,
        travel_minutes=finding.travel.agreed if asked else None,
        start_up_to=terms.start_up_to if available else "",
        interview_up_to=terms.interview_up_to if available else "",
    )


def hours(source: Source, gettext: Gettext) -> Section | None:
    """The hours a week, and how many of them are for looking for work where not all are."""
    bounds = source.bounds
    if bounds.hours is None:
        return None
    points = [labelled(gettext("Hours a week"), plain_number(bounds.hours))]
    if bounds.search_hours is not None and bounds.search_hours != bounds.hours:
        points.append(labelled(gettext("Of these, for looking for work"), plain_number(bounds.search_hours)))
    return Section(heading=ours(gettext("My hours")), points=tuple(points), kind=SectionKind.HOURS)


def not_looking(source: Source, gettext: Gettext) -> Section | None:
    """The same words whatever the reason, and no day: both would tell of a pause (interviews.md 3)."""
    if not source.not_looking:
        return None
    said = gettext("You do not have to look for work at the moment. That holds until we speak again.")
    return Section(heading=ours(gettext("Looking for work")), sentences=(ours(said),))


def availability(source: Source, gettext: Gettext) -> Section | None:
    """How soon to start and to come to an interview, and how far to travel."""
    points = tuple(_availability(source, gettext))
    if not points:
        return None
    return Section(heading=ours(gettext("When I can start")), points=points, kind=SectionKind.AVAILABILITY)


def _availability(source: Source, gettext: Gettext) -> list[Labelled]:
    bounds = source.bounds
    points = []
    if bounds.start_up_to:
        points.append(labelled(gettext("Start a job"), duration_words(bounds.start_up_to, gettext)))
    if bounds.interview_up_to:
        points.append(labelled(gettext("Go to an interview"), duration_words(bounds.interview_up_to, gettext)))
    if bounds.travel_minutes is not None:
        words = gettext("up to {minutes} minutes each way").format(minutes=bounds.travel_minutes)
        points.append(labelled(gettext("Travel"), words))
    return points


def duration_words(duration: str, gettext: Gettext) -> str:
    """How soon, in words: "P1M", "P1W", "P10D", "PT48H"; "P0D" is straight away. ValueError for any other duration."""
    named = {
        "P0D": gettext("straight away"),
        "P1D": gettext("within one day"),
        "P1W": gettext("within one week"),
        "P1M": gettext("within one month"),
    }
    if duration in named:
        return named[duration]
    found = _DURATION.fullmatch(duration)
    if found is None:
        raise ValueError("This is no duration that the rules have.")
    if found["days"] is not None:
        return gettext("within {n} days").format(n=found["days"])
    return gettext("within {n} hours").format(n=found["hours"])
