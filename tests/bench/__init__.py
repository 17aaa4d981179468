"""Speed, as ratios against a twin in the same run: `python3 dev.py bench`. Never asserted, because clocks of machines differ.

Each module here offers `comparisons()`, or `lines()` where it starts programs; `__main__.py` lists the modules, runs what
they offer and prints it.
"""
