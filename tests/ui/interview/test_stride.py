import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_whoever_walks_quickly_through_all_steps_comes_to_the_end() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.ui.interview.stride"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["shadows", "0"]
