from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from coachdesk import policy_file
from coachdesk.policy_file import PolicyPlaces
from coachdesk.site_profile import SafetyPlan
from tests.ui import gallery
from tests.ui.checks import controls, settle
from ui.app import safety_panel
from ui.kit import Field
from ui.safety import Contacts, Nation, SafetyPanel


def words(panel: QWidget) -> str:
    return "\n".join(each.text() for each in panel.findChildren(QLabel))


def test_the_panel_shows_the_sites_own_plan_its_date_and_who_agreed_it(qtbot: QtBot) -> None:
    panel = gallery.panel()
    qtbot.addWidget(panel)
    shown = words(panel)
    assert "Press the button under the desk." in shown
    assert "This plan is from 1 September 2026." in shown
    assert "Agreed by the safeguarding group." in shown


def test_the_first_lines_are_large_and_in_their_order(qtbot: QtBot) -> None:
    panel = gallery.panel()
    qtbot.addWidget(panel)
    large = [each.text() for each in panel.findChildren(QLabel) if each.property("role") == "large"]
    starts = ("Stay", "Keep both of you safe", "Get someone", "Ask directly", "Get help", "Write it down")
    assert all(text.startswith(start) for text, start in zip(large, starts, strict=True))


def test_a_site_without_a_plan_is_told_whom_to_call(qtbot: QtBot) -> None:
    panel = SafetyPanel(None, Contacts(duty_manager="D. Clarke, extension 210"))
    qtbot.addWidget(panel)
    assert "Your site's plan is missing. Call D. Clarke, extension 210. In danger: 999." in words(panel)
    nobody = SafetyPanel(None, Contacts())
    qtbot.addWidget(nobody)
    assert "Your site's plan is missing. Call your manager. In danger: 999." in words(nobody)


def test_without_a_plan_the_lines_and_the_numbers_stand_there_all_the_same(qtbot: QtBot) -> None:
    panel = gallery.panel(plan=False)
    qtbot.addWidget(panel)
    shown = words(panel)
    for expected in (
        "Stay with the person.",
        "First response, 01632 960 001",
        "R. Shah, extension 233",
        "250",
        "116 123",
    ):
        assert expected in shown
    assert "Our plan" not in shown


def test_in_a_talk_nothing_of_what_is_offered_has_to_be_filled_in_and_it_goes_when_the_panel_closes(
    qtbot: QtBot,
) -> None:
    panel = gallery.panel()
    qtbot.addWidget(panel)
    panel.show()
    panel.open()
    panel.offer(sealed_before=False)
    settle()
    assert panel.part is not None
    assert controls(panel) == [panel.back, panel.part.end, panel.part.keep], "no field before somebody wants one"
    panel.part.keep.click()
    assert not panel.part.before.isVisible()
    assert len(panel.part.note) == 3
    panel.back.click()
    assert panel.part is None
    panel.open()
    assert controls(panel) == [panel.back]


@pytest.mark.parametrize(
    ("nation", "line"), [(Nation.ENGLAND, "NHS 111"), (Nation.SCOTLAND, "NHS 24"), (Nation.WALES, "CALL")]
)
def test_each_nation_has_its_own_line_and_samaritans_are_not_the_emergency_route(
    qtbot: QtBot, nation: Nation, line: str
) -> None:
    panel = SafetyPanel(SafetyPlan("Our plan.", date(2026, 9, 1)), Contacts(nation))
    qtbot.addWidget(panel)
    assert line in words(panel)
    assert "Samaritans 116 123. Not the emergency route." in words(panel)


