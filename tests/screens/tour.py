"""Every screen, in every look, with the caseload of the practice vault."""

from datetime import timedelta

from coachdesk.application import Setting
from coachdesk.demo import make_demo
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.policy import Policy
from tests.screens.studio import MORNING, PLAN, Studio
from tests.vaults import CHEAP
from ui.interview import InterviewPage
from ui.safety import Contacts, SafetyPanel
from ui.unlock import UnlockPage, UnlockPresenter
from ui.unlock.presenter import Mode, UnlockState
from ui.wiring import Desk


class ClosedDoor:
    """A door at which nobody knocks: these are pictures."""

    def exists(self) -> bool:
        return True

    def make(self, name: str, site: str, passphrase: str) -> tuple[object, tuple[str, ...]]:
        raise AssertionError(name, site, passphrase)

    def open(self, passphrase: str) -> object:
        raise AssertionError(passphrase)

    def recover(self, recovery_key: str, passphrase: str) -> object:
        raise AssertionError(recovery_key, passphrase)


def tour(studio: Studio) -> None:
    """The first window, then each screen of the desk."""
    _first_window(studio)
    setting = Setting(folder=studio.home, keychain=None, policy=Policy(), name="demo", clock=studio.clock, kdf=CHEAP)
    vault = make_demo(setting, MORNING.date())
    desk = studio.desk(vault)
    try:
        _desk(studio, desk)
    finally:
        desk.close()
        desk.window.close()


def _first_window(studio: Studio) -> None:
    presenter = UnlockPresenter(ClosedDoor(), studio.tasks, "sam.okafor")
    page = UnlockPage(presenter, safety=_panel, printer=_no_printer)
    page.resize(1366, 768)
    page.show()
    key = ("K7M2", "9QXB", "T4WD", "R8HN", "3JYC", "V6PA", "E5GF")
    for mode in Mode:
        groups = key if mode is Mode.KEEP else ()
        page.render_state(UnlockState(mode, "sam.okafor", groups=groups, asked=3))
        studio.everyhow(page, f"unlock-{mode}")
    page.close()


def _desk(studio: Studio, desk: Desk) -> None:
    window = desk.window
    desk.go("today")
    studio.everyhow(window, "today")
    desk.today.toggle_needs()
    studio.everyhow(window, "today-needs-you")
    desk.go("people")
    studio.everyhow(window, "people")
    desk.go("administration")
    studio.everyhow(window, "administration")
    services = desk.services
    who = services.people.find("", limit=1)[0].person_id
    desk.open_person(who)
    studio.everyhow(window, "person")
    _interview(studio, desk, who, "first-commitments")
    other = services.people.find("", limit=2)[1].person_id
    _interview(studio, desk, other, "work-search-review")
    window.toggle_safety()
    studio.everyhow(window, "safety")
    window.toggle_safety()
    window.hide_now()
    studio.everyhow(window, "hidden")


def _interview(studio: Studio, desk: Desk, person_id: str, kind: str) -> None:
    """Each step of an interview, its plan and its document, then paused."""
    window = desk.window
    desk.start(person_id, kind, Channel.FACE_TO_FACE, "")
    state = desk.interview.state()
    assert state is not None
    definition = desk.services.interviews.in_language(state.definition, Language.ENGLISH)
    for number, step in enumerate(definition.steps, 1):
        desk.interview.go_to(step.id)
        studio.everyhow(window, f"{kind}-{number:02}-{step.id}")
    if kind == "first-commitments":
        _what_applies(studio, desk)
    desk.interview.go_to(definition.steps[0].id)
    window.turn()
    studio.everyhow(window, f"{kind}-turned")
    window.turn()
    desk.interview.want_plan()
    studio.everyhow(window, f"{kind}-their-plan")
    desk.interview.want_commitment()
    studio.everyhow(window, f"{kind}-document")
    desk.go("interview")
    desk.interview.pause()


def _what_applies(studio: Studio, desk: Desk) -> None:
    """The finding of somebody who has been ill for a while: its sources, its decision, examples of someone like this."""
    day, finding = MORNING.date(), desk.interview.finding
    note = {"from": (day - timedelta(days=40)).isoformat(), "until": (day + timedelta(days=20)).isoformat()}
    for question, value in {"health_changes": "yes", "fit_note": "yes", "fit_note_dates": note}.items():
        desk.interview.answer(question, value)
    desk.interview.go_to("fits")
    page = desk.window.page()
    assert isinstance(page, InterviewPage)
    panel = page.side.finding
    studio.everyhow(desk.window, "what-applies", of=panel)
    finding.explain("hours")
    studio.everyhow(desk.window, "what-applies-why", of=panel.lines.rows["hours"])
    finding.explain("hours")
    finding.begin("fit_note_longer")
    studio.everyhow(desk.window, "what-applies-decision", of=panel.lines.rows["easement-fit_note_longer"])
    finding.not_now()
    finding.show_more()
    finding.show_like()
    studio.everyhow(desk.window, "what-applies-more", of=panel.more)
    finding.fold()
    studio.everyhow(desk.window, "what-applies-folded")
    finding.fold()


def _panel() -> SafetyPanel:
    return SafetyPanel(PLAN, Contacts())


def _no_printer(_parent: object) -> None:
    return None
