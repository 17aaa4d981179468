"""What a coach can do: one method is one transaction and one audit line."""

from dataclasses import dataclass

from coachdesk.services.administration import Administration
from coachdesk.services.backing_up import BackingUp, Made
from coachdesk.services.calendars import Calendars
from coachdesk.services.caseload import Caseload, CaseloadFile
from coachdesk.services.caseload_found import CheckedFile, FileLook, Found
from coachdesk.services.checkpoints import Checkpoints
from coachdesk.services.circumstances import Circumstances
from coachdesk.services.commitments import Commitments, Draft
from coachdesk.services.context import Context
from coachdesk.services.copies import Batch, Copies, Copy, CopyWish
from coachdesk.services.day import Day
from coachdesk.services.diary import Diary
from coachdesk.services.directory import Directory
from coachdesk.services.duplicates import Likely
from coachdesk.services.easement_check import EasementCheck
from coachdesk.services.editions import Edition, Editions
from coachdesk.services.handing import Handing
from coachdesk.services.handover import HandingOver
from coachdesk.services.handover_views import (
    Arrived,
    ArrivedPerson,
    Chosen,
    Contact,
    Leaving,
    Line,
    MadePack,
    Standing,
    Taken,
)
from coachdesk.services.helped import Helped, KindOfStep
from coachdesk.services.holds import HoldRow, Holds
from coachdesk.services.interviews import Interviews
from coachdesk.services.joining import Candidate, Comparison, Joinings
from coachdesk.services.journal import Journal
from coachdesk.services.leaving import Outgoing
from coachdesk.services.minutes import MinutesGiven
from coachdesk.services.outcomes import Outcomes
from coachdesk.services.pages import Page
from coachdesk.services.people import People
from coachdesk.services.plans import Plans
from coachdesk.services.preparing import Prepared
from coachdesk.services.removal import BECAUSE, Because, Removal
from coachdesk.services.requirements import Requirements
from coachdesk.services.restoring import Backup, Kind, Preview, Restoring
from coachdesk.services.retention import Deleted, DueLine, Look, PersonLine, Retention, RuleRow
from coachdesk.services.rhythms import Rhythms
from coachdesk.services.safety import Safety
from coachdesk.services.signing_paper import Signatures
from coachdesk.services.site_profiles import ProfileLine, ProfileLook, SiteProfiles
from coachdesk.services.slips import FORMS, PreparedSlip, Slips
from coachdesk.services.subject_access import SubjectAccess
from coachdesk.services.told_in_private import ToldInPrivate
from coachdesk.services.verifying import FileStanding, Verified, standing_words
from coachdesk.services.viewing import Viewing
from coachdesk.services.views import (
    Ask,
    DayEntry,
    DayView,
    DueDecision,
    MonthlyCount,
    OpenInterview,
    PersonFile,
    PersonFinding,
    PrepCard,
    Saved,
    TimelineLine,
    Weighed,
)
from coachdesk.storage import PersonRow

__all__ = [
    "BECAUSE",
    "FORMS",
    "Administration",
    "Arrived",
    "ArrivedPerson",
    "Ask",
    "BackingUp",
    "Backup",
    "Batch",
    "Because",
    "Calendars",
    "Candidate",
    "Caseload",
    "CaseloadFile",
    "CheckedFile",
    "Checkpoints",
    "Chosen",
    "Circumstances",
    "Commitments",
    "Comparison",
    "Contact",
    "Context",
    "Copies",
    "Copy",
    "CopyWish",
    "Day",
    "DayEntry",
    "DayView",
    "Deleted",
    "Diary",
    "Draft",
    "DueDecision",
    "DueLine",
    "Edition",
    "Editions",
    "FileLook",
    "FileStanding",
    "Found",
    "Handing",
    "HandingOver",
    "Helped",
    "HoldRow",
    "Holds",
    "Interviews",
    "Joinings",
    "Kind",
    "KindOfStep",
    "Leaving",
    "Likely",
    "Line",
    "Look",
    "Made",
    "MadePack",
    "MonthlyCount",
    "OpenInterview",
    "Outcomes",
    "Outgoing",
    "Page",
    "People",
    "PersonFile",
    "PersonFinding",
    "PersonLine",
    "PersonRow",
    "Plans",
    "PrepCard",
    "Prepared",
    "PreparedSlip",
    "Preview",
    "ProfileLine",
    "ProfileLook",
    "Removal",
    "Requirements",
    "Restoring",
    "Retention",
    "RuleRow",
    "Saved",
    "Services",
    "Signatures",
    "Slips",
    "Standing",
    "SubjectAccess",
    "Taken",
    "TimelineLine",
    "Verified",
    "Viewing",
    "Weighed",
    "make_services",
    "standing_words",
]


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that screens and commands may ask for."""

    people: People
    joinings: Joinings
    diary: Diary
    rhythms: Rhythms
    calendars: Calendars
    day: Day
    interviews: Interviews
    circumstances: Circumstances
    requirements: Requirements
    plans: Plans
    commitments: Commitments
    signatures: Signatures
    outcomes: Outcomes
    editions: Editions
    copies: Copies
    handing: Handing
    journal: Journal
    minutes: MinutesGiven
    slips: Slips
    viewing: Viewing
    checkpoints: Checkpoints
    removal: Removal
    retention: Retention
    holds: Holds
    access: SubjectAccess
    safety: Safety
    told_in_private: ToldInPrivate
    site_profiles: SiteProfiles
    directory: Directory
    administration: Administration
    backing_up: BackingUp
    restoring: Restoring
    caseload: Caseload
    handover: HandingOver


def make_services(context: Context) -> Services:
    """The services over one opened vault."""
    check, administration = EasementCheck(context), Administration(context, backing_up := BackingUp(context))
    retention = Retention(context, journal := Journal(context, commitments := Commitments(context)))
    return Services(
        people=People(context),
        joinings=Joinings(context),
        diary=Diary(context),
        rhythms=Rhythms(context),
        calendars=Calendars(context),
        day=Day(context, check, backing_up, retention),
        interviews=Interviews(context),
        circumstances=Circumstances(context),
        requirements=Requirements(context, check),
        plans=Plans(context),
        commitments=commitments,
        signatures=Signatures(context),
        outcomes=Outcomes(context),
        editions=Editions(context),
        copies=Copies(context, commitments),
        handing=Handing(context),
        journal=journal,
        minutes=MinutesGiven(context),
        slips=Slips(context),
        viewing=Viewing(context),
        checkpoints=Checkpoints(context),
        removal=Removal(context),
        retention=retention,
        holds=Holds(context),
        access=SubjectAccess(context),
        safety=Safety(context),
        told_in_private=ToldInPrivate(context),
        site_profiles=SiteProfiles(context),
        directory=Directory(context),
        administration=administration,
        backing_up=backing_up,
        restoring=Restoring(context, backing_up),
        caseload=Caseload(context, administration),
        handover=HandingOver(context, administration),
    )
