"""The lines of a calendar file, so that a mistake can be named by the number of its line."""

from collections.abc import Callable, Iterator

from icalendar.parser import Contentline

_OUTERMOST = "VCALENDAR"
_READ: Callable[[str], Contentline] = Contentline.from_ical


def first_mistake(content: bytes) -> int:
    """The number of the first line that cannot be read, or of the last where something is left open; 0 where all is well."""
    last, open_parts, seen = 1, list[str](), False
    for number, line in _lines(content):
        last = number
        name, value = _parts(line)
        if name == "BEGIN" and (bool(open_parts) or value == _OUTERMOST):
            open_parts.append(value)
            seen = True
        elif name == "END" and open_parts and open_parts[-1] == value:
            open_parts.pop()
        elif not name or name in {"BEGIN", "END"} or not open_parts:
            return number
    return last if open_parts or not seen else 0


def line_of(content: bytes, event: int) -> int:
    """The number of the line on which an entry begins; entries are counted from 0."""
    begun = (number for number, line in _lines(content) if _parts(line) == ("BEGIN", "VEVENT"))
    return next((number for place, number in enumerate(begun) if place == event), 1)


def _lines(content: bytes) -> Iterator[tuple[int, str]]:
    """Whole lines with the number of the first of those that they are folded into; empty ones are left out."""
    begun, parts = 1, list[str]()
    for number, raw in enumerate(content.decode("utf-8", "surrogateescape").split("\n"), 1):
        line = raw.removesuffix("\r")
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
            continue
        if any(parts):
            yield begun, "".join(parts)
        begun, parts = number, [line]
    if any(parts):
        yield begun, "".join(parts)


def _parts(line: str) -> tuple[str, str]:
    """Name and value of a line, in capitals; nothing where it is none."""
    try:
        name, _parameters, value = _READ(line.encode("utf-8").decode("utf-8")).parts()
    except ValueError:  # also what is not UTF-8
        return "", ""
    return str(name).upper(), str(value).strip().upper() if str(name).upper() in {"BEGIN", "END"} else ""
