"""A row of the directory in words: in the list, in its details, on the clipboard."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from coachdesk.i18n import N_, _, short_date
from coachdesk.people import NATIONS, Nation
from coachdesk.provision import Listed, Provision, State, Terms
from ui.kit.rows import Row

SHORT: Mapping[State, str] = MappingProxyType(
    {
        State.OPEN: N_("Open now"),
        State.UNCONFIRMED: N_("Open, check first"),
        State.CHECK: N_("Not known, check first"),
        State.SOON: N_("Not open yet"),
        State.CLOSED: N_("Closed"),
    }
)

_LONG: Mapping[State, str] = MappingProxyType(
    {
        State.OPEN: N_("Open."),
        State.UNCONFIRMED: N_("Open as far as is known. Check before you refer."),
        State.CHECK: N_(
            "Nobody knows whether it takes people. Check before you refer, and treat it as closed until then."
        ),
        State.SOON: N_("It does not take people yet."),
        State.CLOSED: N_("Closed. Nobody can be referred to it."),
    }
)

_TERMS: Mapping[Terms, str] = MappingProxyType(
    {
        Terms.VOLUNTARY: N_("By choice alone: it is never part of what somebody is asked to do."),
        Terms.AGREED: N_("It can be part of what is agreed."),
        Terms.CHECK: N_("Check whether it is by choice alone; until then, treat it so."),
    }
)


def provision_row(listed: Listed, row_id: str) -> Row:
    """Name and where it stands; what it does on a line below."""
    row = listed.row
    return Row(row_id, (row.name, _(SHORT[listed.state])), below=row.does)


def standing(listed: Listed) -> str:
    """Where it stands, in sentences."""
    row, state = listed.row, listed.state
    words = [_(_LONG[state])]
    if state is State.CLOSED and row.open_to is not None:
        words.append(_("Its last day was {day}.").format(day=short_date(row.open_to)))
    elif row.open_to is not None:
        words.append(_("Its last day is {day}.").format(day=short_date(row.open_to)))
    if state is State.SOON and row.open_from is not None:
        words.append(_("It opens on {day}.").format(day=short_date(row.open_from)))
    return " ".join((*words, row.dates)).strip()


def facts(listed: Listed) -> Iterator[tuple[str, str]]:
    """Heading and text of everything that is known, in the order of reading."""
    row = listed.row
    if row.instead:
        yield _("What there is instead"), row.instead
    yield _("What it does"), row.does
    yield _("Who it is for"), row.who
    yield _("Where"), _where(row)
    if listed.state is not State.CLOSED:
        yield _("By choice, or agreed"), _(_TERMS[row.terms])
    for heading, text in (
        (_("How to refer"), row.refer),
        (_("Phone"), row.phone),
        (_("Address"), row.address),
        (_("Waiting"), row.waiting),
    ):
        if text:
            yield heading, text
    yield _("Source"), f"{_checked(row)} {row.source_address}".strip()


def to_copy(row: Provision) -> str:
    """Name and how to refer, a line each."""
    return "\n".join(each for each in (row.name, row.refer, row.phone, row.address) if each)


def _checked(row: Provision) -> str:
    """Where it was read, and when somebody compared it, or that nobody did."""
    words = _("{source}. Last checked on {day}.")
    if row.unconfirmed:
        words = _("{source}. Noted on {day}; nobody has confirmed it.")
    return words.format(source=row.source.rstrip("."), day=short_date(row.last_checked))


def _where(row: Provision) -> str:
    nations = _("Great Britain")
    if len(row.nations) < len(Nation):
        nations = ", ".join(_(NATIONS[each]) for each in row.nations)
    return f"{nations}. {row.area}".strip() if row.area else nations
