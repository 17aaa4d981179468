"""Signing on the screen: with a mouse or with keys only, taken back as easily, and honest when the plan changes."""

from dataclasses import replace
from math import sin

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Format, Hand, Signature, Signer
from coachdesk.plans import Party
from tests.ui.checks import (
    at_text_size,
    clipped,
    described,
    nameless,
    same_named,
    settle,
    small_targets,
    spoken,
    unreachable,
)
from tests.ui.commitment.handling import bytes_of, issue, open_case, state, words
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.commitment.before.signatures import SignPanel
from ui.kit import Button
from ui.kit.signature_pad import SignaturePad
from ui.kit.turned import TurnedScreen
from ui.theme import Appearance, Theme


def write(pad: SignaturePad) -> None:
    """A wave and a line below it, as a hand writes with a mouse."""
    wide, high = pad.width(), pad.height()
    waves = [QPoint(20 + at * (wide - 40) // 40, round(high / 2 + high / 4 * sin(at / 2))) for at in range(41)]
    for points in (waves, [QPoint(30, high - 30), QPoint(wide - 40, high - 40)]):
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def given(opened: Opened, presenter: CommitmentPresenter) -> dict[Signer, Signature]:
    return {each.signer: each for each in opened.services.signatures.given(state(presenter).interview_id)}


def opened_panel(opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot) -> SignPanel:
    open_case(opened, presenter, qtbot)
    page.side.before.signatures.open.click()
    assert page.signing.isVisibleTo(page)
    return page.signing


def test_it_is_offered_in_one_quiet_line_and_nothing_asks_for_it(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    assert page.side.before.signatures.open.accessibleName() == "Add a signature"
    assert "sign" not in words(page).lower().replace("sign language", "")
    assert page.signing.isHidden()
    assert state(presenter).can_issue
    issue(presenter, qtbot)
    assert not page.side.before.signatures.isVisibleTo(page)


def test_a_name_written_with_a_mouse_is_kept_and_stands_on_the_paper(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    panel = opened_panel(opened, presenter, page, qtbot)
    assert not panel.here.sign.isEnabled()
    write(panel.here.field.pad)
    assert len(panel.here.field.pad.strokes()) == 2
    panel.here.field.undo.click()
    panel.here.field.clear.click()
    assert not panel.here.sign.isEnabled()
    write(panel.here.field.pad)
    panel.here.sign.click()
    kept = given(opened, presenter)[Signer.PERSON]
    assert (kept.hand, len(kept.strokes)) == (Hand.DRAWN, 2)
    assert "Callum signed on" in words(panel)
    assert not panel.here.field.isVisibleTo(page)
    assert panel.here.field.pad.strokes() == (), "nothing is left in the place"
    panel.close_button.click()
    assert page.paper.isVisibleTo(page)
    assert "Signed on screen by Callum" in page.paper.text.toPlainText()
    commitment = issue(presenter, qtbot)
    assert b"Signed on screen by Callum" in b" ".join(bytes_of(opened, commitment, Format.TEXT).split())
    assert given(opened, presenter) == {}


def test_keys_alone_are_as_good(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    panel = opened_panel(opened, presenter, page, qtbot)
    assert panel.who is not None
    walked: list[str] = []
    at: QWidget | None = panel.who.buttons[0]
    for _step in range(12):
        at = at.nextInFocusChain() if at is not None else None
        if (
            at is not None
            and panel.isAncestorOf(at)
            and at.isVisibleTo(panel)
            and at.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            walked.append(spoken(at))
    assert "Sign here with pen, finger or mouse" not in walked, "Tab passes the place to draw"
    assert walked.index("Or type the name") < walked.index("Sign") < walked.index("Back to the page")
    panel.here.name.line.setFocus()
    QTest.keyClicks(panel.here.name.line, "Callum")
    QTest.keyClick(panel.here.name.line, Qt.Key.Key_Return)
    kept = given(opened, presenter)[Signer.PERSON]
    assert (kept.hand, kept.name) == (Hand.TYPED, "Callum")
    assert "Signed with a typed name by Callum" in " ".join(state(presenter).text.split())


def test_each_signs_for_themselves_and_can_take_it_back(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    panel = opened_panel(opened, presenter, page, qtbot)
    assert panel.who is not None
    assert [each.words for each in panel.who.options] == ["Callum", "Sam Okafor"]
    write(panel.here.field.pad)
    panel.who.buttons[1].click()
    assert panel.here.field.pad.strokes() == (), "what one began is not signed by the other"
    panel.here.name.line.setText("Sam")
    panel.here.sign.click()
    assert set(given(opened, presenter)) == {Signer.COACH}
    panel.here.take_back.click()
    assert given(opened, presenter) == {}
    assert panel.here.field.isVisibleTo(page)


def test_a_plan_that_changes_afterwards_is_said_kindly_and_the_name_is_off_the_paper(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    panel = opened_panel(opened, presenter, page, qtbot)
    panel.here.name.line.setText("Callum")
    panel.here.sign.click()
    plans, now = opened.services.plans, state(presenter)
    draft = plans.draft_action(now.person.id, Party.COACH, now.interview_id)
    plans.save_action(replace(draft, text="Ring the college", by=opened.services.day.today()))
    presenter.before.prepare()
    assert "The paper says something else since Callum signed" in words(page.side)
    assert "Signed with" not in state(presenter).text
    assert panel.here.name.isVisibleTo(page), "they can sign again"
    assert state(presenter).can_issue


def test_back_goes_from_signing_to_the_page_and_issuing_goes_on_from_it(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    opened_panel(opened, presenter, page, qtbot)
    page.back.click()
    assert page.paper.isVisibleTo(page)
    page.side.before.signatures.open.click()
    page.issue_button.click()
    assert page.check.isVisibleTo(page)
    assert page.signing.isHidden()


def test_with_a_safe_address_the_coach_types(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    person, _interview = open_case(opened, presenter, qtbot)
    opened.services.people.save(replace(opened.services.people.open(person.id).person, safe_address=True))
    presenter.before.prepare()
    page.side.before.signatures.open.click()
    panel = page.signing
    assert panel.here.field.isVisibleTo(page)
    assert panel.who is not None
    panel.who.buttons[1].click()
    assert not panel.here.field.isVisibleTo(page)
    assert "surname" in described(panel.here.name.line)


def test_the_person_signs_on_the_turned_screen_in_their_own_words(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    opened_panel(opened, presenter, page, qtbot)
    view = page.turned()
    assert view is not None
    screen = TurnedScreen()
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    screen.show_view(view)
    settle()
    assert "You do not have to sign." in words(screen)
    assert nameless(screen) == []
    pad = screen.findChild(SignaturePad)
    assert pad is not None
    write(pad)
    next(each for each in screen.findChildren(Button) if spoken(each) == "Sign").click()
    assert given(opened, presenter)[Signer.PERSON].hand is Hand.DRAWN
    assert "You have signed. Thank you." in words(screen)
    screen.clear()
    presenter.before.signing.choose(Signer.COACH)
    other = page.turned()
    assert other is not None
    assert other.part is None


@pytest.mark.parametrize(("theme", "size"), [(Theme.BASIC, 100), (Theme.BASIC, 200), (Theme.TEXT_ONLY, 100)])
def test_names_targets_and_room_hold(
    opened: Opened,
    presenter: CommitmentPresenter,
    page: CommitmentPage,
    qtbot: QtBot,
    appearance: Appearance,
    theme: Theme,
    size: int,
) -> None:
    panel = opened_panel(opened, presenter, page, qtbot)
    with at_text_size(appearance, size, theme):
        settle()
        assert nameless(page) == []
        assert same_named(panel) == []
        assert small_targets(panel) == []
        assert clipped(panel) == []
        assert unreachable(page) == []
        pad = panel.here.field.pad
        assert pad.height() > 100
        assert (spoken(pad), described(pad)) == ("Sign here with pen, finger or mouse", "You can also type your name.")
