"""What may be asked of a person on a day, and why: facts go in, dated rules are read, a finding that cites them comes out.

Pure, total and deterministic. The program warns and explains; the coach decides, and the reason is recorded.
"""
