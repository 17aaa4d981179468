"""One page about an appointment: a reminder of the next one, and a receipt for every change; and who looked. Pure.

It is made of the same parts as a commitment, so that the same machinery draws and checks it. Nothing that was told in
private, no reason and no kind of interview is among them: what it is made from does not hold any.
"""

from coachdesk.slips.paper import receipt, reminder
from coachdesk.slips.slip import NEEDS, Change, ChangedBy, Meeting, Slip, SlipSource
from coachdesk.slips.viewing import Viewed, ViewedDay, viewing_log

__all__ = [
    "NEEDS",
    "Change",
    "ChangedBy",
    "Meeting",
    "Slip",
    "SlipSource",
    "Viewed",
    "ViewedDay",
    "receipt",
    "reminder",
    "viewing_log",
]
