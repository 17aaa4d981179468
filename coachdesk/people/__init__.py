"""The people on a caseload: who they are, what bears on what may be asked of them, and finding them."""
