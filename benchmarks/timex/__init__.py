"""Time expressions: how well and how fast they are found (TempEval-3 measures)."""
