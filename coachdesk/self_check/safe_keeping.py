"""What keeps a caseload safe: the sealed part, backups that can be restored, a lock that opens for one passphrase only."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from coachdesk.application import Opened, open_vault
from coachdesk.commitments import Format
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.interviews import Interview, StoredAnswer
from coachdesk.rehearsal.temporary import PASSPHRASE
from coachdesk.self_check.main_job import Issued, Place
from coachdesk.self_check.report import CheckError, Steps, expect
from coachdesk.storage import find, restore, table_of
from coachdesk.vault import OpenKeys, VaultFiles, dropbox

_WRONG: Final = "not this one at all"


def open_sealed_answer(steps: Steps, opened: Opened, interview: Interview, question_id: str) -> None:
    """A sealed answer opens with this vault's key, and with no other."""
    with steps.step("sealed answer") as detail:
        table = table_of(StoredAnswer)
        with opened.database.read() as connection:
            rows = find(
                connection, StoredAnswer, table.c.interview_id == interview.id, table.c.question_id == question_id
            )
        sealed = rows[0].sealed_value if rows else None
        if sealed is None or rows[0].value is not None:
            raise CheckError(_("The answer is not sealed."))
        another, _public = dropbox.new_pair()
        try:
            dropbox.open_sealed(another, sealed, row=rows[0].id, question=question_id, version=rows[0].sealed_version)
        except AppError:
            pass
        else:
            raise CheckError(_("Another key opened the sealed answer."))
        shown = opened.services.interviews.reveal(interview, question_id, reason="self-check")
        expect(shown is not None and bool(shown.value), _("The key of the vault does not open the sealed answer."))
        detail.text = _("Opened with the key of the vault, and with no other.")


def back_up(steps: Steps, opened: Opened) -> Path:
    """A checked copy of the vault and its header."""
    with steps.step("backup") as detail:
        administration = opened.services.administration
        expect(administration.check().sound, _("The vault is not sound."))
        path = administration.back_up()
        detail.text = _("{kib} KiB, checked.").format(kib=path.stat().st_size // 1024)
    return path


def restore_elsewhere(steps: Steps, place: Place, backup: Path, keys: OpenKeys, issued: Issued) -> None:
    """The backup as a vault of its own, with the same document in it; the vault that it is of is closed."""
    with steps.step("restore") as detail:
        setting = replace(place.setting, folder=place.setting.folder / "restored")
        setting.folder.mkdir()
        restore(backup, keys.data_key, setting.files.vault)
        setting.files.header.write_bytes(VaultFiles(backup.parent, backup.stem).header.read_bytes())
        copy = open_vault(setting, PASSPHRASE)
        try:
            content = copy.services.commitments.content(issued.commitment.id, Format.PDF)
        finally:
            copy.close()
        expect(content in issued.files.values(), _("The document in the backup is another one."))
        detail.text = _("The same document, byte by byte.")


def lock_and_open(steps: Steps, place: Place) -> None:
    """A closed vault says nothing, refuses a wrong passphrase and opens with the right one."""
    with steps.step("lock") as detail:
        content = place.setting.files.vault.read_bytes()
        for word in (place.case.person.family_name, place.case.goals[0].text):
            expect(word.encode() not in content, _("The vault's file can be read without its key."))
        try:
            open_vault(place.setting, _WRONG).close()
        except AppError as error:
            if error.code != "vault.wrong-passphrase":
                raise
        else:
            raise CheckError(_("A wrong passphrase opened the vault."))
        open_vault(place.setting, PASSPHRASE).close()
        detail.text = _("Nothing can be read, a wrong passphrase is refused, the right one opens.")
