import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from coachdesk.clock import today
from tests.ui.checks import (
    at_text_size,
    clipped,
    longer_texts,
    nameless,
    press,
    same_named,
    settle,
    small_targets,
    tab_walk,
    unreachable,
)
from tests.ui.interview.applying import at_what_fits, panel, row, said
from tests.ui.interview.conftest import REVIEW, Room
from ui.theme import Appearance, Theme


def test_it_is_folded_until_the_step_that_decides_the_hours_and_one_key_shows_it(room: Room) -> None:
    room.start()
    assert panel(room)._body.isHidden()
    assert panel(room).fold.accessibleName() == "Show what applies"
    room.do("applies")
    assert panel(room)._body.isVisible()
    room.do("applies")
    room.presenter.go_to("fits")
    settle()
    assert panel(room)._body.isHidden(), "the choice of the coach holds for the interview"


def test_the_step_that_decides_the_hours_opens_it_and_it_frames_what_it_says(room: Room) -> None:
    at_what_fits(room)
    words = said(panel(room))
    assert "On what is recorded today" in words
    assert "To be decided by you: at most 30 by policy, not law." in words
    assert "You decide, and say why." in words


def test_it_never_changes_while_somebody_types(room: Room) -> None:
    at_what_fits(room)
    before = said(panel(room))
    room.presenter.answer("hours_decided", "20")
    settle()
    assert said(panel(room)) == before
    room.presenter.go_on()
    settle()
    assert "20, decided by you on" in said(panel(room))


def test_the_notes_of_a_field_never_move_it(room: Room) -> None:
    at_what_fits(room)
    where = panel(room).pos()
    for question in room.shown():
        room.presenter.at(question)
        settle()
        assert panel(room).pos() == where


def test_why_opens_the_rules_of_a_line_and_no_link_opens_anything(room: Room) -> None:
    at_what_fits(room)
    row(room, "hours").why.click()
    settle()
    words = said(row(room, "hours"))
    assert "Policy, not law: DWP policy since 25 October 2023" in words
    assert "Law (regulation): reg. 88(1)" in words
    assert not any(each.openExternalLinks() for each in panel(room).findChildren(QLabel))
    row(room, "hours").why.click()
    settle()
    assert "reg. 88(1)" not in said(row(room, "hours"))


def test_what_is_new_is_read_where_it_stands_and_not_last(room: Room) -> None:
    at_what_fits(room)
    room.presenter.answer("card", ["homeless"])
    room.presenter.go_to("plan")
    settle()
    lines = panel(room).lines
    assert "easement-homeless" in list(lines.rows)[:-1]
    read = QAccessible.queryAccessibleInterface(lines)
    told = [read.child(number).object() for number in range(read.childCount())]
    assert told == list(lines.rows.values())


def test_of_a_sealed_matter_nothing_but_a_neutral_label_is_on_the_screen(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    room.presenter.answer("card_private", ["hurt"])
    room.presenter.go_to("fits")
    settle()
    words = said(panel(room)).lower()
    assert "a statutory pause" in words
    for word in ("hurt", "abuse", "violence", "reg. 98", str(today().year + 1)):
        assert word not in words


def test_nothing_of_it_is_on_the_turned_screen(room: Room) -> None:
    at_what_fits(room)
    turned = room.page.turned()
    assert turned is not None
    words = "\n".join(line.text for line in turned.lines)
    for word in ("policy, not law", "decision is due", "recorded today", "A longer illness"):
        assert word not in words


def test_a_new_finding_leaves_the_focus_in_the_questions(room: Room) -> None:
    at_what_fits(room)
    assert room.page.centre.isAncestorOf(room.focus())
    room.presenter.answer("hours_decided", "16")
    room.presenter.go_on()
    settle()
    assert room.page.centre.isAncestorOf(room.focus())


def test_a_line_that_says_the_same_is_not_made_anew(room: Room) -> None:
    at_what_fits(room)
    group, hours = row(room, "group"), row(room, "hours")
    room.presenter.go_on()
    settle()
    assert row(room, "group") is group
    assert row(room, "hours") is hours


def test_tab_comes_to_it_after_the_questions(room: Room) -> None:
    at_what_fits(room)
    walked = tab_walk(room.page)
    first = walked.index(panel(room).fold)
    questions = [place for place, each in enumerate(walked) if room.page.centre.isAncestorOf(each)]
    assert max(questions) < first < walked.index(room.page.foot.go_on)


def test_enter_passes_it_by(room: Room) -> None:
    at_what_fits(room)
    room.presenter.go_to_question("hours_decided")
    settle()
    press(room.focus(), Qt.Key.Key_Return)
    settle()
    assert room.page.foot.isAncestorOf(room.focus())


def test_below_the_questions_one_key_goes_there_and_back(room: Room, appearance: Appearance) -> None:
    with at_text_size(appearance, 200):
        room.start()
        settle()
        room.do("applies")
        assert panel(room).isAncestorOf(room.focus())
        room.do("applies")
        assert room.page.centre.isAncestorOf(room.focus())


def test_it_comes_back_with_the_notes_at_the_side(room: Room) -> None:
    at_what_fits(room)
    room.do("side")
    assert not panel(room).isVisible()
    room.do("applies")
    assert panel(room)._body.isVisible()


def faults(room: Room) -> list[str]:
    """What the page is held to, with everything of the panel open."""
    row(room, "easement-fit_note_longer").acts[0].click()
    room.presenter.finding.explain("hours")
    room.presenter.finding.show_more()
    room.presenter.finding.show_like()
    state = room.presenter.finding.state()
    assert state is not None
    assert state.like is not None
    room.presenter.finding.open_example(state.like.examples[0].name)
    found = []
    for _round in range(3):
        settle()
    for check in (nameless, same_named, small_targets, clipped, unreachable):
        found += [f"{check.__name__}: {wrong}" for wrong in check(room.page.side)]
    return found


def test_all_of_it_can_be_used_by_keyboard_and_by_ear(room: Room) -> None:
    at_what_fits(room)
    assert faults(room) == []


@pytest.mark.parametrize("theme", [Theme.BASIC, Theme.DARK, Theme.DARKER, Theme.TEXT_ONLY])
def test_nothing_of_it_is_cut_off_at_twice_the_size(room: Room, appearance: Appearance, theme: Theme) -> None:
    with at_text_size(appearance, 200, theme):
        at_what_fits(room)
        assert faults(room) == []


def test_nothing_of_it_is_cut_off_in_longer_words(room: Room) -> None:
    with longer_texts():
        room.page.close()
        room.presenter.clock.end()
        room.enter()
        at_what_fits(room)
        assert faults(room) == []


def test_a_review_opens_it_where_the_hours_are_changed(room: Room) -> None:
    room.start(REVIEW)
    room.presenter.answer("changes", ["hours"])
    room.presenter.go_to("fits")
    settle()
    assert panel(room)._body.isVisible()


def test_it_goes_with_the_interview(room: Room) -> None:
    at_what_fits(room)
    room.presenter.pause()
    settle()
    assert room.presenter.finding.state() is None
    assert panel(room).isHidden()
