from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachdesk.application import Setting, open_vault, open_with_recovery_key
from coachdesk.errors import AppError
from coachdesk.policy import Policy
from coachdesk.vault.organisation_key import make
from coachdesk.vault.recovery import groups
from tests.ui.administration.conftest import Screen, Show
from tests.ui.conftest import QtLog
from tests.vaults import CHEAP, PASSPHRASE

NEW = "quite another long passphrase"


def change(screen: Screen, qtbot: QtBot, old: str, new: str, again: str) -> None:
    keys = screen.page.keys
    for field, text in ((keys.old, old), (keys.new, new), (keys.again, again)):
        field.line.setText(text)
    keys.change_button.click()
    qtbot.waitUntil(screen.idle)


def renew(screen: Screen, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    screen.page.keys.passphrase.line.setText(passphrase)
    screen.page.keys.renew_button.click()
    qtbot.waitUntil(screen.idle)


def opens(where: Setting, passphrase: str) -> bool:
    """Whether a passphrase opens the vault; any other trouble than a wrong one fails the test."""
    try:
        open_vault(where, passphrase).close()
    except AppError as error:
        if error.code != "vault.wrong-passphrase":
            raise
        return False
    return True


def test_it_says_whose_vault_this_is_and_that_the_keychain_helps(show: Show) -> None:
    said = show().said()
    assert "This is the vault of Sam Okafor, Wakefield. It was made on " in said
    assert "It opens with your passphrase and this computer's keychain together." in said


def test_it_says_plainly_that_there_is_no_keychain(show: Show, where: Setting) -> None:
    object.__setattr__(where, "keychain", None)
    assert "It opens with your passphrase alone" in show().said()


def test_a_new_passphrase_opens_the_vault_and_the_old_one_does_not(show: Show, where: Setting, qtbot: QtBot) -> None:
    screen = show()
    change(screen, qtbot, PASSPHRASE, NEW, NEW)
    assert screen.heard.notices == [
        "The new passphrase holds from now on. A backup with it is being made. Earlier backups keep the old one."
    ]
    keys = screen.page.keys
    assert [field.value() for field in (keys.old, keys.new, keys.again)] == ["", "", ""]
    screen.close()
    assert not opens(where, PASSPHRASE)
    assert opens(where, NEW)


@pytest.mark.parametrize(
    ("old", "new", "again", "field", "said"),
    [
        ("not the passphrase", NEW, NEW, "old", "That passphrase does not open this vault."),
        (PASSPHRASE, NEW, "something else", "again", "The two passphrases are not the same. Type them once more."),
        (PASSPHRASE, "eleven char", "eleven char", "new", "Use at least 12 characters."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_changes(
    show: Show, where: Setting, qtbot: QtBot, old: str, new: str, again: str, field: str, said: str
) -> None:
    screen = show()
    change(screen, qtbot, old, new, again)
    keys = screen.page.keys
    fields = {"old": keys.old, "new": keys.new, "again": keys.again, "renew": keys.passphrase}
    assert {name: each.error()[: len(said)] for name, each in fields.items() if each.error()} == {field: said}
    assert screen.heard.notices == []
    screen.close()
    assert opens(where, PASSPHRASE)


def test_a_new_recovery_key_is_shown_until_a_group_was_typed_back(show: Show, where: Setting, qtbot: QtBot) -> None:
    screen = show()
    renew(screen, qtbot)
    keys, shown = screen.page.keys, screen.presenter.state.keys
    words = screen.said()
    for number, group in enumerate(shown.groups, 1):
        assert f"{number}. {group}" in words
    keys.key.typed.line.setText("WXYZ")
    keys.kept_button.click()
    assert keys.key.typed.error() == f"That is not group {shown.asked}. Compare it with what you kept."
    keys.key.typed.line.setText(shown.groups[shown.asked - 1].lower())
    keys.kept_button.click()
    assert not any(group in screen.said() for group in shown.groups)
    assert screen.heard.notices == ["The new recovery key holds. The one before opens only the backups from before."]
    screen.close()
    again = open_with_recovery_key(where, "-".join(shown.groups), passphrase=NEW)
    assert again.info.coach_name == "Sam Okafor"
    again.close()


def test_nobody_makes_a_recovery_key_at_a_desk_left_alone(show: Show, qtbot: QtBot) -> None:
    screen = show()
    before = screen.vault.locks, (screen.vault.database.path.with_suffix(".cdheader")).read_bytes()
    renew(screen, qtbot, "a guess of somebody else")
    assert screen.page.keys.passphrase.error() == "That passphrase does not open this vault."
    assert screen.presenter.state.keys.groups == ()
    assert before == (screen.vault.locks, screen.vault.database.path.with_suffix(".cdheader").read_bytes())


def test_a_change_of_passphrase_after_a_new_recovery_key_keeps_both(show: Show, where: Setting, qtbot: QtBot) -> None:
    screen = show()
    renew(screen, qtbot)
    key = screen.page.keys.key.key()
    screen.presenter.kept(groups(key)[screen.presenter.state.keys.asked - 1])
    change(screen, qtbot, PASSPHRASE, NEW, NEW)
    screen.close()
    assert opens(where, NEW)
    open_with_recovery_key(where, key, passphrase=PASSPHRASE).close()


def test_a_group_may_be_typed_as_people_read_it(show: Show) -> None:
    screen = show()
    state = screen.presenter.state
    screen.presenter._keys(type(state.keys)(with_keychain=True, groups=("0A1B", "2CDE"), asked=1))
    screen.presenter.kept(" oa-lb ")
    assert screen.presenter.state.keys.groups == ()


def test_what_was_copied_is_taken_back_and_what_others_copied_stays(show: Show, qtbot: QtBot) -> None:
    screen = show()
    renew(screen, qtbot)
    key = screen.page.keys.key
    key.copy_button.click()
    assert QApplication.clipboard().text() == key.key()
    QApplication.clipboard().setText("a shopping list")
    assert key.loan is not None
    key.loan.take_back()
    assert QApplication.clipboard().text() == "a shopping list"


def said(screen: Screen) -> list[str]:
    return [line.text for line in screen.vault.services.administration.audit(limit=3)]


def test_a_recovery_key_that_was_printed_or_copied_is_in_the_list_once_it_was(
    show: Show, qtbot: QtBot, qtlog: QtLog, tmp_path: Path
) -> None:
    screen = show()
    renew(screen, qtbot)
    key = screen.page.keys.key
    screen.printer = QPrinter()
    screen.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    screen.printer.setOutputFileName(str(tmp_path / "gone" / "key.pdf"))
    with qtlog.disabled():
        key.print_button.click()
    assert screen.heard.notices[-1].startswith("Nothing was printed")
    assert "The recovery key was printed." not in said(screen)
    screen.printer.setOutputFileName(str(tmp_path / "key.pdf"))
    key.print_button.click()
    assert screen.heard.notices[-1] == "Sent to the printer."
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    key.copy_button.click()
    assert said(screen)[:2] == ["The recovery key was copied.", "The recovery key was printed."]
    assert key.loan is not None
    key.loan.take_back()


def test_the_vault_is_encrypted_anew_and_opens_as_before(show: Show, where: Setting, qtbot: QtBot) -> None:
    screen = show()
    before = screen.vault.database.key
    screen.page.keys.fresh.line.setText(PASSPHRASE)
    screen.page.keys.fresh_button.click()
    qtbot.waitUntil(screen.idle)
    assert screen.heard.notices == ["The vault is encrypted anew. Your passphrase and recovery key stay."]
    assert screen.vault.database.key != before
    screen.close()
    assert opens(where, PASSPHRASE)


def test_a_wrong_passphrase_encrypts_nothing_anew(show: Show, qtbot: QtBot) -> None:
    screen = show()
    before = screen.vault.database.key
    screen.page.keys.fresh.line.setText("not the passphrase")
    screen.page.keys.fresh_button.click()
    qtbot.waitUntil(screen.idle)
    assert screen.page.keys.fresh.error() == "That passphrase does not open this vault."
    assert screen.vault.database.key == before


def test_it_says_that_nobody_else_opens_the_vault(show: Show) -> None:
    assert "Nobody else can open it." in show().said()


def test_it_says_that_the_organisation_opens_the_vault_too(show: Show, tmp_path: Path) -> None:
    first, second = (make(tmp_path / name, PASSPHRASE, kdf=CHEAP) for name in ("first.key", "second.key"))
    said = show(Policy(recovery_key=first, second_recovery_key=second)).said()
    assert "What is sealed opens only with two people together" in said
