"""The documents that the command line leaves, judged by programs that we did not write: pdfua, outloud, pdftotext."""
