"""What the program needs of this machine, each part by itself: a failure of one says nothing about the next."""

import platform
from contextlib import suppress
from datetime import date

from coachdesk.advice import sentence
from coachdesk.content import read_content
from coachdesk.errors import AppError
from coachdesk.i18n import Language, _, long_date, translation
from coachdesk.self_check.report import KeychainFinding, StepFailedError, Steps, expect
from coachdesk.vault import probe, system_keychain

_LETTERS = "Ŵŵ Ŷŷ Łł Șș Ğğ Ẹẹ Ññ Çç Øø ß £ € “ ” ’ – Ωλ Жя"
"""Letters of Welsh and of the names on a caseload, and marks of our own sentences."""

_WELSH_DAY = "dydd mawrth"


def check_machine(steps: Steps) -> None:
    """Try every part that the rest is built on."""
    for part in (_database, _content, _fonts, _translations):
        with suppress(StepFailedError):
            part(steps)


def check_keychain(*, required: bool) -> KeychainFinding:
    """Keep, read and forget a throw-away entry in this machine's keychain."""
    try:
        probe(system_keychain())
    except AppError as error:
        return KeychainFinding(ok=False, required=required, detail=_without(error, required=required))
    return KeychainFinding(ok=True, required=required, detail=_("A throw-away entry was kept, read and forgotten."))


def _without(error: AppError, *, required: bool) -> str:
    if error.code == "vault.no-keychain" and not required:
        return _(
            "This machine has no keychain that can be used. A vault can do without, unless your policy requires it."
        )
    return sentence(error)


def about_platform() -> dict[str, str]:
    """The machine, without its name."""
    return {
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "python": platform.python_version(),
    }


def _database(steps: Steps) -> None:
    from sqlcipher3 import dbapi2

    from coachdesk.storage.driver import check_sqlite

    with steps.step("database") as detail:
        check_sqlite()
        with dbapi2.connect(":memory:") as connection:
            cipher: str = connection.execute("PRAGMA cipher_version").fetchone()[0]
        detail.text = f"SQLCipher {cipher}, SQLite {dbapi2.sqlite_version}"


def _content(steps: Steps) -> None:
    with steps.step("content") as detail:
        content = read_content()
        mistakes = [each for each in content.problems if not each.note]
        expect(not mistakes, _("The written content has mistakes; check-content names each one."))
        expect(bool(content.definitions), _("There is no interview."))
        expect(bool(content.provision.rows), _("The directory has no rows."))
        detail.text = ", ".join(f"{each.id} {each.version}" for each in content.definitions)


def _fonts(steps: Steps) -> None:
    from coachdesk.documents.fonts import unprintable

    with steps.step("fonts") as detail:
        missing = " ".join(unprintable(_LETTERS))
        expect(not missing, _("The fonts lack these characters: {characters}").format(characters=missing))
        detail.text = _LETTERS


def _translations(steps: Steps) -> None:
    with steps.step("translations") as detail:
        welsh = long_date(date(2026, 12, 1), Language.WELSH)
        expect(welsh.casefold().startswith(_WELSH_DAY), _("Dates are not in Welsh."))
        title = translation(Language.WELSH).gettext("My commitments")
        expect(title != "My commitments", _("The Welsh catalogue is missing."))
        detail.text = f"{title}; {welsh}"
