"""Goals in the person's words and actions with an owner: SMART help, if-then plans, achievability. Pure."""
