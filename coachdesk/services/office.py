"""The office on a day: the organisation's hours and closures, and the bank holidays of the site's nation."""

from datetime import date

from coachdesk.diary import OfficeDay, office_day
from coachdesk.opening_hours import closures, opening_hours
from coachdesk.people import Nation
from coachdesk.services.context import Context


def office_on(context: Context, on: date) -> OfficeDay:
    """The day as the policy and the calendar have it."""
    policy = context.policy
    return office_day(
        on,
        opening_hours(policy.office_hours),
        policy.slot_minutes,
        closures(policy.closures),
        context.content.calendar.holiday(Nation(policy.site_nation), on),
    )
