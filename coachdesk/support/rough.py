"""Sizes, counts and ages told roughly: enough to help, too little to tell one caseload from another."""

from datetime import date

_KIB = 1024
_SIZES = (
    (_KIB, "under 1 KiB"),
    (_KIB**2, "1 KiB to 1 MiB"),
    (10 * _KIB**2, "1 to 10 MiB"),
    (100 * _KIB**2, "10 to 100 MiB"),
    (_KIB**3, "100 MiB to 1 GiB"),
    (10 * _KIB**3, "1 to 10 GiB"),
)
_COUNTS = ((1, "none"), (10, "1 to 9"), (100, "10 to 99"), (1000, "100 to 999"))
_AGES = ((1, "today"), (8, "within a week"), (31, "within a month"))


def size(count: int) -> str:
    """A number of bytes."""
    return next((words for most, words in _SIZES if count < most), "over 10 GiB")


def many(count: int) -> str:
    """How many there are of something."""
    return next((words for most, words in _COUNTS if count < most), "1000 or more")


def age(then: date, today: date) -> str:
    """How long ago a day was."""
    return next((words for most, words in _AGES if (today - then).days < most), "longer ago")
