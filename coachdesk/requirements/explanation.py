"""A finding in plain words, as a careful colleague would put it to a coach.

What is sealed is said by its neutral label: no day, no citation, no words of its rule.
"""

from collections.abc import Iterable, Iterator

from coachdesk.i18n import _, plain_number, short_date
from coachdesk.requirements.finding import Because, Finding, Group, Standing
from coachdesk.requirements.labels import GROUPS, STANDINGS, authority_word, cited, fact_words, within
from coachdesk.requirements.pauses import considered, pauses
from coachdesk.requirements.rule import Rule, Rules

Lines = Iterator[str]


def explain_lines(finding: Finding, rules: Rules) -> tuple[str, ...]:
    """The lines, with an empty one between parts.

    Args:
        finding: of one person for one day.
        rules: those that it was made by; they say on whose authority each source speaks.
    """
    parts = (
        (_("The group"), _group(finding, rules)),
        (_("What can be asked for today"), _standings(finding)),
        (_("Hours"), _hours(finding, rules)),
        (_("What is not asked for today"), pauses(finding, rules)),
        (_("For you to decide"), considered(finding, rules)),
        (_("Being available and travelling"), _availability(finding, rules)),
        (_("Earnings"), _earnings(finding)),
        (_("Worth knowing"), _warnings(finding, rules)),
        (_("What would change it"), _changes(finding)),
        (_("Sources"), _sources(finding, rules)),
    )
    lines = [_("On what is recorded today, for {day}.").format(day=short_date(finding.on))]
    for heading, part in parts:
        if said := tuple(dict.fromkeys(part)):
            lines += ["", heading, *(f"  {line}" for line in said)]
    return (*lines, "", _("You decide, and say why."))


def _group(finding: Finding, rules: Rules) -> Lines:
    if finding.group is not None:
        yield _(GROUPS[finding.group])
    yield from _reasons(finding.group_because, rules)


def _standings(finding: Finding) -> Lines:
    standings = (
        (_("Looking for work: {how}."), finding.search),
        (_("Being available: {how}."), finding.availability),
        (_("Interviews: {how}."), finding.interviews),
        (_("Preparation: {how}."), finding.preparation),
    )
    for sentence, standing in standings:
        if standing is not None and finding.group is not Group.NONE:
            yield sentence.format(how=_(STANDINGS[standing]))


def _hours(finding: Finding, rules: Rules) -> Lines:
    hours = finding.expected_hours
    if finding.group is not Group.ALL:
        return
    words = {
        name: plain_number(value) if value is not None else ""
        for name, value in (("hours", hours.hours), ("default", hours.default), ("maximum", hours.policy_maximum))
    }
    if hours.decide:
        yield _(
            "How many hours a week is for you to decide: a lesser number than the default of {default} applies."
        ).format(**words)
    elif hours.decided:
        yield _("{hours} hours a week, as it was decided. The default of the law is {default}.").format(**words)
    elif hours.hours is not None:
        yield _("{hours} hours a week, the default of the law.").format(**words)
    if hours.policy_maximum is not None:
        yield _("{maximum} hours is the most that policy allows. It is not law, and no number to start from.").format(
            **words
        )
    yield from _reasons(hours.because, rules)
    if finding.search_hours is not None:
        yield _("For looking for work, after what is taken off: {hours} hours a week.").format(
            hours=plain_number(finding.search_hours)
        )


