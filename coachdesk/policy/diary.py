"""Settings about the days of the site: when people are seen, and when silence is worth a word."""

from dataclasses import dataclass

from coachdesk.opening_hours import closures as read_closures
from coachdesk.opening_hours import opening_hours
from coachdesk.policy.kinds import number, readable, text


def _nation(text: str) -> None:
    if text not in {"england", "scotland", "wales"}:
        raise ValueError(text)


@dataclass(frozen=True)
class Diary:
    """The days of the site."""

    site_nation: str = readable(
        "Whose bank holidays the site keeps, and whose helplines and provision are shown (those of all, where it is not set): england, "
        "scotland or wales.",
        "england",
        _nation,
        own=True,
    )
    office_hours: str = readable(
        "When people are seen, as in: Mon-Fri 09:00-12:30 13:00-17:00; Sat 09:00-12:00.",
        "Mon-Fri 09:00-17:00",
        opening_hours,
        own=True,
    )
    slot_minutes: int = number("Minutes of a slot of the day.", 10, 5, 60, own=True)
    closures: str = readable(
        "Days on which nobody is seen, bank holidays apart, as in: 2026-12-24 training; 2027-01-04..2027-01-05.",
        "",
        read_closures,
        own=True,
    )
    school_area: str = text(
        "The area whose school holidays are looked at, as school-holidays.toml in the machine's content folder "
        "names it.",
        own=True,
    )
    quiet_days: int = number(
        "Days beyond the agreed rhythm of contact after which the program says that there was none.", 7, 0, 90, own=True
    )
    follow_up_days: int = number(
        "Days without contact after which the program reminds of a follow-up with somebody for whom it matters, such as "
        "with a safe address, and with whom no rhythm is agreed. 0: it never does.",
        28,
        0,
        366,
        own=True,
    )
