"""Paper: one frozen `CommitmentDocument` becomes a tagged PDF or plain text, checked before anybody is handed it.

Every format is a pure function of the document, a style and the moment at which it was made. ReportLab lays out and
draws, our canvas marks what it draws, pikepdf adds the structure tree, the checker reads the finished bytes again.
The public functions live in `commitment_pdf`, `commitment_text`, `fonts`, `checker`, `images` and `write`; they are not
handed on here, because the window must not wait for ReportLab before somebody wants paper.
"""
