"""What stands under More: the earnings that change something, and the later days on which to look again. Pure."""

from collections.abc import Iterator

from coachdesk.i18n import _, short_date
from coachdesk.requirements.finding import Finding, Group
from coachdesk.services import PersonFinding
from ui.interview.finding.line import Line

MOST_DAYS = 5
"""Days further away than so many others are no help today."""


def more_lines(found: PersonFinding) -> tuple[Line, ...]:
    """The lines that are there on demand."""
    return (*_earnings(found), *_days(found.finding))


def _earnings(found: PersonFinding) -> Iterator[Line]:
    finding = found.finding
    held, group = finding.thresholds, finding.group
    if group is Group.ALL and held.aet_single is not None and held.aet_couple is not None:
        yield Line(
            id="earnings-search",
            lead=_("Earnings and looking for work"),
            text=_(
                "From £{single} a month, or £{couple} for a couple together, looking for work is not asked for."
            ).format(single=f"{held.aet_single:,}", couple=f"{held.aet_couple:,}"),
            rules=_rules(found, "aet", "wage"),
        )
    if held.cet is None:
        return
    said = _("From £{pounds} a month nothing is asked for.").format(pounds=f"{held.cet:,}")
    yield Line(
        id="earnings-all",
        lead=_("Earnings and everything else"),
        text=said,  # the sum of a couple would tell what is asked of the partner
        rules=_rules(found, "cet", "wage"),
    )


def _days(finding: Finding) -> Iterator[Line]:
    later = [each for each in finding.review if not each.sealed][1 : MOST_DAYS + 1]
    for number, each in enumerate(later):
        said = _("{day}: {because}.").format(day=short_date(each.on), because=each.because)
        yield Line(id=f"day-{number}", lead=_("Then look again") if not number else "", text=said)
    if any(each.sealed for each in finding.review):
        yield Line(
            id="day-sealed",
            lead=_("Look again together"),
            text=_("A statutory pause is to be looked at again when you next speak."),
        )


def _rules(found: PersonFinding, *topics: str) -> tuple[str, ...]:
    held = (found.rules.on(topic, found.finding.on) for topic in topics)
    return tuple(rule.id for rule in held if rule is not None)
