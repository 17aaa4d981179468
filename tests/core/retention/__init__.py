"""How long what is known of people is kept, from days alone."""
