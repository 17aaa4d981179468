"""What the organisation's policy withholds: printing, the clipboard, forms and languages. Asked before anything goes out."""

from coachdesk.commitments import Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import How
from coachdesk.policy import Policy


def withheld(policy: Policy) -> frozenset[How]:
    """The ways of handing over that the policy forbids."""
    allowed = {How.PRINTED: policy.printing_allowed, How.COPIED: policy.clipboard_allowed}
    return frozenset(how for how, allows in allowed.items() if not allows)


def offered_formats(policy: Policy) -> tuple[Format, ...]:
    """The forms that may be handed over."""
    return tuple(kind for kind in Format if kind in policy.formats)


def offered_languages(policy: Policy) -> tuple[Language, ...]:
    """The languages in which documents may be handed over."""
    return tuple(language for language in Language if language in policy.languages)


def require_way(policy: Policy, how: How) -> None:
    """Do nothing, or raise AppError: "policy.no-printing", "policy.no-clipboard"."""
    if how is How.PRINTED and not policy.printing_allowed:
        raise AppError("policy.no-printing")
    if how is How.COPIED and not policy.clipboard_allowed:
        raise AppError("policy.no-clipboard")


def require_form(policy: Policy, kind: Format, language: Language) -> None:
    """Do nothing, or raise AppError: "policy.no-form" for a form, "policy.no-language" for a language not on offer."""
    if kind not in policy.formats:
        raise AppError("policy.no-form")
    if language not in policy.languages:
        raise AppError("policy.no-language")
