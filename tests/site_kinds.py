"""A file of every kind that an organisation can send, of any version and with any words in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from coachdesk.content import Content, Origin
from coachdesk.paths import resources
from coachdesk.site_content import Places, with_site
from tests.core.interviews.run import asking, one
from tests.site_files import PROGRAM, SIGNED, refused, source

FIRST = "first-commitments"
_BANK = resources("calendar", "bank-holidays.toml").read_text("utf-8")
_ENGLISH = resources("interviews", f"{FIRST}.toml").read_text("utf-8")
_NATIONAL = resources("provision", "national.toml").read_text("utf-8")
_WELSH = resources("interviews", f"{FIRST}.cy.toml").read_text("utf-8")


@dataclass(frozen=True)
class Sent:
    """A kind of file as it is sent: `of` makes one of a version, the program's own being 1, and of words."""

    folder: str
    name: str
    of: Callable[[int, str], bytes]
    says: Callable[[Content], str]
    mistake: tuple[bytes, bytes]

    @property
    def file(self) -> str:
        """As Administration names it."""
        return f"content/{self.folder}/{self.name}"

    def in_use(self, where: Places) -> tuple[str, Origin]:
        """What is used, and where it came from."""
        content = with_site(PROGRAM, SIGNED, where)
        return self.says(content), source(content, f"{self.folder}/{self.name}").origin

    def wrong(self, where: Places) -> set[str]:
        """The codes of what is refused; all of it is about this file or its signature."""
        found = [each for each in refused(where) if not each[1].endswith("untranslated")]
        assert {name for name, _code in found} <= {self.file, f"{self.file}.sig"}
        return {code for _name, code in found}


def bank_holidays(version: int, words: str) -> bytes:
    """The bank holidays of the program, compared on a later day, with one day more of that name."""
    day = PROGRAM.calendar.checked + timedelta(days=version - 1)
    text = _BANK.replace(f"checked = {PROGRAM.calendar.checked}", f"checked = {day}", 1)
    more = f'{{ on = 2027-07-01, name = "{words}", nations = ["england", "wales", "scotland"] }},'
    return text.replace("holidays = [", f"holidays = [\n    {more}", 1).encode()


def school_holidays(version: int, words: str) -> bytes:
    """The terms of one area, with a holiday of that name."""
    day = date(2026, 11, 20) + timedelta(days=version - 1)
    holiday = f'{{ from = 2027-07-01, until = 2027-07-02, name = "{words}" }}'
    return (
        f'[[areas]]\nid = "anytown"\nsource = "https://example.org"\nchecked = {day}\nholidays = [{holiday}]\n'.encode()
    )


def provision(version: int, words: str) -> bytes:
    """The directory of the program, in which Access to Work has another name."""
    day = PROGRAM.provision.version + timedelta(days=version - 1)
    text = _NATIONAL.replace(f"version = {PROGRAM.provision.version}", f"version = {day}", 1)
    return text.replace('name = "Access to Work"', f'name = "{words}"', 1).encode()


def first_commitments(version: int, words: str) -> bytes:
    """The first interview of the program under another title."""
    title = 'title = "First commitments meeting"'
    return _ENGLISH.replace("version = 1", f"version = {version}", 1).replace(title, f'title = "{words}"', 1).encode()


def in_welsh(version: int, words: str) -> bytes:
    """Its Welsh words under another title."""
    title = next(line for line in _WELSH.splitlines() if line.startswith("title = "))
    return _WELSH.replace("version = 1", f"version = {version}", 1).replace(title, f'title = "{words}"', 1).encode()


def talk(version: int, words: str) -> bytes:
    """An interview that the program does not have."""
    text = asking(one("short_text")).replace("version = 1", f"version = {version}", 1)
    return text.replace('title = "A talk"', f'title = "{words}"', 1).encode()


def title_of(definition_id: str) -> Callable[[Content], str]:
    """The title under which an interview can be begun; empty where it cannot."""
    return lambda content: next((each.title for each in content.offered() if each.id == definition_id), "")


def _in_july(content: Content) -> str:
    return next(iter({days.get(date(2027, 7, 1), "") for days in content.calendar.holidays.values()}), "")


def _first_row(content: Content) -> str:
    return content.provision.rows[0].name


def _at_school(content: Content) -> str:
    return content.schools.holiday("anytown", date(2027, 7, 1)) or ""


KINDS = {
    "bank holidays": Sent("calendar", "bank-holidays.toml", bank_holidays, _in_july, (b"checked =", b"chekced =")),
    "school holidays": Sent("calendar", "school-holidays.toml", school_holidays, _at_school, (b"source", b"sauce")),
    "provision": Sent("provision", "national.toml", provision, _first_row, (b"source =", b"sauce =")),
    "an interview": Sent("interviews", f"{FIRST}.toml", first_commitments, title_of(FIRST), (b'"must"', b'"perhaps"')),
    "a new interview": Sent("interviews", "talk.toml", talk, title_of("talk"), (b"short_text", b"shrt_text")),
}
