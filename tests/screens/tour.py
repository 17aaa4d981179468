"""Every screen, in every look, with the caseload of the practice vault."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from coachdesk.advice import sentence
from coachdesk.application import Setting
from coachdesk.commitments import OutcomeKind
from coachdesk.demo import make_demo
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.policy import Policy
from coachdesk.requirements.facts import Decided
from coachdesk.services.salvage import Missing, Salvage
from coachdesk.vault import MemoryKeychain
from tests.screens.handing_over import handing_over
from tests.screens.studio import MORNING, PLAN, Studio
from tests.vaults import CHEAP
from ui.administration import state as at
from ui.commitment import CommitmentPage
from ui.commitment.after import state as after
from ui.interview import InterviewPage
from ui.kit.neutral import NeutralScreen
from ui.plan.flag_view import FlagLines
from ui.safety import Contacts, SafetyPanel
from ui.unlock import UnlockPage, UnlockPresenter
from ui.unlock.state import Mode, UnlockState
from ui.wiring import Desk

SECTIONS = (at.KEYS, at.BACKUPS, at.CONTENT, at.DECISIONS)
"""Parts of Administration that are pictured; the others are much like them."""


SALVAGED = Salvage(
    taken=(("People", 214), ("Interviews", 388), ("Answers", 5120), ("Appointments", 431), ("Goals and actions", 902)),
    missing=(Missing("Answers", 14, sure=True), Missing("What was changed when", 9, sure=False)),
    people=(("Carol Whitaker", 12), ("Rhian Probert", 2)),
)
"""What could be read of a vault that was damaged."""


class ClosedDoor:
    """A door at which nobody knocks: these are pictures."""

    def exists(self) -> bool:
        return True

    def look(self) -> Policy:
        """Nobody else has it, and nothing rules the machine."""
        return Policy()

    def make(self, name: str, site: str, passphrase: str) -> tuple[object, tuple[str, ...]]:
        raise AssertionError(name, site, passphrase)

    def key_left(self, made: object, how: str) -> None:
        raise AssertionError(made, how)

    def open(self, passphrase: str) -> object:
        raise AssertionError(passphrase)

    def recover(self, recovery_key: str, passphrase: str) -> object:
        raise AssertionError(recovery_key, passphrase)

    def newest_backup(self) -> datetime | None:
        return None

    def bring_back(self, passphrase: str) -> object:
        raise AssertionError(passphrase)

    def look_what_is_readable(self, passphrase: str) -> Salvage:
        raise AssertionError(passphrase)

    def take_what_is_readable(self, passphrase: str) -> object:
        raise AssertionError(passphrase)

    def leave_what_is_readable(self) -> None:
        """Nothing was made ready."""


def tour(studio: Studio, *, looks: Collection[str] = ()) -> None:
    """The first window, then each screen of the desk; in all looks, or in these. One vault and one window serve all."""
    setting = Setting(
        folder=studio.home,
        keychain=MemoryKeychain(),
        policy=Policy(),
        name="demo",
        clock=studio.clock,
        kdf=CHEAP,
    )
    desk = studio.desk(make_demo(setting, MORNING.date()))
    try:
        for _look in studio.looks(looks):
            _first_window(studio)
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
        found = SALVAGED if mode is Mode.READABLE else None
        backup = MORNING if found else None
        page.render_state(UnlockState(mode, "sam.okafor", groups=groups, asked=3, readable=found, backup=backup))
        studio.take(page, f"unlock-{mode}")
    page.render_state(UnlockState(Mode.MAKE, "sam.okafor", elsewhere=MORNING))
    studio.take(page, "unlock-make-elsewhere")
    page.render_state(UnlockState(Mode.OPEN, "sam.okafor", backup=MORNING, elsewhere=MORNING))
    studio.take(page, "unlock-elsewhere")
    presenter.warn(30)
    page.render_state(replace(presenter.state, mode=Mode.KEEP, groups=key, asked=3))
    studio.take(page, "unlock-keep-warned")
    presenter.tell_key_left()
    page.render_state(replace(presenter.state, mode=Mode.OPEN))
    studio.take(page, "unlock-key-hidden")
    problem = sentence(AppError("storage.damaged"))
    page.render_state(UnlockState(Mode.OPEN, "sam.okafor", problem=problem, damaged=True, backup=MORNING))
    studio.take(page, "unlock-damaged")
    page.close()


def _desk(studio: Studio, desk: Desk) -> None:
    window = desk.window
    desk.routes.go("today")
    studio.take(window, "today")
    window.notices.clear()
    desk.screens.today.toggle_needs()
    studio.take(window, "today-needs-you")
    desk.screens.today.toggle_needs()
    desk.routes.go("people")
    studio.take(window, "people")
    desk.routes.go("directory")
    studio.take(window, "directory")
    desk.screens.directory.find("kikstart")
    studio.take(window, "directory-closed")
    desk.screens.directory.find("")
    desk.routes.go("administration")
    for section in SECTIONS:
        desk.screens.administration.choose_section(section)
        studio.take(window, f"administration-{section}")
    handing_over(studio, desk)
    _people(studio, desk)
    _issued(studio, desk, _id_of(desk, "Carol Whitaker"))
    _interview(studio, desk, _id_of(desk, "Rhian Probert"), "first-commitments")
    _interview(studio, desk, _id_of(desk, "Carol Whitaker"), "work-search-review")
    window.toggle_safety()
    studio.take(window, "safety")
    window.toggle_safety()
    window.hide_now()
    studio.take(window, "hidden")
    for hidden in window.findChildren(NeutralScreen):
        hidden.returned.emit()


def _id_of(desk: Desk, name: str) -> str:
    """Somebody of the practice caseload."""
    return next(
        row.person_id for row in desk.services.people.find(name.rsplit(maxsplit=1)[-1]) if row.full_name == name
    )


def _people(studio: Studio, desk: Desk) -> None:
    """Somebody's overview; circumstances: a decision due, one taken, a private one; two records beside one another."""
    for name, section, picture in (
        ("Carol Whitaker", "overview", "person"),
        ("Mollie Bradshaw", "circumstances", "person-decision-due"),
        ("Kirsty Lawson", "circumstances", "person-decided"),
        ("Jade Booth", "circumstances", "person-private"),
    ):
        desk.routes.open_person(_id_of(desk, name))
        desk.screens.person.choose(section)
        studio.take(desk.window, picture)
    desk.routes.open_person(_id_of(desk, "Carol Whitaker"))
    desk.screens.person.same_person()
    studio.take(desk.window, "same-person")
    desk.screens.joining.compare(_id_of(desk, "Jade Booth"))
    studio.take(desk.window, "two-records")
    desk.screens.joining.back()


