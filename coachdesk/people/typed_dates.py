"""A date of birth in whatever layout it is typed: "2/3/95", "02.03.1995", "2 March 1995", "1995-03-02", "020395"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_YOUNGEST, _OLDEST = 14, 100
_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec"
_WELSH = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr"
_FULL = "january february march april may june july august september october november december"
_MONTHS = {name: number for names in (_ENGLISH, _WELSH, _FULL) for number, name in enumerate(names.split(), 1)} | {
    "sept": 9
}
_MONTH = "(?P<name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b"
_DAY, _TH = r"(?P<day>\d{1,2})", r"(?:\s*(?:st|nd|rd|th)\b)?(?:\s+of\b)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_APART = r"\s*[-/.\s,]\s*"
_LAYOUTS = tuple(
    re.compile(rf"(?<![\w/.-]){pattern}(?![\w/-])", re.IGNORECASE)
    for pattern in (
        rf"(?P<year>\d{{4}}){_APART}(?P<month>\d{{1,2}}){_APART}{_DAY}",
        rf"{_DAY}{_APART}(?P<month>\d{{1,2}}){_APART}{_YEAR}",
        rf"{_DAY}{_TH}[-/.\s,]*{_MONTH}\.?[-/.\s,]*{_YEAR}?",
        rf"{_MONTH}\.?\s*{_DAY}{_TH}{_APART}{_YEAR}",
        rf"{_MONTH}\.?[-/.\s,]*(?P<year>\d{{4}})",
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{2})",
        r"(?P<month>\d{1,2})/(?P<year>\d{4})",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})",
        r"(?P<year>(?:19|20)\d{2})",
    )
)
_DIGIT = re.compile(r"\d")  # every layout has one, and most of what is typed has none


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What was typed of a date; None for what was not.

    Attributes:
        turned: day and month have changed places.
    """

    year: int | None
    month: int | None
    day: int | None
    turned: bool = False

    @property
    def span(self) -> tuple[str, str] | None:
        """The first and last day that it may be, ISO; None where the year is not known."""
        if self.year is None:
            return None
        month, day = f"{self.month:02}" if self.month else "", f"{self.day:02}" if self.day else ""
        return f"{self.year}-{month or '01'}-{day or '01'}", f"{self.year}-{month or '12'}-{day or '31'}"


def read_date(text: str, today: date) -> tuple[tuple[TypedDate, ...], str, bool]:
    """What dates a text may hold, best first, the text without them, and whether their digits may be a phone's too."""
    for layout in _LAYOUTS if _DIGIT.search(text) else ():
        for match in layout.finditer(text):
            dates = tuple(_dates(match, today))
            if dates:
                return dates, f"{text[: match.start()]} {text[match.end() :]}", match[0].strip().isdigit()
    return (), text, False


def _dates(match: re.Match[str], today: date) -> Iterator[TypedDate]:
    found = match.groupdict()
    day = (int(found["day"]) or None) if found.get("day") else None  # people write 00 for a day that nobody knows
    named = found.get("name")
    month = _MONTHS[named.lower()] if named else int(found["month"]) if found.get("month") else None
    if month == 0:
        return
    years = _years(found.get("year") or "", today)
    for year in years:
        if _is_one(year, month, day, today):
            yield TypedDate(year, month, day)
    if named or month is None or day is None or month == day:
        return
    for year in years:
        if _is_one(year, day, month, today):
            yield TypedDate(year, day, month, turned=True)


def _years(digits: str, today: date) -> list[int | None]:
    if len(digits) != 2:
        return [int(digits) if digits else None]
    both = [century + int(digits) for century in (1900, 2000)]
    return [year for year in both if _YOUNGEST <= today.year - year < _OLDEST] or [*both]


def _is_one(year: int | None, month: int | None, day: int | None, today: date) -> bool:
    try:
        return date(year or 2000, month or 1, day or 1) <= today and (year is None or year > today.year - 130)
    except ValueError:
        return False


def agreement(typed: TypedDate, born: date) -> float:
    """How far a date of birth agrees with what was typed: 1 wholly, less where a part differs, 0 where too much does."""
    pairs = [(typed.year, born.year), (typed.month, born.month), (typed.day, born.day)]
    known = [(one, other) for one, other in pairs if one is not None]
    same = sum(one == other for one, other in known)
    if same == len(known):
        whole = 1.0 if len(known) == 3 else 0.85
        return whole - 0.15 * typed.turned
    return 0.4 if len(known) == 3 and same == 2 and not typed.turned else 0.0
