"""Goals and plan: what an action needs, what it takes, which reasons are on offer."""
