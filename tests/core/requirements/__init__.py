"""Rules, facts and findings: the law as data, and the cases that say what is right."""
