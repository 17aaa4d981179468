from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from coachdesk.clock import today
from coachdesk.content import read_examples
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.facts import Decided
from coachdesk.storage import find
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
from tests.ui.interview.conftest import REVIEW, Room
from ui.deciding import DecisionForm
from ui.interview.finding import FindingPanel
from ui.interview.finding.line_row import LineRow
from ui.kit import SuggestedLine
from ui.theme import Appearance, Theme


def panel(room: Room) -> FindingPanel:
    return room.page.side.finding


def row(room: Room, line_id: str) -> LineRow:
    return panel(room).lines.rows[line_id]


def said(widget: QWidget) -> str:
    """Every word on the screen below a widget."""
    found: list[QLabel | QPushButton] = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(each.text() for each in found if each.isVisibleTo(widget))


def ill(room: Room) -> None:
    """Somebody with a fit note that has run for more than its fourteen days, and a child of four."""
    say, day = room.presenter.answer, today()
    say("who_is_here", "alone")
    say("partner_in_claim", "no")
    say("children", [{"age": "4", "born": ""}])
    say("school_run", "Nursery mornings")
    say("health_changes", "yes")
    say("fit_note", "yes")
    say(
        "fit_note_dates",
        {"from": (day - timedelta(days=40)).isoformat(), "until": (day + timedelta(days=20)).isoformat()},
    )
    say("fit_note_given", (day - timedelta(days=38)).isoformat())


def at_what_fits(room: Room) -> None:
    room.start()
    ill(room)
    room.presenter.go_to("fits")
    settle()


def decide(room: Room, *, applied: bool = True) -> None:
    """Take the decision about the illness in the form."""
    row(room, "easement-fit_note_longer").acts[0].click()
    room.qtbot.waitUntil(lambda: form_of(room).choice.isAncestorOf(room.focus()))
    form = form_of(room)
    form.choice.buttons[0 if applied else 1].click()
    form.reason.line.setText("We talked about it")
    form.record.click()
    settle()


def form_of(room: Room) -> DecisionForm:
    form = panel(room)._form
    assert form is not None
    return form


def decisions(room: Room) -> tuple[DiscretionRecord, ...]:
    with room.vault.database.read() as connection:
        return find(connection, DiscretionRecord)


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


def test_a_decision_is_taken_with_a_reason_and_a_day_and_then_settles(room: Room) -> None:
    at_what_fits(room)
    decide(room)
    (stored,) = decisions(room)
    assert (stored.easement_id, stored.decided, stored.reason) == (
        "fit_note_longer", Decided.APPLIED, "We talked about it",
    )  # fmt: skip
    assert stored.until == today() + timedelta(days=20), "the end of the note is on offer"
    assert stored.interview_id == room.state.interview.id
    words = said(row(room, "easement-fit_note_longer"))
    assert "Decided today" in words
    assert "Look again on" in words
    assert room.focus().accessibleName().startswith("Undo")


def test_undo_makes_a_decision_due_again(room: Room) -> None:
    at_what_fits(room)
    decide(room, applied=False)
    row(room, "easement-fit_note_longer").acts[0].click()
    settle()
    assert decisions(room) == ()
    assert "A decision is due" in said(row(room, "easement-fit_note_longer"))
    assert room.focus().accessibleName().startswith("Decide")


def test_a_decision_without_a_reason_is_not_recorded(room: Room) -> None:
    at_what_fits(room)
    row(room, "easement-fit_note_longer").acts[0].click()
    form = form_of(room)
    form.choice.buttons[0].click()
    form.record.click()
    assert form.reason.error()
    assert decisions(room) == ()
    form.not_now.click()
    settle()
    assert panel(room)._form is None


def test_what_was_typed_for_a_decision_outlives_the_next_step(room: Room) -> None:
    at_what_fits(room)
    row(room, "easement-fit_note_longer").acts[0].click()
    form_of(room).reason.line.setText("Half a sen")
    room.presenter.go_on()
    settle()
    assert form_of(room).reason.value() == "Half a sen"


def test_the_line_about_hours_leads_to_the_question(room: Room) -> None:
    at_what_fits(room)
    room.presenter.go_to("plan")
    row(room, "hours").acts[0].click()
    settle()
    assert room.state.interview.step_id == "fits"
    assert room.block("hours_decided").isAncestorOf(room.focus())


def test_the_reason_for_the_hours_takes_one_key(room: Room) -> None:
    at_what_fits(room)
    room.presenter.answer("hours_decided", "30")
    room.presenter.go_to_question("hours_reason")
    settle()
    field = room.block("hours_reason").field
    assert isinstance(field, SuggestedLine)
    assert field.choices is not None
    offered = [option.words for option in field.choices.options]
    assert "Nursery mornings" in offered
    assert any(each.startswith("30") for each in offered), "the most by policy needs a reason, too"
    field.choices.buttons[0].click()
    room.presenter.flush()
    assert room.on_disk("hours_reason") == offered[0]
    field.line.setText("Something else")
    assert field.choices.value() == ""


def test_the_referral_becomes_a_promise_once(room: Room) -> None:
    at_what_fits(room)
    row(room, "warning-wca_referral_due").acts[0].click()
    settle()
    assert len(room.services.plans.plan(room.amira.id).ours) == 1
    assert "It stands in the plan" in said(row(room, "warning-wca_referral_due"))
    assert not row(room, "warning-wca_referral_due").acts
    assert len(room.state.plan.ours) == 1


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
        room.presenter._clock.end()
        room.enter()
        at_what_fits(room)
        assert faults(room) == []


def test_someone_like_this_is_found_by_circumstance_and_has_no_name(room: Room) -> None:
    at_what_fits(room)
    part = panel(room).like
    part.open.click()
    settle()
    assert part.about is not None
    assert [option.words for option in part.about.options][1:] == [
        "A parent alone",
        "A child of three or four",
        "A fit note",
    ]
    assert not any(name in said(part) for name in ("Amira", "Darren", "Leanne"))
    part.about.buttons[3].click()
    settle()
    title = next(iter(part.titles.values()))
    title.setFocus()
    title.click()
    settle()
    assert "What would not be right to ask" in said(part)
    assert room.focus().accessibleName().startswith("Shut")
    part.open.click()
    settle()
    assert "What would not be right to ask" not in said(part)


def test_an_example_of_a_sealed_matter_is_never_beside_an_interview(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    room.presenter.answer("card_private", ["hurt"])
    room.presenter.go_to("fits")
    panel(room).like.open.click()
    state = room.presenter.finding.state()
    assert state is not None
    assert state.like is not None
    names = {example.name for example in state.like.examples}
    assert not names & {each.name for each in read_examples() if each.sealed}
    assert "a statutory pause" not in {words.lower() for _about, words in state.like.abouts}


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