def _issued(studio: Studio, desk: Desk, person_id: str) -> None:
    """What can be done with a document that was issued: an answer, the pieces for the account, its end."""
    newest = desk.services.editions.of_person(person_id)[0].commitment
    desk.screens.commitment.open_issued(newest.id)
    desk.routes.go("commitment")
    studio.rest()
    page = desk.window.page()
    assert isinstance(page, CommitmentPage)
    beside = page.side.after
    for section in (after.GIVE, after.SAID, after.JOURNAL, after.EDITIONS, after.ENDING):
        desk.screens.commitment.after.choose(section)
        studio.take(desk.window, f"issued-{section}", of=beside.sections)
    desk.screens.commitment.after.choose(after.SAID)
    beside.said.form.outcome.set_value(OutcomeKind.AGREED_BY_PHONE.value)
    beside.said.form.unfold.click()
    studio.take(desk.window, "issued-answer", of=beside.said.form.outcome)
    beside.said.form.not_now.click()


def _interview(studio: Studio, desk: Desk, person_id: str, kind: str) -> None:
    """Each step of an interview, its plan and its document, then paused."""
    window = desk.window
    desk.routes.start(person_id, kind, Channel.FACE_TO_FACE, "")
    state = desk.screens.interview.state()
    assert state is not None
    definition = desk.services.interviews.in_language(state.interview, Language.ENGLISH)
    for number, step in enumerate(definition.steps, 1):
        desk.screens.interview.go_to(step.id)
        studio.take(window, f"{kind}-{number:02}-{step.id}")
    if kind == "first-commitments":
        _what_applies(studio, desk, person_id)
    desk.screens.interview.go_to(definition.steps[0].id)
    window.turn()
    studio.take(window, f"{kind}-turned")
    window.turn()
    desk.screens.interview.want_plan()
    studio.take(window, f"{kind}-their-plan")
    desk.screens.interview.want_commitment()
    studio.take(window, f"{kind}-document")
    desk.routes.go("interview")
    desk.screens.interview.pause()


def _what_applies(studio: Studio, desk: Desk, person_id: str) -> None:
    """The finding of somebody who has been ill for a while: its sources, its decision, examples of someone like this."""
    day, finding, window = MORNING.date(), desk.screens.interview.finding, desk.window
    note = {"from": (day - timedelta(days=40)).isoformat(), "until": (day + timedelta(days=20)).isoformat()}
    for question, value in {"health_changes": "yes", "fit_note": "yes", "fit_note_dates": note}.items():
        desk.screens.interview.answer(question, value)
    desk.screens.interview.go_to("fits")
    page = window.page()
    assert isinstance(page, InterviewPage)
    panel = page.side.finding
    studio.take(window, "what-applies", of=panel)
    finding.explain("hours")
    studio.take(window, "what-applies-why", of=panel.lines.rows["hours"])
    finding.explain("hours")
    finding.begin("fit_note_longer")
    studio.take(window, "what-applies-decision", of=panel.lines.rows["easement-fit_note_longer"])
    finding.not_now()
    finding.show_more()
    finding.show_like()
    studio.take(window, "what-applies-more", of=panel.more)
    finding.show_like()
    finding.show_more()
    finding.fold()
    studio.take(window, "what-applies-folded")
    finding.fold()
    _flagged(studio, desk, person_id)


def _flagged(studio: Studio, desk: Desk, person_id: str) -> None:
    """The plan while something that it asks is paused; the pause is taken back for the next look."""
    requirements = desk.services.requirements
    until = MORNING.date() + timedelta(days=20)
    paused = requirements.decide(person_id, "fit_note_longer", Decided.APPLIED, reason="The fit note.", until=until)
    desk.screens.interview.go_to("plan")
    studio.take(desk.window, "what-applies-plan-step")
    desk.screens.interview.want_plan()
    studio.rest()
    flag = next(each for each in desk.window.page().findChildren(FlagLines) if each.isVisible())
    studio.take(desk.window, "what-applies-plan", of=flag)
    desk.routes.go("interview")
    requirements.take_back(paused)


def _panel() -> SafetyPanel:
    return SafetyPanel(PLAN, Contacts())


def _no_printer(_parent: object) -> None:
    return None
