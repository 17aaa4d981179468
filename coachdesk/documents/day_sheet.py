"""The day on paper, to hang up or carry about: the numbers of its slots, and nobody's name or initials.

It is HTML without a style of its own: a heading and a table with headings, which any reader and any printer can take.
"""

from collections.abc import Iterable, Iterator
from html import escape

from coachdesk.diary import TAKES_TIME, Appointment, OfficeDay, arranged, free, slot_number, way
from coachdesk.i18n import _, chosen, clock_time, long_date


def day_sheet(day: OfficeDay, appointments: Iterable[tuple[Appointment, str]], checkpoint: str) -> str:
    """The sheet of a day.

    Args:
        day: the office on that day.
        appointments: with the title of the kind of each, in the order of the clock; what was moved or cancelled is
            left out. Of what somebody typed about them, such as a place or a reason, nothing is said.
        checkpoint: of the record of who looked: on paper it lies elsewhere by itself.
    """
    kept = [(each, kind) for each, kind in appointments if each.state in TAKES_TIME]
    title = escape(long_date(day.on))
    heads = "".join(
        f'<th scope="col" align="left">{escape(head)}</th>'
        for head in (_("Slot"), _("Time"), _("Kind"), _("How"), _("What it needs"))
    )
    rows = "\n".join(f"<tr>{cells}</tr>" for cells in _rows(day, kept))
    closed = _("The office is closed on that day: {why}.").format(why=day.closed) if day.closed else ""
    spans = ", ".join(
        _("{start} to {end}").format(start=clock_time(each.starts), end=clock_time(each.ends))
        for each in free(day, [appointment for appointment, _kind in kept])
    )
    last = _("Free: {spans}.").format(spans=spans) if spans else _("Nothing is free.")
    kept_here = _("Checkpoint of the record of who looked: {line}").format(line=checkpoint)
    return (
        f"<!DOCTYPE html>\n<html lang='{chosen()}'><head><meta charset='utf-8'><title>{title}</title></head><body>\n<h1>{title}</h1>\n"
        f'<table cellpadding="6"><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>\n'
        f"<p>{escape(closed or last)}</p>\n<p>{escape(kept_here)}</p>\n</body></html>\n"
    )


def _rows(day: OfficeDay, appointments: Iterable[tuple[Appointment, str]]) -> Iterator[str]:
    for each, kind in appointments:
        number = slot_number(day, each.at)
        cells = (
            str(number) if number else _("outside hours"),
            _("{time}, {minutes} min").format(time=clock_time(each.at), minutes=each.minutes),
            kind,
            way(each),
            ", ".join(arranged(each)),
        )
        yield "".join(f"<td>{escape(cell)}</td>" for cell in cells)
