"""A pack is made, opened, taken in, comes back; what both changed is decided one by one."""

from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coachdesk.interviews import Answer, Channel
from coachdesk.services.handover_views import Standing
from tests.ui.caseload import REVIEW, TODAY, booked, person, promise
from tests.ui.checks import held_up, press, settle
from tests.ui.handover.conftest import Desk
from ui.handover import state as at


def add(desk: Desk, *names: str) -> None:
    """Find people by name and add them."""
    desk.go(at.GIVE)
    for name in names:
        desk.page.give.who.line.setText(name)
        press(desk.page.give.who.line, Qt.Key.Key_Return)
        desk.qtbot.waitUntil(desk.idle)


def hand_over(desk: Desk, *names: str) -> Path:
    """Make a pack with these people; where it is."""
    before = set(packs(desk))
    add(desk, *names)
    desk.press(desk.page.give.make)
    (made,) = set(packs(desk)) - before
    return made


def packs(desk: Desk) -> list[Path]:
    assert desk.folder is not None
    return list(desk.folder.glob("*.coachdesk-handover"))


def look(desk: Desk, pack: Path) -> None:
    """Choose a pack."""
    desk.file = pack
    desk.go(at.OPEN)
    desk.press(desk.page.open.choose)


def take(desk: Desk, pack: Path) -> str:
    """Open a pack and take it in; what is said then."""
    look(desk, pack)
    desk.press(desk.page.open.take)
    return desk.said()


def names(desk: Desk) -> list[str]:
    return [row.full_name for row in desk.opened.services.people.find()]


def test_people_are_chosen_and_the_pack_says_what_is_in_it_by_counts(sam: Desk, alex: Desk, tmp_path: Path) -> None:
    promise(sam.opened, sam.person("Cal Reid"), "Ring the college", date(2026, 12, 4))
    add(sam, "reid", "osei")
    said = sam.said()
    assert sam.page.give.who.line.text() == ""
    assert "2 people go. One open promise of ours goes with them. One of them has no next step." in said
    rows = {row.cells[0]: row.cells[1:] for row in sam.page.give.list.rows_model.rows()}
    assert rows["Ruth Osei"] == ("No next step", "")
    assert rows["Cal Reid"][1] == "One promise of ours"
    sam.press(sam.page.give.make)
    (pack,) = packs(sam)
    assert f"The pack with 2 people is {pack.name}." in sam.said()
    assert "One of them has no next step: say so" in sam.said()
    assert not any(each in pack.name for each in ("Cal", "Reid", "Osei"))
    assert b"Reid" not in pack.read_bytes()
    assert alex.idle()


def test_everybody_with_an_appointment_until_a_day_and_everybody_without_a_next_step_are_a_press_away(
    sam: Desk, alex: Desk
) -> None:
    booked(sam.opened, sam.person("Cal Reid"), time(10), TODAY + timedelta(days=3))
    sam.go(at.GIVE)
    give = sam.page.give
    sam.press(give.add_until)
    assert give.until.error() == "Enter a day that there is, such as 1 12 2026."
    give.until.set_value((TODAY + timedelta(days=2)).isoformat())
    sam.press(give.add_until)
    assert give.list.rows_model.rows() == ()
    give.until.set_value((TODAY + timedelta(days=3)).isoformat())
    sam.press(give.add_until)
    assert [row.cells[0] for row in give.list.rows_model.rows()] == ["Cal Reid"]
    sam.press(give.add_without)
    assert [row.cells[0] for row in give.list.rows_model.rows()] == ["Cal Reid", "Ruth Osei"]
    give.list.choose(sam.person("Cal Reid").id)
    sam.press(give.leave_out)
    assert [row.cells[0] for row in give.list.rows_model.rows()] == ["Ruth Osei"]
    assert alex.idle()


