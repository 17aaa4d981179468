"""The real page of the document, issuing it, handing it over."""
