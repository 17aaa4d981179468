from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.clock import today
from coachdesk.errors import AppError
from coachdesk.interviews import Channel, Interview, StoredAnswer
from coachdesk.plans import Action, ActionState, Party
from coachdesk.services.answers import read_answers
from coachdesk.storage import find, table_of
from tests.ui.checks import settle, use_key
from ui.interview import InterviewPage, InterviewPresenter, InterviewState
from ui.interview.block import QuestionBlock

FIRST, REVIEW = "first-commitments", "work-search-review"


class Room:
    """A coach and a person with an interview on the screen, over a real vault."""

    def __init__(self, vault: Opened, qtbot: QtBot) -> None:
        self.vault, self.qtbot = vault, qtbot
        self.services = vault.services
        self.amira = self.services.people.save(
            replace(self.services.people.draft(), given_name="Amira", family_name="Haddad")
        )
        self.failures: list[AppError] = []
        self.enter()

    def enter(self) -> None:
        """The program was started: a new screen over the same vault."""
        self.presenter = InterviewPresenter(self.services)
        self.presenter.failed.connect(self.failures.append)
        self.page = InterviewPage(self.presenter)
        self.page.resize(1180, 640)
        self.qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()
        settle()

    def start(self, kind: str = FIRST, channel: Channel = Channel.FACE_TO_FACE) -> None:
        """Begin an interview."""
        assert self.presenter.start(self.amira.id, kind, channel)
        settle()

    def come_back(self) -> None:
        """The screen is gone, as after a kill; somebody opens the interview again."""
        interview_id = self.state.interview.id
        self.page.close()
        self.presenter.clock.end()
        self.enter()
        assert self.presenter.open(interview_id)
        settle()

    @property
    def state(self) -> InterviewState:
        """What is on the screen."""
        state = self.presenter.state()
        assert state is not None
        return state

    def block(self, question_id: str) -> QuestionBlock:
        """A question on the screen."""
        return self.page.centre.blocks[question_id]

    def do(self, action: str) -> None:
        """Press the key of an action."""
        use_key(self.page, action)
        settle()

    def folded(self) -> tuple[str, ...]:
        """Ids of the steps that are put off to next time."""
        return self.state.interview.folded

    def shown(self) -> list[str]:
        """Ids of the questions on the screen."""
        return list(self.page.centre.blocks)

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        focused = self.page.focusWidget()
        assert focused is not None
        return focused

    def stored(self) -> Interview:
        """The interview in the vault."""
        with self.vault.database.read() as connection:
            table = table_of(Interview)
            return find(connection, Interview, table.c.person_id == self.amira.id, order_by=(table.c.id.desc(),))[0]

    def on_disk(self, question_id: str) -> object:
        """The value of an answer in the vault, as another connection sees it; None where there is none."""
        with self.vault.database.read() as connection:
            answers = read_answers(connection, self.state.definition, self.state.interview.id)
        return answers[question_id].value if question_id in answers else None

    def rows(self) -> tuple[StoredAnswer, ...]:
        """The rows of answers in the vault."""
        with self.vault.database.read() as connection:
            return find(connection, StoredAnswer)

    def agree(self, text: str, owner: Party = Party.CLAIMANT, *, days: int = 7) -> Action:
        """Something that was agreed at an earlier meeting, by a day."""
        plans = self.services.plans
        draft = plans.draft_action(self.amira.id, owner)
        action = plans.save_action(replace(draft, text=text, by=today() + timedelta(days=days)))
        assert action.state is ActionState.OPEN
        return action


@pytest.fixture
def room(opened: Opened, qtbot: QtBot) -> Iterator[Room]:
    """The room, with a vault of its own."""
    made = Room(opened, qtbot)
    yield made
    made.presenter.clock.end()
    made.presenter.flush()
