"""The commitment as one file of HTML: for screen readers, for large letters in a browser, and for braille translation.

It needs nothing but itself: no script, no link, no picture, no font from elsewhere; it says so to the browser, too.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count

from coachdesk.commitments.document import CommitmentDocument, Labelled, PlannedAction, Quote, Section, Words
from coachdesk.documents.composition import TAGS, asides
from coachdesk.documents.fonts import clean
from coachdesk.documents.html_checker import check_html
from coachdesk.documents.signature_html import signed_html
from coachdesk.documents.style import ACCENT, INK, QUIET, SOFT
from coachdesk.errors import AppError
from coachdesk.i18n import Language

_STYLE = f"""
:root {{ --ink: {INK}; --accent: {ACCENT}; --quiet: {QUIET}; --soft: {SOFT}; --paper: #ffffff; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --ink: #f2f2f2; --accent: #b5d0f0; --quiet: #c9cfd6; --soft: #5b6b7d; --paper: #15181c; }}
}}
@media print {{
  :root {{ --ink: #000000; --accent: #000000; --quiet: #000000; --soft: #767676; --paper: #ffffff; }}
  h1, h2 {{ break-after: avoid; }}
  li, dl > div {{ break-inside: avoid; }}
}}
body {{ margin: 0; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }}
main {{ max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: anywhere; }}
h1, h2 {{ color: var(--accent); line-height: 1.2; }}
h1 {{ font-size: 2.25rem; margin: 0.5rem 0 1rem; }}
h2 {{ font-size: 1.5rem; margin: 0 0 0.75rem; }}
section {{ margin-top: 2.5rem; }}
.asked, .chosen, .ours {{ border-left: 0.25rem solid var(--accent); padding-left: 1rem; }}
.chosen {{ border-left-style: dotted; }}
.ours {{ border-left-style: double; border-left-width: 0.375rem; }}
p, dd, blockquote {{ margin: 0.5rem 0; white-space: pre-line; }}
dl {{ margin: 0.5rem 0; }}
dl > div {{ margin: 0.25rem 0; }}
dt {{ font-weight: 600; }}
li dt {{ font-weight: 400; color: var(--quiet); }}
dd {{ margin: 0; }}
ol, ul {{ padding-left: 2.25rem; }}
li {{ margin: 1.25rem 0; }}
li::marker, .what {{ font-weight: 600; }}
blockquote {{ margin-left: 0; padding-left: 1rem; border-left: 0.2rem solid var(--soft); font-size: 1.25rem;
  color: var(--accent); }}
figure {{ margin: 1rem 0; break-inside: avoid; }}
svg {{ display: block; width: 15rem; max-width: 100%; overflow: visible; fill: none; stroke: var(--ink); stroke-width: 7;
  stroke-linecap: round; stroke-linejoin: round; }}
figcaption {{ width: 15rem; max-width: 100%; margin-top: 0.5rem; padding-top: 0.25rem;
  border-top: 1px solid var(--quiet); }}
@media (min-width: 36rem) {{
  dl > div {{ display: flex; gap: 1rem; }}
  dt {{ flex: 0 0 11rem; }}
  dd {{ flex: 1; }}
}}
"""

_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
"""

_FOOT = """</main>
</body>
</html>
"""


def render_html(document: CommitmentDocument) -> bytes:
    """The bytes of the file, in UTF-8; the same document always gives the same bytes.

    Raises:
        AppError: `documents.failed-checks` with the codes of the `findings`: the document must not be given to anybody.
    """
    title = _text(f"{document.title.value} {document.number}".strip())
    head = _HEAD.format(language=TAGS[document.language], title=title, style=_STYLE)
    content = "\n".join((head.rstrip("\n"), *_body(document), _FOOT)).encode()
    findings = check_html(content)
    if findings:
        raise AppError("documents.failed-checks", findings=", ".join(finding.code for finding in findings))
    return content


def _body(document: CommitmentDocument) -> Iterator[str]:
    yield f"<header>\n<h1>{_text(document.title.value)}</h1>"
    yield from _sentences(document.copy_sentences)
    yield "</header>"
    numbers = count(1)
    for place, section in enumerate(document.sections, 1):
        yield from _section(section, f"part-{place}", numbers, document.language)


def _section(section: Section, name: str, numbers: Iterator[int], language: Language) -> Iterator[str]:
    yield f'<section class="{section.kind}" aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{_text(section.heading.value)}</h2>'
    yield from _sentences(section.sentences)
    yield from _pairs(section.points)
    for quote in section.quotes:
        if _said(quote.words):
            yield f"<blockquote{_language(quote)}>{_text(quote.words.value)}</blockquote>"
    if section.actions:
        places = [next(numbers) for _action in section.actions]
        yield f'<ol start="{places[0]}">' if section.is_numbered else "<ul>"
        for action in section.actions:
            yield from _item(action, language)
        yield "</ol>" if section.is_numbered else "</ul>"
    for signature in section.signatures:
        yield from signed_html(signature)
    yield from _sentences(section.closing)
    yield "</section>"


def _item(action: PlannedAction, language: Language) -> Iterator[str]:
    yield "<li>"
    yield f'<p class="what"{_language(action.text)}>{_text(action.text.words.value)}</p>'
    yield from _pairs(action.details)
    for quote in asides(action, language):
        if _said(quote.words):
            yield f"<p{_language(quote)}>{_text(quote.words.value)}</p>"
    yield "</li>"


def _sentences(sentences: Iterable[Words]) -> Iterator[str]:
    for words in filter(_said, sentences):
        yield f"<p>{_text(words.value)}</p>"


def _pairs(pairs: tuple[Labelled, ...]) -> Iterator[str]:
    """A list of labels and their words; none where no pair has words."""
    rows = [
        f"<div><dt>{_text(pair.label.value)}</dt><dd>{_text(pair.words.value)}</dd></div>"
        for pair in pairs
        if _said(pair.words)
    ]
    if rows:
        yield "\n".join(("<dl>", *rows, "</dl>"))


def _language(quote: Quote) -> str:
    return f' lang="{TAGS[quote.language]}"'


def _text(words: str) -> str:
    """Any text, none of it markup."""
    return escape(clean(words))


def _said(words: Words) -> bool:
    return bool(clean(words.value))
