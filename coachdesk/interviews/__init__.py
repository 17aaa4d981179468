"""The interview as data and as a conversation: definition, loader, engine, pacing, recap. Pure: no clock, no file, no Qt."""
