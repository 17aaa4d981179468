"""Settings about how long what is known of people is kept."""

from dataclasses import dataclass

from coachdesk.policy.kinds import readable, switch
from coachdesk.retention import kept_for as read_kept_for


@dataclass(frozen=True)
class Keeping:
    """How long records are kept."""

    record_adopted: bool = switch(
        "The organisation has adopted the program as a record. Until then what it keeps is a working copy, and goes four "
        "weeks after it is in the account.",
        default=False,
    )
    kept_for: str = readable(
        "How long kinds of record are kept, as in: notes 1 week; talks 3 weeks. Kinds: drafts, notes, talks, private, "
        "plans, commitments, papers, diary, life, packs, log, person. Longer than 4 weeks holds only where the program is "
        "adopted as a record: it then counts from the day on which the person left the caseload, 24 months where nothing "
        "is said. Drafts, notes and packs never go beyond 4 weeks.",
        "",
        read_kept_for,
    )
