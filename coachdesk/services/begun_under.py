"""The words that an interview was begun under lie in the vault: it goes on under them, whatever became of their file."""

from collections.abc import Mapping
from dataclasses import replace

from coachdesk.content import Content
from coachdesk.i18n import Language
from coachdesk.interviews import Interview, Problem
from coachdesk.interviews.hashes import definition_hash
from coachdesk.interviews.wording import Wording, read_wording
from coachdesk.services.context import Context
from coachdesk.storage import Writer, keep_wording

Kept = Mapping[tuple[str, int], Mapping[Language, str]]
"""The texts that a vault keeps, by id and version of their definition."""


def keep_words(context: Context, writer: Writer, interview: Interview) -> None:
    """Keep the words that an interview was begun under, in the transaction that stores it."""
    wording = context.content.wordings.get(f"{interview.definition_id}/{interview.definition_version}")
    if wording is not None:
        keep_wording(writer.connection, (interview.definition_id, interview.definition_version), wording.texts)


def with_begun(content: Content, kept: Kept) -> Content:
    """The content with the versions that interviews of this vault were begun under.

    A version that is not there any more goes on and is not offered. One that says other things by now stays as it was
    here, and is named: no version is given twice.
    """
    for (definition_id, version), texts in kept.items():
        content = _with_one(content, f"{definition_id}.toml", f"{definition_id}/{version}", texts)
    return content


def _with_one(content: Content, name: str, key: str, texts: Mapping[Language, str]) -> Content:
    there = content.wordings.get(key)
    if there is not None and all(_same(there, language, text) for language, text in texts.items()):
        return content
    if there is not None and _same(there, Language.ENGLISH, texts[Language.ENGLISH]):
        texts = {**texts, **there.texts}  # a translation that came later, or that has gone since
    wording, problems = read_wording(name, texts)
    if wording is None:
        return replace(content, problems=(*content.problems, *problems))
    added = content.with_wording(wording)
    if there is None:
        return replace(added, withdrawn=added.withdrawn | {key})
    if _same(there, Language.ENGLISH, texts[Language.ENGLISH]):
        return added
    return replace(added, problems=(*content.problems, _other_words(content, name, key)))


def _same(there: Wording, language: Language, text: str) -> bool:
    """Whether there are the same words, however their lines end."""
    here = there.texts.get(language)
    return here is not None and (here == text or definition_hash(here) == definition_hash(text))


def _other_words(content: Content, name: str, key: str) -> Problem:
    sent = content.sources.get(f"interviews/{name}")
    text = f"Interviews were begun here under other words of {key}, which stay. Give it a newer version."
    return Problem("content.other-words", f"content/interviews/{name}" if sent else name, "the file", text)
