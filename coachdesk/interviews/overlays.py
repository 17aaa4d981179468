"""The words of a definition in another language, by id, laid over the English ones; what is missing stays English.

An overlay holds `id` and `version` of its definition, `title`, `stop_text`, and tables by id::

    [steps.hello]                    # title, say, prompts
    [steps.hello.say_by_channel]     # phone = "..."
    [questions.who_is_here]          # label, hint, person_label, why, because, required, unit, follow_up,
                                     # prompts, scale_ends
    [questions.who_is_here.labels]   # phone = "..."
    [questions.who_is_here.choices]  # alone = "label", or alone = { label = "...", hint = "...", ends = "..." }
    [choices]                        # the same by choice id, for every question that does not say otherwise
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from coachdesk.interviews.definition import Channel, Choice, Definition, Question, Step
from coachdesk.interviews.loader import load_definition
from coachdesk.interviews.problems import Problem
from coachdesk.interviews.reading import Problems, Table, by_channel, inside, toml

_CHOICE_TEXTS = ("label", "hint", "ends")


def overlay(definition: Definition, text: str, name: str) -> Definition | tuple[Problem, ...]:
    """The definition in the words of the overlay `text`, or all problems of it; `name` is the file's."""
    problems, english = Problems(name), Problems(name)
    laid = _lay(definition, text, problems, english)
    return tuple(problems.found) if problems.found else laid


def untranslated(definition: Definition, text: str, name: str) -> tuple[Problem, ...]:
    """Notes, not mistakes: the texts for which the overlay has no words, and that stay English."""
    english = Problems(name)
    _lay(definition, text, Problems(name), english)
    return tuple(replace(problem, note=True) for problem in english.found)


@lru_cache(maxsize=32)
def laid_over(english: str, name: str, text: str, over: str) -> tuple[Definition | None, tuple[Problem, ...]]:
    """A definition from its own text in the words of an overlay, and the notes on that; None and all problems otherwise.

    `name` and `over` are the files'. The same texts are not taken apart again.
    """
    definition = load_definition(english, name=name)
    laid = overlay(definition, text, over) if isinstance(definition, Definition) else definition
    if isinstance(definition, Definition) and isinstance(laid, Definition):
        return laid, untranslated(definition, text, over)
    return None, laid if isinstance(laid, tuple) else ()


def _lay(definition: Definition, text: str, problems: Problems, english: Problems) -> Definition:
    raw = toml(text, problems)
    if raw is None:
        return definition
    top = Table(raw, "", problems)
    _check_belongs(top, definition)
    steps = _by_id(top, "steps", "step", (step.id for step in definition.steps))
    questions = _by_id(top, "questions", "question", (question.id for question in definition.questions()))
    every = {choice.id for question in definition.questions() for choice in question.choices}
    shared = _choice_words(top, every)
    laid = replace(
        definition,
        title=_text(definition.title, top, "title", english),
        stop_text=_text(definition.stop_text, top, "stop_text", english),
        steps=tuple(
            replace(
                _step(step, steps[step.id], english),
                questions=tuple(_question(each, questions[each.id], shared, english) for each in step.questions),
            )
            for step in definition.steps
        ),
    )
    top.close()
    return laid


def _check_belongs(top: Table, definition: Definition) -> None:
    if top.identifier() != definition.id:
        top.wrong("overlay-of-another", f"These are not the words of {definition.id}.")
    if top.whole("version", needed=True) != definition.version:
        top.wrong("overlay-of-another", f"These are not the words of version {definition.version}.")


def _by_id(top: Table, key: str, kind: str, ids: Iterable[str]) -> dict[str, Table]:
    """The table of each id, an empty one where it is missing; an id that the definition does not have is a problem."""
    tables = top.table(key, key)
    found = {each: tables.table(each, f"{kind} {each}") for each in ids}
    _unknown(tables, found)
    return found


def _unknown(tables: Table, known: Iterable[str]) -> None:
    for name in tables.names():
        if name not in set(known):
            tables.wrong("unknown-id", f'There is no "{name}" in the definition.')


def _step(step: Step, words: Table, english: Problems) -> Step:
    laid = replace(
        step,
        title=_text(step.title, words, "title", english),
        say=_text(step.say, words, "say", english),
        prompts=_list(step.prompts, words, "prompts", english),
        say_by_channel=_channels(step.say_by_channel, words, "say_by_channel", english),
    )
    words.close()
    return laid


def _question(question: Question, words: Table, shared: Mapping[str, Table], english: Problems) -> Question:
    own = _choice_words(words, {choice.id for choice in question.choices})
    ends = _list(tuple(filter(None, question.scale_ends)), words, "scale_ends", english)
    laid = replace(
        question,
        label=_text(question.label, words, "label", english),
        hint=_text(question.hint, words, "hint", english),
        person_label=_text(question.person_label, words, "person_label", english),
        why=_text(question.why, words, "why", english),
        because=_text(question.because, words, "because", english),
        required=_text(question.required, words, "required", english),
        unit=_text(question.unit, words, "unit", english),
        follow_up=_text(question.follow_up, words, "follow_up", english),
        prompts=_list(question.prompts, words, "prompts", english),
        labels=_channels(question.labels, words, "labels", english),
        choices=tuple(
            _choice(choice, own.get(choice.id) or shared.get(choice.id), words.place, english)
            for choice in question.choices
        ),
        scale_ends=(ends[0], ends[1]) if len(ends) == 2 else question.scale_ends,
    )
    words.close()
    return laid


def _choice(choice: Choice, words: Table | None, place: str, english: Problems) -> Choice:
    words = words or Table({}, inside(place, f"choice {choice.id}"), english)
    return replace(
        choice,
        label=_text(choice.label, words, "label", english),
        hint=_text(choice.hint, words, "hint", english),
        ends=_text(choice.ends, words, "ends", english),
    )


def _choice_words(table: Table, known: set[str]) -> dict[str, Table]:
    """The words of choices by choice id, each a label or a table."""
    choices = table.table("choices", inside(table.place, "choices"))
    _unknown(choices, known)
    found = {}
    for name in choices.names():
        words = choices.raw(name)
        place = inside(table.place, f"choice {name}")
        found[name] = (
            Table({"label": words}, place, table.problems) if isinstance(words, str) else choices.table(name, place)
        )
        for key in found[name].names():
            if key not in _CHOICE_TEXTS:
                found[name].wrong("unknown-key", f'"{key}" is no text of a choice.')
    return found


def _text(text: str, words: Table, key: str, english: Problems) -> str:
    """The overlay's words, or the English text with a note."""
    said = words.text(key)
    if text and not said:
        _note(words, key, english)
    return said or text


def _list(texts: tuple[str, ...], words: Table, key: str, english: Problems) -> tuple[str, ...]:
    said = words.texts(key)
    if said and len(said) != len(texts):
        words.wrong("other-length", f'"{key}" has {len(said)} texts, and the definition has {len(texts)}.')
    if texts and not said:
        _note(words, key, english)
    return said or texts


def _channels(texts: Mapping[Channel, str], words: Table, key: str, english: Problems) -> Mapping[Channel, str]:
    said = by_channel(words, key)
    for channel in texts:
        if channel not in said:
            _note(words, f"{key} / {channel}", english)
    return {**texts, **said}


def _note(words: Table, key: str, english: Problems) -> None:
    english.add("untranslated", words.place, f'"{key}" has no words in this language, so it stays English.')