def test_notes_and_what_is_sealed_stay_unless_chosen_with_a_warning(sam: Desk, alex: Desk) -> None:
    interviews, cal = sam.opened.services.interviews, sam.person("Cal Reid")
    talk = interviews.start(cal.id, REVIEW, Channel.FACE_TO_FACE).interview
    answers = {"who_is_here": Answer("alone", note="Tired today")}
    interviews.save_answer(talk, answers, "who_is_here", visit="1")
    answers["card_private"] = Answer(["hurt"])
    interviews.save_answer(talk, answers, "card_private", visit="2")
    add(sam, "reid")
    said = sam.said()
    assert "One coaching note stays here. What is sealed stays here." in said
    assert "It was told in private, or is theirs to tell." in said
    assert "hurt" not in said.lower()
    sam.page.give.notes.buttons[0].click()
    sam.page.give.sealed.buttons[0].click()
    said = sam.said()
    assert "One coaching note goes too. What is sealed goes with one of them." in said
    assert alex.idle()


def test_a_pack_is_looked_at_before_it_is_taken_in(sam: Desk, alex: Desk) -> None:
    pack = hand_over(sam, "reid", "osei")
    look(alex, pack)
    said = alex.said()
    assert "From Sam Okafor, Wakefield. Made on Tuesday 1 December 2026" in said
    assert "2 people are in it." in said
    assert names(alex) == []
    rows = {row.cells[0]: row.cells[1] for row in alex.page.open.people.rows_model.rows()}
    assert rows == {"Cal Reid": "New here", "Ruth Osei": "New here"}
    alex.press(alex.page.open.aside)
    assert not alex.page.open.take.isVisibleTo(alex.page)
    look(alex, pack)
    alex.press(alex.page.open.take)
    assert "2 people are new here." in alex.said()
    assert "A backup was made before." in alex.said()
    assert sorted(names(alex)) == ["Cal Reid", "Ruth Osei"]
    look(alex, pack)
    assert "This pack was taken in before." in alex.said()
    assert not alex.page.open.take.isEnabled()


def test_a_return_is_reviewed_side_by_side_and_nothing_is_applied_before_the_last_is_decided(
    sam: Desk, alex: Desk
) -> None:
    take(alex, hand_over(sam, "reid", "osei"))
    sam.reword("Cal Reid", phone="0113 496 0001", call="Callum")
    alex.reword("Cal Reid", phone="0113 496 0002")
    alex.reword("Ruth Osei", phone="0113 496 0003")
    alex.page.arrived()
    alex.go(at.GIVE)
    assert alex.page.give.add_came.text() == "Add everybody who came from Sam Okafor"
    alex.press(alex.page.give.add_came)
    before = set(packs(alex))
    alex.press(alex.page.give.make)
    (back,) = set(packs(alex)) - before
    look(sam, back)
    part = sam.page.open
    said = sam.said()
    assert "One thing is left to decide. Until then nothing is taken in." in said
    assert not part.take.isEnabled()
    (asked,) = part.review.table.rows_model.rows()[1:]
    assert asked.cells == ("Details of the person, Phone", "0113 496 0001", "0113 496 0002", "Different")
    assert asked.below == "Changed here by Sam Okafor, there by Alex Doyle."
    assert any(row.cells[0] == "Stays as it is here" for row in part.rest.rows_model.rows())
    part.people.choose(sam.person("Ruth Osei").id)
    assert any("0113 496 0003" in row.cells for row in part.rest.rows_model.rows())
    part.people.choose(sam.person("Cal Reid").id)
    (choice,) = [part.review.choice(key) for key in part.review.chosen()]
    assert choice.value() == "", "nothing is proposed"
    choice.buttons[1].click()
    assert "Nothing is left to decide." in sam.said()
    sam.press(part.take)
    assert "2 changes came in. You decided about one thing." in sam.said()
    cal = sam.person("Cal Reid")
    assert (cal.phone, cal.preferred_name) == ("0113 496 0002", "Callum")
    assert sam.person("Ruth Osei").phone == "0113 496 0003"


