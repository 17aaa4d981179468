"""All screens over one open vault: their presenters, and the places that the window shows them in."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from coachdesk.i18n import _
from coachdesk.people import How
from coachdesk.services import Services
from ui.administration import AdministrationPage, AdministrationPresenter
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.directory import DirectoryPage, DirectoryPresenter
from ui.handover import HandoverPage, HandoverPresenter
from ui.interview import InterviewPage, InterviewPresenter
from ui.main_window import Place
from ui.people import JoiningPage, JoiningPresenter, PeoplePage, PeoplePresenter, PersonPage, PersonPresenter
from ui.plan import PlanPage, PlanPresenter
from ui.slips import SlipPage, SlipPresenter
from ui.tasks import Tasks
from ui.today import TodayPage, TodayPresenter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coachdesk.self_check import Step


@dataclass(frozen=True, slots=True)
class Screens:
    """The presenter of each screen."""

    today: TodayPresenter
    people: PeoplePresenter
    person: PersonPresenter
    joining: JoiningPresenter
    interview: InterviewPresenter
    plan: PlanPresenter
    commitment: CommitmentPresenter
    slip: SlipPresenter
    directory: DirectoryPresenter
    administration: AdministrationPresenter
    handover: HandoverPresenter


def make_screens(services: Services, tasks: Tasks, store: QSettings) -> Screens:
    """A presenter for each screen; pages are made when they are first gone to."""
    return Screens(
        today=TodayPresenter(services),
        people=PeoplePresenter(services),
        person=PersonPresenter(services),
        joining=JoiningPresenter(services),
        interview=InterviewPresenter(services),
        plan=PlanPresenter(services),
        commitment=CommitmentPresenter(services, tasks),
        slip=SlipPresenter(services, tasks),
        directory=DirectoryPresenter(services),
        administration=AdministrationPresenter(services, tasks, store, self_check=_self_check),
        handover=HandoverPresenter(services, tasks),
    )


def places_of(screens: Screens) -> tuple[Place, ...]:
    """Where each screen stands in the window, those of the rail in its order."""
    return (
        Place(
            "today",
            partial(TodayPage, screens.today, printing=How.PRINTED not in screens.slip.giving.withheld),
            _("Today"),
            "today",
            "today",
        ),
        Place("people", partial(PeoplePage, screens.people), _("People"), "people", "people"),
        Place("directory", partial(DirectoryPage, screens.directory), _("Directory"), "directory", "directory"),
        Place("person", partial(PersonPage, screens.person)),
        Place("joining", partial(JoiningPage, screens.joining)),
        Place("interview", partial(InterviewPage, screens.interview)),
        Place("plan", partial(PlanPage, screens.plan)),
        Place("commitment", partial(CommitmentPage, screens.commitment)),
        Place("slip", partial(SlipPage, screens.slip)),
        Place("handover", partial(HandoverPage, screens.handover), key="handover"),
        Place(
            "administration",
            partial(AdministrationPage, screens.administration),
            _("Administration"),
            "administration",
            "administration",
            foot=True,
        ),
    )


def _self_check() -> "Sequence[Step]":
    from coachdesk.self_check import self_check

    return self_check().steps
