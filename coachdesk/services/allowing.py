"""What a person may be asked for today, for whoever plans or issues, inside the caller's transaction."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from coachdesk.i18n import _
from coachdesk.people import Circumstance, circumstance_label
from coachdesk.people.circumstances import in_force
from coachdesk.plans import Action, ActionState, Flagged, Limits, Plan, flagged
from coachdesk.requirements.assess import assess
from coachdesk.requirements.easements.earnings import ID as LIGHT_TOUCH
from coachdesk.requirements.facts import Facts, Limit, LimitKind
from coachdesk.requirements.finding import Finding
from coachdesk.requirements.gathering import gather
from coachdesk.requirements.rule import Discretion
from coachdesk.services.context import Context
from coachdesk.services.easement_check import PROMISE, decision_is_due
from coachdesk.services.facts_of import recorded_of
from coachdesk.services.recorded import latest
from coachdesk.storage import find_by


@dataclass(frozen=True, slots=True)
class Allowed:
    """The facts and the finding of today, the person's limits, and whether a decision about what may be asked is due."""

    facts: Facts
    finding: Finding
    limits: Limits
    due: bool

    def flags(self, plan: Plan) -> Flagged:
        """The plan against it."""
        return flagged(plan, self.finding, self.limits)


def allowed(context: Context, connection: Connection, person_id: str) -> Allowed:
    """What may be asked of a person, from all that is recorded and stored."""
    gathered = gather(recorded_of(context, connection, [person_id])[person_id], context.today())
    finding = assess(gathered.facts, context.content.rules)
    promised = find_by(connection, Action, person_id=person_id, follows_from=PROMISE, state=ActionState.OPEN)
    return Allowed(
        facts=gathered.facts,
        finding=finding,
        limits=_limits(context, connection, person_id, gathered.facts),
        due=decision_is_due(finding, promised=bool(promised)) or bool(gathered.undated),
    )


def life_labels(circumstances: Iterable[Circumstance], known: Allowed) -> tuple[str, ...]:
    """What a list may say of a person's life today, by neutral labels where it is sensitive, and what follows.

    What follows is said of all of it together, so that nobody can tell from which of them.
    """
    labels = (circumstance_label(each) for each in circumstances if in_force(each, known.finding.on))
    by_law = (each for each in known.finding.easements if each.standing is Discretion.MUST and each.id != LIGHT_TOUCH)
    follows = (
        *((_("A statutory pause"),) if any(by_law) else ()),
        *((_("A decision is due"),) if known.due else ()),
    )
    return tuple(dict.fromkeys((*labels, *follows)))


def _limits(context: Context, connection: Connection, person_id: str, facts: Facts) -> Limits:
    """Limits of the facts, and the times that the person can do; where they are written comes from the rules."""
    said = latest(context, connection, person_id, "plan.times")
    times = said if isinstance(said, dict) else {}
    words = str(times.get("words", "")).strip()
    in_words = (Limit(kind=LimitKind.TIMES, value=words),) if words else ()
    rules, day = context.content.rules, context.today()
    limits, travel = rules.on("limits", day), rules.on("travel", day)
    return Limits(
        declared=(*facts.claimant.decisions.limits, *in_words),
        times=frozenset(each for each in times.get("presets", ()) if isinstance(each, str)),
        citation=limits.citation if limits is not None else "",
        travel_citation=travel.citation if travel is not None else "",
    )
