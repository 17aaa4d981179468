"""The directory: what is open, what has closed and what there is instead, with its source and its day."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.caseload import held_to
from tests.ui.checks import at_text_size, longer_texts, press, settle
from ui.directory import DirectoryPage, DirectoryPresenter
from ui.theme import Appearance, Theme


def said(page: DirectoryPage) -> str:
    settle()
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def names(page: DirectoryPage) -> list[tuple[str, ...]]:
    return [each.cells for each in page.list.rows_model.rows()]


def typing(page: DirectoryPage, text: str) -> list[tuple[str, ...]]:
    page.find_box.line.setText(text)
    return names(page)


def test_only_what_takes_people_is_shown_until_everything_is_wanted(page: DirectoryPage) -> None:
    page.arrived()
    assert ("Access to Work", "Open, check first") in names(page)
    assert not any(state == "Closed" for _name, state in names(page))
    page.everything.click()
    assert ("Kickstart", "Closed") in names(page)
    page.everything.click()
    assert not any(name == "Kickstart" for name, _state in names(page))


def test_whoever_looks_for_kickstart_reads_that_it_has_closed(page: DirectoryPage) -> None:
    page.arrived()
    assert typing(page, "kikstart")[0] == ("Kickstart", "Closed")
    read = said(page)
    for words in (
        "Closed. Nobody can be referred to it. Its last day was 31 March 2022.",
        "The last starts were in March 2022.",
        "What there is instead\nJobs Guarantee",
        "Noted on 1 November 2026; nobody has confirmed it.",
    ):
        assert words in read
    assert "How to refer" not in read
    assert not page.details.copy_button.isVisible()


def test_what_nobody_confirmed_says_check_before_you_refer(page: DirectoryPage) -> None:
    page.arrived()
    typing(page, "access")
    assert "Open as far as is known. Check before you refer." in said(page)
    assert typing(page, "restart")[0] == ("Restart", "Not known, check first")
    assert "treat it as closed until then" in said(page)


def test_another_nation_has_its_own(page: DirectoryPage, presenter: DirectoryPresenter) -> None:
    page.arrived()
    assert presenter.state.nation is None
    assert page.nation.buttons[-1].isChecked()
    assert {"No One Left Behind", "Connect to Work"} <= {name for name, _state in names(page)}
    page.nation.buttons[[each.id for each in page.nation.options].index("scotland")].click()
    assert ("No One Left Behind", "Open, check first") in names(page)
    assert not any(name == "Connect to Work" for name, _state in names(page))
    page.nation.buttons[-1].click()
    assert presenter.state.nation is None
    assert page.nation.buttons[-1].isChecked()


def test_what_fits_best_is_shown_whatever_was_shown_before(page: DirectoryPage, presenter: DirectoryPresenter) -> None:
    page.arrived()
    presenter.choose("sector-based-work-academy")
    assert typing(page, "work programme")[:2] == [
        ("Work Programme", "Closed"),
        ("Sector-based work academy", "Open, check first"),
    ]
    assert presenter.state.chosen == "work-programme"


@pytest.mark.usefixtures("machine")
def test_the_site_comes_first_and_its_way_is_copied(page: DirectoryPage, presenter: DirectoryPresenter) -> None:
    heard: list[object] = []
    presenter.noticed.connect(heard.append)
    page.arrived()
    assert names(page)[0] == ("Bus pass fund", "Open now")
    read = said(page)
    for words in (
        "Pays the bus for a month.",
        "01632 960002",
        "About a week.",
        "Wakefield Council. Last checked on 20",
    ):
        assert words in read
    page.details.copy_button.click()
    assert QApplication.clipboard().text() == "Bus pass fund\nAsk Dee at the front desk.\n01632 960002"
    assert len(heard) == 1


def test_a_profile_that_is_taken_away_leaves_the_country_s_rows(page: DirectoryPage, machine: Path) -> None:
    (machine / "site-profile.toml").unlink()
    page.arrived()
    assert names(page)[0] == ("Access to Work", "Open, check first")


def test_the_keys_go_from_the_box_to_the_list_and_to_what_can_be_done(page: DirectoryPage) -> None:
    page.arrived()
    assert page.find_box.line.hasFocus()
    press(page.find_box.line, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    press(page.list, Qt.Key.Key_Down)
    assert page.presenter.state.chosen == page.list.chosen_id() == "connect-to-work"
    press(page.list, Qt.Key.Key_Return)
    assert page.details.copy_button.hasFocus()
    assert not page.details.add_button.isVisible()


def test_nothing_that_fits_says_so(page: DirectoryPage) -> None:
    page.arrived()
    assert typing(page, "zebra crossing") == []
    assert "Nothing fits" in said(page)
    assert not page.details.isVisible()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("theme", [Theme.BASIC, Theme.TEXT_ONLY])
def test_it_has_names_and_room_for_its_words(
    page: DirectoryPage, appearance: Appearance, theme: Theme, size: int
) -> None:
    with at_text_size(appearance, size, theme):
        page.arrived()
        typing(page, "kickstart")
        settle()
        assert held_to(page) == []


def test_words_that_are_longer_have_room(presenter: DirectoryPresenter) -> None:
    with longer_texts():
        page = DirectoryPage(presenter)
        page.resize(1186, 640)
        page.show()
        page.arrived()
        settle()
        assert held_to(page) == []
        page.close()
