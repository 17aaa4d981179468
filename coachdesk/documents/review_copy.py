"""A review copy to read: headings, lists and nothing that runs, for any reader and any printer."""

from collections.abc import Iterator
from datetime import datetime
from html import escape

from coachdesk.clock import local
from coachdesk.handover.words import FIELDS, RECORDS, value_words
from coachdesk.i18n import _, clock_time, long_date, short_date, speaking
from coachdesk.people.held import FLAGS, STEPS, Held, ReviewCopy

_ELSEWHERE = frozenset({"content", "base", "strokes", "snapshot", "stable"})
"""Fields that are no words; they stand in the JSON."""

_SAID_ANYWAY = (("standing", "given"),)
"""Values that say only that the field beside them holds something."""

_MOMENTS = frozenset({"created_at", "updated_at", "issued_at", "started_at", "ended_at", "archived_at"})


def review_html(copy: ReviewCopy) -> str:
    """The whole copy as one page of HTML without a style of its own, in the language of the person."""
    with speaking(copy.language):
        return _page(copy)


def _page(copy: ReviewCopy) -> str:
    title = escape(_("Review copy of everything that is held about one person"))
    steps = "".join(f"<li>{escape(_(each))}</li>" for each in STEPS)
    private = (
        _("What was told in private is in this copy.")
        if copy.with_private
        else _("What was told in private is not in this copy. Where there is something, it says so.")
    )
    made = _("Made on {day}").format(day=long_date(copy.made_on))
    parts = (
        f"<p>{escape(made)}</p><p>{escape(private)}</p>",
        _part(_("Before it is given"), f"<ol>{steps}</ol>"),
        _part(_("What is held now"), "".join(map(_section, copy.records))),
        _part(_("What was held before"), "".join(map(_section, copy.earlier))),
        _part(_("Who looked, and when"), f"<ul>{''.join(_lines(copy))}</ul>"),
    )
    head = f"<!DOCTYPE html>\n<html lang='{copy.language}'><head><meta charset='utf-8'><title>{title}</title></head><body>\n"
    return f"{head}<h1>{title}</h1>\n{chr(10).join(parts)}\n</body></html>\n"


def _part(heading: str, inner: str) -> str:
    return f"<h2>{escape(heading)}</h2>{inner}"


def _lines(copy: ReviewCopy) -> Iterator[str]:
    for each in copy.looked:
        who = _("the work coach") if each.own else _("another work coach")
        yield f"<li>{escape(_moment(datetime.fromisoformat(each.at)))}, {escape(who)}: {escape(each.words)}</li>"


def _section(held: Held) -> str:
    kind = _(RECORDS[held.table]) if held.table in RECORDS else _("Kept in {table}").format(table=held.table)
    said = [_("Look at this: {why}").format(why=_(FLAGS[each])) for each in held.flags]
    flags = "".join(f"<p><strong>{escape(each)}</strong></p>" for each in said)
    kept = _("Something that was told in private is kept here.")
    back = f"<p>{escape(kept)}</p>" if held.kept_back else ""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in _rows(held))
    return f"<section><h3>{escape(kind)}</h3>{flags}{back}<dl>{rows}</dl></section>\n"


def _rows(held: Held) -> Iterator[tuple[str, str]]:
    for name, value in held.body.items():
        if value in (None, "", [], {}) or (name, value) in _SAID_ANYWAY:
            continue
        label = _(FIELDS[name]) if name in FIELDS else name.replace("_", " ").capitalize()
        if name in _ELSEWHERE:
            yield label, _("In the JSON file.")
        elif name in _MOMENTS:
            yield label, _moment(local(datetime.fromisoformat(value)))
        else:
            yield label, value_words(name, value) or str(value)


def _moment(at: datetime) -> str:
    """A day and a time of the clock in Great Britain."""
    return f"{short_date(at.date())}, {clock_time(at.time())}"
