"""The words of the panel for what a finding and a rule say in codes."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from coachdesk.i18n import N_, _
from coachdesk.requirements.finding import Finding, Standing
from coachdesk.requirements.rule import Authority, Rule, Status

_AUTHORITIES: Mapping[Authority, str] = MappingProxyType(
    {
        Authority.ACT: N_("Law (Act)"),
        Authority.REGULATION: N_("Law (regulation)"),
        Authority.ADM: N_("Guidance (ADM)"),
        Authority.OPERATIONAL: N_("Policy, not law"),
        Authority.PRACTICE: N_("Practice, not law"),
    }
)

STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.CALCULATED: N_("Worked out from what was read."),
        Status.OWN: N_("Written down from what is known. Nobody has compared it with its source yet."),
        Status.UNCONFIRMED: N_("Not confirmed. It is no law to us until somebody has read it."),
    }
)
"""How well a rule is known, where it was not simply read at its source."""

_INTERVIEWS, _PREPARING, _LOOKING = N_("interviews with you"), N_("preparing for work"), N_("looking for work")
_AVAILABLE, _STARTING = N_("being available"), N_("starting a job")
_GOING = N_("going to an employer's interview")

_PUT_OFF: Mapping[Standing, tuple[str, ...]] = MappingProxyType(
    {
        Standing.OFF: (_AVAILABLE,),
        Standing.POSTPONED_JOB: (_STARTING,),
        Standing.POSTPONED_JOB_AND_INTERVIEW: (_STARTING, _GOING),
    }
)


def said_by(who: Authority) -> str:
    """Who says so, as a word."""
    return _(_AUTHORITIES[who])


def authority(rule: Rule) -> str:
    """Who a rule is by; what nobody can vouch for is not called law."""
    return _("Not confirmed") if rule.status is Status.UNCONFIRMED else said_by(rule.authority)


def not_asked(finding: Finding) -> str:
    """What the group includes and is not asked for today; "" where that is nothing."""
    plain = ((finding.interviews, _INTERVIEWS), (finding.preparation, _PREPARING), (finding.search, _LOOKING))
    off = [name for standing, name in plain if standing is Standing.OFF]
    put_off = _PUT_OFF.get(finding.availability, ()) if finding.availability is not None else ()
    return _listed((*off, *put_off))


def waits(finding: Finding) -> str:
    """What waits for a decision of the coach's; "" where nothing does."""
    plain = ((finding.search, _LOOKING), (finding.availability, _AVAILABLE))
    return _listed(name for standing, name in plain if standing is Standing.CONSIDER)


def begin(words: str) -> str:
    """Words as the beginning of a line."""
    return words[:1].upper() + words[1:]


def _listed(names: Iterable[str]) -> str:
    return begin(", ".join(_(name) for name in names))
