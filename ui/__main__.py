"""The windowed program: `python3 -m ui [--vault FILE]`."""

import gc
import sys


def start() -> int:
    """Run the program; its exit code.

    Python does not look for garbage until everything is loaded (`ui/loading.py` lets it look again): nothing that
    start-up makes is garbage, and going through all of it again and again takes a tenth of the time.
    """
    gc.disable()
    from ui.app import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(start())