def test_what_was_written_here_since_the_pack_was_opened_is_looked_at_again(sam: Desk, alex: Desk) -> None:
    take(alex, hand_over(sam, "reid"))
    alex.reword("Cal Reid", phone="0113 496 0002")
    alex.page.arrived()
    back = hand_over(alex, "reid")
    look(sam, back)
    sam.reword("Cal Reid", phone="0113 496 0001")
    sam.press(sam.page.open.take)
    sam.qtbot.waitUntil(sam.idle)
    assert "One thing is left to decide." in sam.said()
    assert sam.page.open.said.isVisibleTo(sam.page)
    assert sam.person("Cal Reid").phone == "0113 496 0001"


def test_a_pack_that_is_cut_off_altered_foreign_or_for_somebody_else_is_refused_in_a_sentence(
    sam: Desk, alex: Desk, tmp_path: Path
) -> None:
    pack = hand_over(sam, "reid")
    whole = pack.read_bytes()
    broken = tmp_path / "broken.coachdesk-handover"
    for content in (whole[:-1], whole[:40], whole[:-20] + bytes(20), b"", b"PK\x03\x04"):
        broken.write_bytes(content)
        look(alex, broken)
        assert "cut off" in alex.said() or "altered" in alex.said(), content[:60]
        assert not alex.page.open.take.isVisibleTo(alex.page)
    look(sam, pack)
    assert "This pack was made for somebody else's key." in sam.said()
    look(alex, tmp_path / "gone.coachdesk-handover")
    assert "The file is not there or cannot be read." in alex.said()
    alex.go(at.COLLEAGUES)
    alex.press(alex.page.colleagues.remove)
    alex.press(alex.page.colleagues.yes)
    look(alex, pack)
    assert alex.page.open.said.text()
    assert names(alex) == []


def test_looking_can_be_cancelled(sam: Desk, alex: Desk, qtbot: QtBot) -> None:
    pack = hand_over(sam, "reid")
    alex.file = pack
    alex.go(at.OPEN)
    with held_up(alex.tasks):
        alex.page.open.choose.click()
        assert "The pack is being looked at." in alex.said()
        alex.page.open.progress.cancel.click()
    qtbot.waitUntil(alex.idle)
    settle()
    assert not alex.page.open.take.isVisibleTo(alex.page)
    assert alex.presenter.taking.state.arrived is None


def test_reading_many_people_can_be_stopped_and_who_was_read_stays(sam: Desk, alex: Desk, qtbot: QtBot) -> None:
    for number in range(12):
        person(sam.opened, f"Given{number}", "Family")
    sam.go(at.GIVE)
    sam.page.give.add_without.click()
    assert sam.page.give.progress.isVisibleTo(sam.page)
    sam.page.give.progress.cancel.click()
    qtbot.waitUntil(sam.idle)
    assert 0 < len(sam.page.give.list.rows_model.rows()) < 14
    assert not sam.page.give.progress.isVisibleTo(sam.page)
    assert alex.idle()


def test_a_new_person_who_may_be_here_under_another_record_is_said(sam: Desk, alex: Desk) -> None:
    person(alex.opened, "Cal", "Reid")
    look(alex, hand_over(sam, "reid"))
    (row,) = alex.page.open.people.rows_model.rows()
    assert row.below == "May be the same as Cal Reid, who is here already: compare the two afterwards."


def test_somebody_who_is_older_than_what_is_here_is_passed_over(sam: Desk, alex: Desk) -> None:
    first = hand_over(sam, "reid")
    take(alex, hand_over(sam, "reid"))
    look(alex, first)
    assert alex.presenter.taking.state.arrived is not None
    assert alex.presenter.taking.state.arrived.people[0].standing is Standing.OLDER
    assert "Older than what is here: passed over" in str(alex.page.open.people.rows_model.rows()[0].cells)
