"""A review copy to read: headings, lists and nothing that runs, for any reader and any printer."""

from collections.abc import Iterator
from html import escape

from coachdesk.handover.words import FIELDS, RECORDS, value_words
from coachdesk.i18n import _, long_date
from coachdesk.people.held import FLAGS, STEPS, Held, ReviewCopy

_ELSEWHERE = frozenset({"content", "base", "strokes", "snapshot", "stable"})
"""Fields that are no words; they stand in the JSON."""


def review_html(copy: ReviewCopy) -> str:
    """The whole copy as one page of HTML without a style of its own."""
    title = escape(_("Review copy of everything that is held about one person"))
    steps = "".join(f"<li>{escape(_(each))}</li>" for each in STEPS)
    private = (
        _("What was told in private is in this copy.")
        if copy.with_private
        else _("What was told in private is not in this copy. Where there is something, it says so.")
    )
    parts = (
        f"<p>{escape(_('Made on {day}').format(day=long_date(copy.made_on)))}</p><p>{escape(private)}</p>",
        f"<h2>{escape(_('Before it is given'))}</h2><ol>{steps}</ol>",
        f"<h2>{escape(_('What is held now'))}</h2>{''.join(map(_section, copy.records))}",
        f"<h2>{escape(_('What was held before'))}</h2>{''.join(map(_section, copy.earlier))}",
        f"<h2>{escape(_('Who looked, and when'))}</h2><ul>{''.join(_lines(copy))}</ul>",
    )
    head = f"<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>{title}</title></head><body>\n"
    return f"{head}<h1>{title}</h1>\n{chr(10).join(parts)}\n</body></html>\n"


def _lines(copy: ReviewCopy) -> Iterator[str]:
    for at, what in copy.looked:
        yield f"<li>{escape(at)} {escape(what)}</li>"


def _section(held: Held) -> str:
    kind = _(RECORDS[held.table]) if held.table in RECORDS else _("Kept in {table}").format(table=held.table)
    flags = "".join(
        f"<p><strong>{escape(_('Look at this: {why}').format(why=_(FLAGS[each])))}</strong></p>" for each in held.flags
    )
    back = f"<p>{escape(_('Something that was told in private is kept here.'))}</p>" if held.kept_back else ""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in _rows(held))
    return f"<section><h3>{escape(kind)}</h3>{flags}{back}<dl>{rows}</dl></section>\n"


def _rows(held: Held) -> Iterator[tuple[str, str]]:
    for name, value in held.body.items():
        if value in (None, "", [], {}):
            continue
        label = _(FIELDS[name]) if name in FIELDS else name.replace("_", " ").capitalize()
        if name in _ELSEWHERE:
            yield label, _("In the JSON file.")
        else:
            yield label, value_words(name, value) or str(value)