def _availability(finding: Finding, rules: Rules) -> Lines:
    if not _is_asked_to_be_available(finding):
        return
    terms, travel = finding.availability_terms, finding.travel
    if finding.availability in {Standing.POSTPONED_JOB, Standing.POSTPONED_JOB_AND_INTERVIEW}:
        yield _("This counts again when what puts it off has ended.")
    if terms.because:
        yield _("To start a job: {when}.").format(when=within(terms.start_up_to))
        yield _("To come to a job interview: {when}.").format(when=within(terms.interview_up_to))
        yield _cited_rule(terms.because, rules.of(terms.rule))
    if travel.ceiling is not None:
        rule = rules.on("travel", finding.on)
        text = _("Travel: {minutes} minutes each way at the very most.").format(minutes=travel.ceiling)
        yield _cited_rule(text, rule)
    if travel.guidance is not None:
        rule = rules.on("travel_guidance", finding.on)
        text = _("For so few hours: {minutes} minutes each way at the most.").format(minutes=travel.guidance)
        yield _cited_rule(text, rule)
    if travel.agreed is not None:
        yield _("Agreed with this person: {minutes} minutes each way.").format(minutes=travel.agreed)


def _earnings(finding: Finding) -> Lines:
    """Without the sum of a couple's thresholds: it would tell what is asked of the partner."""
    sums, reached = finding.thresholds, set(finding.thresholds.met)
    named = (
        ("aet_single", sums.aet_single, _("Administrative earnings threshold, own earnings: £{pounds} a month.")),
        ("aet_couple", sums.aet_couple, _("Administrative earnings threshold, a couple together: £{pounds} a month.")),
        ("cet", sums.cet, _("Individual threshold of this person: £{pounds} a month.")),
    )
    for name, pounds, sentence in named:
        if pounds is not None:
            amount = sentence.format(pounds=f"{pounds:,}")
            yield _("{amount} It is reached.").format(amount=amount) if name in reached else amount


def _warnings(finding: Finding, rules: Rules) -> Lines:
    for each in finding.warnings:
        if each.sealed:
            yield _("A follow-up is due about a statutory pause. Do not ask for details.")
        else:
            yield cited(each.text, each.citation, rules.of(each.rule))


def _changes(finding: Finding) -> Lines:
    for review in finding.review:
        if review.sealed:
            yield _("A statutory pause is to be looked at again when you next speak.")
        else:
            yield _("{day}: {because}.").format(day=short_date(review.on), because=review.because)
    for path in finding.ask:
        yield _("It would help to know {what}.").format(what=fact_words(path))


def _sources(finding: Finding, rules: Rules) -> Lines:
    """Each rule behind what was said, in the order in which it was said; the sealed ones stay out."""
    terms, topics = finding.availability_terms, ["aet", "cet", "wage"]
    if _is_asked_to_be_available(finding):
        topics.insert(0, "travel")
    used = (
        *(each.rule for each in (*finding.group_because, *finding.expected_hours.because)),
        *(each.rule for each in finding.easements if each.cited == each.citation),
        *((terms.rule,) if _is_asked_to_be_available(finding) else ()),
        *(rule.id for topic in topics if (rule := rules.on(topic, finding.on)) is not None),
        *(each.rule for each in finding.warnings if not each.sealed),
    )
    for rule in (rules.of(each) for each in dict.fromkeys(used)):
        if rule is not None:
            where = f", {rule.address}" if rule.address else ""
            yield f"{rule.citation}: {authority_word(rule)}; {_checked(rule)}{where}"
    yield _("“Reg.” is the Universal Credit Regulations 2013, “WRA 2012” the Welfare Reform Act 2012.")


def _checked(rule: Rule) -> str:
    """When the rule was compared with its source, where anybody has."""
    if rule.is_compared:
        return _("checked on {day}").format(day=short_date(rule.checked_on))
    return _("not compared with its source yet")


def _is_asked_to_be_available(finding: Finding) -> bool:
    """Whether it matters how soon and how far: now, once a pause ends, or as the coach decides."""
    return finding.availability not in {None, Standing.NOT_IMPOSED, Standing.OFF}


def _reasons(reasons: Iterable[Because], rules: Rules) -> Lines:
    for each in reasons:
        yield cited(each.text, each.citation, rules.of(each.rule))


def _cited_rule(text: str, rule: Rule | None) -> str:
    return cited(text, rule.citation, rule) if rule is not None else text
