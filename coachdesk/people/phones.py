"""Phone numbers, however they are spaced, with a nation's code or without."""

import re

_ONE = re.compile(r"(?:\+|\b00)?\(?\d[\d\s().-]*")
_SHORTEST = 4


def national(text: str) -> tuple[str, ...]:
    """Each number in a text as its digits from within the country: "+44 (0)7700 900123" is "07700900123"."""
    return tuple(number for number in map(_national, _ONE.findall(text)) if len(number) >= _SHORTEST)


def _national(text: str) -> str:
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if text.lstrip("( ").startswith("+44"):
        return "0" + digits.removeprefix("44")
    return "0" + digits.removeprefix("0044") if digits.startswith("0044") else digits
