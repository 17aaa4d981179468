"""One version of a definition in every language that there is, with the texts that it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass

from coachdesk.i18n import Language
from coachdesk.interviews.definition import Definition
from coachdesk.interviews.loader import load_definition
from coachdesk.interviews.overlays import laid_over
from coachdesk.interviews.problems import Problem

TRANSLATED: tuple[Language, ...] = tuple(language for language in Language if language is not Language.ENGLISH)
"""The languages whose words lie in a file of their own beside the English one."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one version, by language; English is always among them.

    Attributes:
        texts: of the files, as TOML.
        said: the definition in those words.
    """

    texts: Mapping[Language, str]
    said: Mapping[Language, Definition]

    @property
    def definition(self) -> Definition:
        """In English."""
        return self.said[Language.ENGLISH]


def file_of(name: str, language: Language) -> str:
    """The file beside `<name>.toml` with the words of a language: `<name>.cy.toml`."""
    return name if language is Language.ENGLISH else f"{name.removesuffix('.toml')}.{language}.toml"


def read_wording(name: str, texts: Mapping[Language, str]) -> tuple[Wording | None, tuple[Problem, ...]]:
    """The words in the texts of `<name>.toml` and of the files beside it, and all problems, notes among them.

    A language whose text has mistakes is left out; nothing is left where the English one has any.
    """
    english = texts[Language.ENGLISH]
    definition = load_definition(english, name=name)
    if isinstance(definition, tuple):
        return None, definition
    good, said, problems = {Language.ENGLISH: english}, {Language.ENGLISH: definition}, list[Problem]()
    for language in TRANSLATED:
        if language in texts:
            laid, found = laid_over(english, name, texts[language], file_of(name, language))
            problems += found
            if laid is not None:
                good[language], said[language] = texts[language], laid
    return Wording(good, said), tuple(problems)
