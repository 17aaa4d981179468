"""The windowed program: `python3 -m ui [--vault FILE]`."""

import sys

from ui.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
