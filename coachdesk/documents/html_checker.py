"""Our own reading of a finished file of HTML: whether it is whole, says its language, and can do nothing but be read."""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

from coachdesk.documents.checker import Finding
from coachdesk.i18n import N_, _

_TEXTS = {
    "html-not-whole": N_("The file begins or ends something that does not end or begin."),
    "html-language": N_("The file does not say which language it is in."),
    "html-title": N_("The file has no title."),
    "html-headings": N_("The headings skip a level, or there is not exactly one main heading."),
    "html-names": N_("Two places of the file have the same name, or a name leads nowhere."),
    "html-picture": N_("A picture has no words for people who cannot see it."),
    "html-active": N_("The file holds a link, a script, a form or a picture from elsewhere."),
}

_EMPTY = frozenset({"meta", "br", "hr"})
_ALLOWED = frozenset({
    *("html", "head", "meta", "title", "style", "body", "main", "header", "section", "h1", "h2", "h3"),
    *("p", "dl", "div", "dt", "dd", "ol", "ul", "li", "blockquote", "figure", "figcaption", "svg", "path"),
})  # fmt: skip
_ATTRIBUTES = frozenset({
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "aria-labelledby", "start"),
    *("role", "aria-label", "viewbox", "d"),
})  # fmt: skip


def check_html(content: bytes) -> tuple[Finding, ...]:
    """What is wrong with a file of ours, or nothing."""
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    return tuple(Finding(code, _(_TEXTS[code])) for code in dict.fromkeys(reader.codes()))


class _Reader(HTMLParser):
    """Notes what is open, what was named, and whatever is not on the short list of what a file of ours may hold."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self._levels: list[int] = []
        self._ids: list[str] = []
        self._labels: list[str] = []
        self._language = self._title = ""
        self._torn = self._active = self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._active |= tag not in _ALLOWED or not _ATTRIBUTES.issuperset(given)
        self._silent |= tag == "svg" and not (given.get("aria-label") or "").strip()
        if tag == "html":
            self._language = given.get("lang") or ""
        if tag in {"h1", "h2", "h3"}:
            self._levels.append(int(tag[1]))
        self._ids += [value or "" for name, value in attrs if name == "id"]
        self._labels += [value or "" for name, value in attrs if name == "aria-labelledby"]
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._torn |= not self._open or self._open.pop() != tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"]:
            self._title += data
        if self._open[-1:] == ["style"]:
            self._active |= "url(" in data or "@import" in data

    def codes(self) -> Iterator[str]:
        """What was found, by its codes."""
        if self._torn or self._open:
            yield "html-not-whole"
        if not self._language:
            yield "html-language"
        if not self._title.strip():
            yield "html-title"
        deeper = all(below - above <= 1 for above, below in pairwise(self._levels))
        if self._levels[:1] != [1] or self._levels.count(1) != 1 or not deeper:
            yield "html-headings"
        if len(set(self._ids)) != len(self._ids) or not set(self._labels) <= set(self._ids):
            yield "html-names"
        if self._silent:
            yield "html-picture"
        if self._active:
            yield "html-active"
