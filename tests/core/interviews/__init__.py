"""The interview as data and as a conversation. Every test shows the definition that it is about."""
