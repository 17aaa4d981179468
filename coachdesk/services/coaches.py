"""Who wrote something, by name: the coach of this vault, and colleagues whose contact is kept."""

from collections.abc import Mapping

from sqlalchemy import Connection

from coachdesk.handover import Colleague
from coachdesk.services.context import Context
from coachdesk.storage import find


def coach_names(context: Context, connection: Connection) -> Mapping[str, str]:
    """Names by the id of an author; of a coach whom nobody here knows, none."""
    known = {each.coach_id: each.name for each in find(connection, Colleague)}
    return known | {context.info.coach_id: context.info.coach_name}