def test_everybody_whom_the_policy_names_stands_on_it_also_where_the_policy_has_a_mistake(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owners = frozenset({tmp_path.stat().st_uid, 0})
    monkeypatch.setattr(policy_file, "places", lambda: PolicyPlaces(tmp_path, tmp_path / "program", owners=owners))
    named = {
        "crisis_team": "First response, 01632 960001",
        "duty_manager": "D. Clarke",
        "duty_manager_phone": "210",
        "safeguarding_lead": "R. Shah",
        "safeguarding_phone": "233",
        "partner_call": "250",
        "staff_support": "Ring the listening line, 01632 960002.",
        "site_nation": "wales",
    }
    lines = "\n".join(f'{name} = "{who}"' for name, who in named.items())
    for mistake in ("", "\nidle_lock_minutes = 0\n"):
        (tmp_path / "policy.toml").write_text(lines + mistake, "utf-8")
        panel = safety_panel()
        qtbot.addWidget(panel)
        said = words(panel).split("\n")
        for expected in (
            *("First response, 01632 960001", "D. Clarke, 210", "R. Shah, 233", "250"),
            "Ring the listening line, 01632 960002.",
            "NHS 111, press 2. To talk: CALL, 0800 132 737",
            "Your site's plan is missing. Call D. Clarke, 210. In danger: 999.",
        ):
            assert expected in said


def test_a_site_that_has_not_said_where_it_lies_shows_the_helplines_of_all_each_with_its_nation(qtbot: QtBot) -> None:
    panel = SafetyPanel(None, Contacts())
    qtbot.addWidget(panel)
    said = words(panel).split("\n")
    for nation, line in (
        ("England", "NHS 111, choose the mental health option"),
        ("Scotland", "NHS 24: 111, choose the mental health option"),
        ("Wales", "NHS 111, press 2. To talk: CALL, 0800 132 737"),
    ):
        assert said[said.index(f"Mental health crisis, in {nation}") + 1] == line


def test_what_the_site_has_not_entered_is_said_and_who_can_enter_it(qtbot: QtBot) -> None:
    panel = SafetyPanel(None, Contacts(duty_manager="D. Clarke, 210", keeper="The site desk, 4400"))
    qtbot.addWidget(panel)
    assert (
        "Your site has not entered: Crisis team; Safeguarding lead; Colleague to sit with you, by extension. The site desk, "
        "4400 can, in the policy file or the site profile."
    ) in words(panel)
    nobody = SafetyPanel(None, Contacts())
    qtbot.addWidget(nobody)
    assert "Whoever looks after this computer can, in the policy file or the site profile." in words(nobody)
    assert "has not entered" not in words(gallery.panel())


def test_what_a_site_profile_sets_stands_there_when_the_panel_is_opened_next(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owners, own = frozenset({tmp_path.stat().st_uid, 0}), tmp_path / "own"
    own.mkdir()
    monkeypatch.setattr(
        policy_file, "places", lambda: PolicyPlaces(tmp_path, tmp_path / "program", own=own, owners=owners)
    )
    (tmp_path / "policy.toml").write_text('profile_from_coach = "any"\n', "utf-8")
    panel = safety_panel()
    qtbot.addWidget(panel)
    panel.open()
    assert "01632 960001" not in words(panel)
    panel.back.click()
    profile = (
        'name = "Leisure centre"\n[settings]\ncrisis_team = "First response, 01632 960001"\nsite_nation = "wales"\n'
    )
    (own / "site-profile.toml").write_text(profile + '[safety_plan]\ntext = "Ring the bell."\n', "utf-8")
    panel.open()
    settle()
    said = words(panel)
    for expected in ("First response, 01632 960001", "CALL, 0800 132 737", "Ring the bell."):
        assert expected in said
    assert "NHS 24" not in said
    panel.offer(sealed_before=False)
    assert panel.part is not None
    assert controls(panel)[0] is panel.back


def test_it_says_that_it_can_send_nothing(qtbot: QtBot) -> None:
    panel = gallery.panel()
    qtbot.addWidget(panel)
    assert "CoachDesk cannot call or send anything. Use the phone." in words(panel)


def test_it_asks_for_nothing_and_scores_nothing(qtbot: QtBot) -> None:
    panel = gallery.panel()
    qtbot.addWidget(panel)
    panel.show()
    for kind in (Field, QLineEdit, QPlainTextEdit, QComboBox):
        assert panel.findChildren(kind) == []
    assert controls(panel) == [panel.back]
    for word in ("low risk", "high risk", "score", "grade", "level"):
        assert word not in words(panel).lower()


def test_opening_and_closing_are_each_told_once(qtbot: QtBot) -> None:
    panel = gallery.panel()
    qtbot.addWidget(panel)
    told: list[str] = []

    class Clock(QWidget):
        def stop(self) -> None:
            told.append("stopped")

        def go_on(self) -> None:
            told.append("running")

    clock = Clock()
    qtbot.addWidget(clock)
    panel.opened.connect(clock.stop)
    panel.closed.connect(clock.go_on)
    panel.open()
    panel.open()
    panel.back.click()
    panel.close_panel()
    assert told == ["stopped", "running"]
