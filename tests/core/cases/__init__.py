"""Written cases and worked examples: what their format takes and refuses, what the shipped ones promise, who is alike."""
