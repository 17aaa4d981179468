"""The plaintext hunt: words that occur nowhere else are given to every part of the program, and then looked for everywhere."""
