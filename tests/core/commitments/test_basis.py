"""What is kept of the finding: enough to explain the edition, and of a sealed matter no name, no day and no source."""

import json
from dataclasses import replace

import pytest

from coachdesk.commitments import Format, basis_of, build, digest_of, snapshot
from tests.core.commitments.amira import source
from tests.core.requirements.found import found as finding_of

SEALED: tuple[dict[str, object], ...] = (
    {"domestic_abuse": {"notified_on": "2026-11-20"}},
    {"domestic_abuse": {"notified_on": "2026-07-01"}},
    {"structured_recovery": {"from": "2026-10-20"}},
    {"restricted_pause": {"until": "2026-12-20"}},
)


def test_the_finding_is_kept_with_what_it_was_made_from() -> None:
    basis = basis_of(finding_of(temporary=[{"kind": "funeral", "from": "2026-11-28"}]))
    assert basis.rules == (("uc-gb.toml", "2026-11-22"),)
    assert (basis.group, basis.hours, basis.search, basis.interviews) == ("all", "35", "consider", "may_be_required")
    (against,) = basis.against
    assert (against.label, against.citation, against.state) == ("a funeral to arrange", "reg. 99(5)(b)", "decision_due")
    assert basis.cited


@pytest.mark.parametrize("known", SEALED)
def test_of_a_sealed_matter_only_its_neutral_label_is_kept(known: dict[str, object]) -> None:
    finding = finding_of(**known)
    assert any(each.sealed for each in finding.easements)
    kept = json.loads(snapshot(replace(source(), basis=basis_of(finding))))["made_from"]["finding"]
    assert {each["label"] for each in kept["against"]} == {"a statutory pause"}
    assert {each["citation"] for each in kept["against"]} == {"regs. 98 and 99"}
    text = json.dumps(kept | {"on": ""})
    for easement in finding.easements:
        days = (easement.from_, easement.until, easement.evidence_by, easement.review_on)
        tells = (easement.id, easement.rule, easement.label, *(day.isoformat() for day in days if day is not None))
        assert [each for each in tells if each and each in text and each != easement.neutral_label] == []
    assert [each.code for each in finding.warnings if each.sealed and each.code in text] == []


def test_the_snapshot_names_wording_author_formats_and_language_and_is_the_same_every_time() -> None:
    made = replace(
        source(), basis=basis_of(finding_of()), author="coach-1", formats=(Format.PDF, Format.TEXT), rules_version="x"
    )
    made_from = json.loads(snapshot(made))["made_from"]
    assert made_from["wording"].keys() == {"version", "language"}
    assert (made_from["author"], made_from["formats"]) == ("coach-1", ["pdf", "text"])
    assert digest_of(snapshot(made)) == digest_of(snapshot(made))
    other = replace(made, basis=replace(basis_of(finding_of()), hours="20"))
    assert digest_of(snapshot(other)) != digest_of(snapshot(made))


def test_nothing_of_the_finding_reaches_the_document() -> None:
    told = basis_of(finding_of(temporary=[{"kind": "funeral", "from": "2026-11-28"}]))
    marked = replace(told, on="zqx", group="zqx", cited=("zqx",), hours="zqx", search="zqx", warnings=("zqx",))
    assert build(replace(source(), basis=marked)) == build(replace(source(), basis=told)) == build(source())
