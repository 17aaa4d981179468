"""Settings about the site: its name, and whom coaches and people can turn to."""

from dataclasses import dataclass

from coachdesk.policy.kinds import text


@dataclass(frozen=True)
class Site:
    """The site, and who can be asked."""

    site_name: str = text("Name of the jobcentre, as people know it; stands on documents.", own=True)
    organisation: str = text("Name of the organisation that answers for this program.", own=True)
    support_contact: str = text("Whom a coach asks when the program does not work: a name or a number.", own=True)
    duty_manager: str = text(
        "Whom a coach calls first when somebody is in danger; said when the site's plan is missing.", own=True
    )
    duty_manager_phone: str = text("Extension or number of the duty manager.", own=True)
    safeguarding_lead: str = text("Safeguarding lead of the site, for the safety panel.", own=True)
    safeguarding_phone: str = text("Extension or number of the safeguarding lead.", own=True)
    crisis_team: str = text("The crisis team for mental health near the site: a name and a number.", own=True)
    partner_call: str = text(
        "Extension of the colleague who comes and sits with a coach when somebody is in danger.", own=True
    )
    staff_support: str = text(
        "Whom a coach can turn to for their own support afterwards: a name and a number.", own=True
    )
