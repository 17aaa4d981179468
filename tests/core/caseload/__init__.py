"""A caseload as a file of rows: any text comes back, no spreadsheet is tricked, and no bytes stop the program."""
