"""The words that a fact may be one of."""

from enum import StrEnum


class Capability(StrEnum):
    """What the benefit has decided about work and health."""

    NOT_IN_QUESTION = "not_in_question"
    AWAITING_ASSESSMENT = "awaiting_assessment"
    FIT_FOR_WORK = "fit_for_work"
    LIMITED = "limited"
    LIMITED_AND_ACTIVITY = "limited_and_activity"


class Known(StrEnum):
    """An answer that may still be waited for."""

    YES = "yes"
    NO = "no"
    PENDING = "pending"


class SelfEmployed(StrEnum):
    NO = "no"
    NOT_GAINFUL = "not_gainful"
    START_UP = "start_up"
    GAINFUL = "gainful"


class Says(StrEnum):
    """What a fit note says."""

    NOT_FIT = "not_fit"
    MAY_BE_FIT = "may_be_fit"


class Who(StrEnum):
    """Who has died."""

    PARTNER = "partner"
    RESPONSIBLE_CHILD = "responsible_child"
    OWN_CHILD = "own_child"
    YOUNG_PERSON_RESPONSIBLE_FOR = "young_person_responsible_for"
    OTHER = "other"


class Custody(StrEnum):
    NONE = "none"
    IN_CUSTODY = "in_custody"
    TEMPORARY_RELEASE = "temporary_release"


class TemporaryKind(StrEnum):
    """Temporary circumstances that reg. 99(5)(b) names or covers."""

    CHILDCARE = "childcare"
    DOMESTIC_EMERGENCY = "domestic_emergency"
    FUNERAL = "funeral"
    HOMELESS = "homeless"
    OTHER = "other"


class DeductionKind(StrEnum):
    """What reg. 95(2) takes off the expected hours."""

    PAID_WORK = "paid_work"
    VOLUNTARY = "voluntary"
    PREPARATION = "preparation"
    VOLUNTARY_PREPARATION = "voluntary_preparation"
    TEMPORARY = "temporary"


class LimitKind(StrEnum):
    TRAVEL = "travel"
    TIMES = "times"
    PLACE = "place"
    KIND_OF_WORK = "kind_of_work"
    PAY = "pay"


class Decided(StrEnum):
    """What a coach decided about a discretion."""

    APPLIED = "applied"
    NOT_APPLIED = "not_applied"


class Relation(StrEnum):
    RESPONSIBLE_FOR = "responsible_for"
    ADOPTED = "adopted"
    FOSTER = "foster"
    FRIEND_OR_FAMILY = "friend_or_family"


class Member(StrEnum):
    """One of the two of a couple, as the claimant's finding names them."""

    CLAIMANT = "claimant"
    PARTNER = "partner"
