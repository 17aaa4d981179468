"""What `dev.py` is made of: environments, child processes, the checks, the tests, the bundle. Standard library only."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
"""Everything that a developer's command leaves behind; ignored by git."""
