"""Finding people: a caseload of ten thousand, lists of names as people mistype them, and what the list then shows."""
