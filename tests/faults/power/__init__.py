"""Power loss without pulling a plug: what a program hands to the disk is recorded, then replayed with a cut anywhere.

A disk may lose whatever was not yet forced onto it, in any order and by the sector. `recorder.c` is loaded before the C
library of a real program and notes its writes and what it forces; `replay` makes the files as they may be after a cut.
"""
