"""Makes the one document from its source: translated, filtered, frozen."""

from coachdesk.commitments import bounds, front, planned, rights, signed
from coachdesk.commitments.difference import Paper, actions_on_paper
from coachdesk.commitments.document import CommitmentDocument, Section
from coachdesk.commitments.easy import easy_sections
from coachdesk.commitments.since import Since, since_sections
from coachdesk.commitments.source import Gettext, Source
from coachdesk.i18n import translation
from coachdesk.privacy import ours


def build(source: Source, since: Since | None = None) -> CommitmentDocument:
    """The document, in reading order. What is not for paper is not in it, and nothing can put it there later.

    With an edition named in `since`, what is different since then comes before the plan; before it come the four things
    that everybody reads on page one (interviews.md 10).
    """
    gettext = translation(source.language).gettext
    sections = tuple(section for section in _sections(source, gettext) if section is not None)
    paper = Paper(source.language, sections, actions_on_paper(source.plan))
    different = since_sections(since, paper, gettext) if since is not None else ()
    return CommitmentDocument(
        language=source.language,
        title=ours(gettext("My commitments")),
        number=source.number,
        edition=source.edition,
        issued_on=source.issued_on,
        copy_sentences=front.copy_sentences(source, gettext),
        sections=(sections[0], *different, *sections[1:]),
        footer=ours(front.number_line(source, gettext)),
        page_label=ours(gettext("Page {page} of {pages}")),
        easy=easy_sections(source, different, gettext),
        with_square=not source.person.safe_address,
    )


def _sections(source: Source, gettext: Gettext) -> tuple[Section | None, ...]:
    """In reading order; None for those that say nothing of this person."""
    return (
        front.what_can_be_changed(source, gettext),
        planned.goals(source, gettext),
        front.about_this_paper(source, gettext),
        bounds.hours(source, gettext),
        bounds.availability(source, gettext),
        bounds.not_looking(source, gettext),
        planned.asked(source, gettext),
        planned.chosen(source, gettext),
        planned.promised(source, gettext),
        planned.by_others(source, gettext),
        planned.in_the_way(source, gettext),
        rights.saying_yes(source, gettext),
        front.what_was_said(source, gettext),
        signed.signatures(source, gettext),
        front.next_meeting(source, gettext),
        front.whom_to_tell(source, gettext),
        rights.what_to_ask_for(source, gettext),
    )
