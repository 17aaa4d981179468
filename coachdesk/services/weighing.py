"""The plan against the hours and days of one person, inside the caller's transaction."""

from sqlalchemy import Connection

from coachdesk.diary import Appointment
from coachdesk.people import Person
from coachdesk.plans import Days, Plan, Strip, hours_from, strip
from coachdesk.services.allowing import Allowed
from coachdesk.services.context import Context
from coachdesk.services.recorded import latest
from coachdesk.storage import find, table_of


def weigh(context: Context, connection: Connection, person: Person, plan: Plan, known: Allowed) -> Strip:
    """The achievability strip of a person's plan; the hours that were decided stand beside those the person can give."""
    given = latest(context, connection, person.id, "plan.hours")
    hours = known.finding.expected_hours
    table = table_of(Appointment)
    return strip(
        plan,
        hours_from(given) if isinstance(given, str) else None,
        today=context.today(),
        days=Days(
            nation=person.nation,
            calendar=context.content.calendar,
            appointments=find(connection, Appointment, table.c.person_id == person.id),
            schools=context.content.schools,
            area=context.policy.school_area,
        ),
        decided=hours.hours if hours.decided else None,
    )
