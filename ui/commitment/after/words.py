"""Words for what is recorded of an answer."""

from collections.abc import Iterable

from coachdesk.commitments import OUTCOMES, ROLES, WAYS, Entry, ExplainedHow
from coachdesk.i18n import N_, _
from ui.kit import Option

EXPLAINED = {
    ExplainedHow.READ_ALOUD: N_("Said aloud and talked about"),
    ExplainedHow.IN_WRITING: N_("Read together on paper or screen"),
    ExplainedHow.INTERPRETER: N_("With an interpreter or supporter"),
    ExplainedHow.NOT_TODAY: N_("Not today"),
    ExplainedHow.NOTHING_ASKED: N_("Nothing is asked, so nothing can happen"),
}
"""Message ids, as the interviews ask it."""


def outcome_options() -> tuple[Option, ...]:
    """The six outcomes to choose from."""
    return tuple(Option(each.value, _(words)) for each, words in OUTCOMES.items())


def way_options() -> tuple[Option, ...]:
    """The ways to choose from."""
    return tuple(Option(each.value, capital(_(words))) for each, words in WAYS.items())


def role_options() -> tuple[Option, ...]:
    """Who else may have been there."""
    return tuple(Option(each.value, capital(_(words))) for each, words in ROLES.items())


def explained_options() -> tuple[Option, ...]:
    """How it may have been explained."""
    return tuple(Option(each.value, _(words)) for each, words in EXPLAINED.items())


def reasons() -> tuple[str, ...]:
    """Why an earlier entry is put right, on offer with one key."""
    return (
        _("It was noted by mistake."),
        _("They told us something else later."),
        _("It was put down for another day."),
    )


def details(entry: Entry) -> Iterable[str]:
    """What else was recorded with an entry, a sentence each."""
    if entry.outcome is not None and entry.way is not None:
        yield _("Answered {way}.").format(way=_(WAYS[entry.way]))
    if entry.explained_how is not None and entry.looked_by is None:
        yield _("What can happen: {how}.").format(how=_(EXPLAINED[entry.explained_how]).lower())
    if entry.explained_by:
        yield _("Explained by: {who}.").format(who=entry.explained_by)
    if entry.asked_who:
        yield _("Asked to help: {who}.").format(who=entry.asked_who)
    for each in entry.present:
        words = _("With {who} ({language}).") if each.language else _("With {who}.")
        yield words.format(who=_(ROLES[each.role]), language=each.language)
    if entry.reason:
        yield _("Why this was put right: {reason}").format(reason=entry.reason)


def capital(words: str) -> str:
    """With a capital, as a choice begins."""
    return words[:1].upper() + words[1:]
