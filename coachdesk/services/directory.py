"""What a person can be referred to today: the site's own rows, then those of the country. About nobody, so not audited."""

from functools import cached_property

from coachdesk.people import Nation
from coachdesk.policy_file import places
from coachdesk.provision import Listed, Provision, by_name, listed
from coachdesk.services.context import Context
from coachdesk.site_provision import site_provision_here


class Directory:
    """The directory of this site. What a site profile brings holds from the next opening on."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def nation(self) -> Nation | None:
        """Where the site is; None where nobody said: the program does not guess it."""
        policy = self._context.policy
        return Nation(policy.site_nation) if policy.is_set("site_nation") else None

    def look(self, text: str = "", *, nation: Nation | None, everything: bool = False) -> tuple[Listed, ...]:
        """What there is in a nation, or in all of them, today; see `listed`."""
        return listed(
            self._site,
            self._context.content.provision.rows,
            day=self._context.today(),
            nation=nation,
            text=text,
            everything=everything,
        )

    def named(self, text: str, most: int = 3) -> tuple[Listed, ...]:
        """The rows of the site's nation whose name fits what was typed, best first, also when they have closed."""
        rows = self.look(nation=self.nation(), everything=True)
        scored = sorted(((by_name(each.row, text), each) for each in rows), key=_worse)
        return tuple(each for score, each in scored[:most] if score)

    @cached_property
    def _site(self) -> tuple[Provision, ...]:
        return site_provision_here(places(), self._context.policy)


def _worse(scored: tuple[float, Listed]) -> float:
    return -scored[0]
