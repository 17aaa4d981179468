"""Many documents one after another: what each one took is given back."""

import gc
import sys
from pathlib import Path

import pytest

from coachdesk.commitments import build
from coachdesk.documents.commitment_pdf import render_pdf
from tests.core.commitments.amira import source
from tests.core.documents.papers import MADE_AT

MANY, AT_FIRST = 200, 40
MOST = 6.0
"""Megabytes that all the documents after the first ones may leave behind."""


def resident() -> float:
    """The memory of this process in megabytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform != "linux", reason="Linux says how much memory a process has.")
def test_two_hundred_documents_one_after_another_leave_nothing_in_memory() -> None:
    document = build(source())
    for _ in range(AT_FIRST):
        render_pdf(document, made_at=MADE_AT)
    before = resident()
    for _ in range(MANY - AT_FIRST):
        render_pdf(document, made_at=MADE_AT)
    assert resident() - before < MOST
