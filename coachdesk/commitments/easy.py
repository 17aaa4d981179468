"""The commitment once more in easy words: one short idea a line, a picture beside each, the person's words as said."""

from coachdesk.commitments import easy_ending, easy_front, easy_plan, easy_rights
from coachdesk.commitments.document import EasySection, Section
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.easy_since import easy_since
from coachdesk.commitments.signed import easy_signatures
from coachdesk.commitments.source import Gettext, Source


def easy_sections(source: Source, different: tuple[Section, ...], gettext: Gettext) -> tuple[EasySection, ...]:
    """All sections in the order of the other formats; those with nothing in them are left out.

    `different` says what is different since another edition, as the other formats say it.
    """
    easy = Easy(source.language, gettext)
    return tuple(
        section
        for section in (
            easy_front.what_can_change(source, easy),
            *easy_since(different, easy),
            easy_plan.goals(source, easy),
            easy_front.about(source, easy),
            *easy_plan.plan(source, easy),
            easy_rights.saying_yes(source, easy),
            easy_ending.what_was_said(source, easy),
            easy_signatures(source, easy),
            easy_ending.next_meeting(source, easy),
            easy_ending.whom_to_tell(source, easy),
            easy_rights.what_to_ask_for(source, easy),
        )
        if section.lines
    )
