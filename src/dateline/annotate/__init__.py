"""What one report says, one annotator a file; :mod:`dateline.annotate.report` runs them all."""
