"""The screens of the caseload and of one person, on a real vault: finding, adding, putting right, archiving."""
