"""What the directory shows: the site's own rows first, then those of the nation, open ones unless all are wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachdesk.people.person import Nation
from coachdesk.provision.finding import fits, is_called
from coachdesk.provision.provision import Provision, State
from coachdesk.provision.standing import is_open, state_on


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the directory, and where it stands on the day."""

    row: Provision
    state: State


def listed(
    site: Iterable[Provision],
    national: Iterable[Provision],
    *,
    day: date,
    nation: Nation | None,
    text: str = "",
    everything: bool = False,
) -> tuple[Listed, ...]:
    """The rows to show.

    Args:
        site: the site's own rows: they come first, and take the place of national ones of the same id.
        national: in the order of their file.
        day: that of today.
        nation: rows of other nations are left out; none are where it is None.
        text: what was typed; empty for all. Best first, whoever's they are.
        everything: also what does not take people. Where what was typed is its whole name, or fits nothing open, it is
            shown anyway: whoever looks for something that has closed is told so.
    """
    own = tuple(site)
    known = {each.id for each in own}
    rows = [Listed(each, state_on(each, day)) for each in own]
    rows += [Listed(each, state_on(each, day)) for each in national if each.id not in known]
    found = [each for each in rows if nation is None or nation in each.row.nations]
    if text.strip():
        scored = [(is_called(each.row, text), fits(each.row, text), each) for each in found]
        found = [each for _called, score, each in sorted(scored, key=_better, reverse=True) if score]
    now = [each for each in found if is_open(each.state)]
    if everything or (text.strip() and not now):
        return tuple(found)
    return tuple(each for each in found if is_open(each.state) or is_called(each.row, text))


def _better(scored: tuple[bool, float, Listed]) -> tuple[bool, float]:
    return scored[:2]
