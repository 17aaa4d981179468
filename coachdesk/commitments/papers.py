"""Issued editions as they are compared, read from their snapshots."""

import json

from coachdesk.commitments.difference import Paper, words_for_paper
from coachdesk.commitments.document import SectionKind
from coachdesk.commitments.since import Since
from coachdesk.commitments.snapshot import document_of
from coachdesk.i18n import Language
from coachdesk.plans.plan import Action


def paper_of(snapshot: str, language: Language) -> Paper:
    """An edition in one of its languages.

    Raises:
        KeyError: where the snapshot does not have this language.
    """
    listed = json.loads(snapshot)["made_from"]["on_paper"]
    actions = {SectionKind(kind): tuple(ids) for kind, ids in listed.items()}
    return Paper(language, document_of(snapshot, language).sections, actions)


def since(edition: int, snapshot: str, actions: tuple[Action, ...]) -> Since:
    """The edition that a new one is compared with; `actions` are all of the person's as they are today."""
    papers = {language: paper_of(snapshot, language) for language in Language}
    return Since(edition, papers, words_for_paper(actions))
