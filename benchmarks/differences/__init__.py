"""Small cases of two or three reports that disagree, or only seem to."""
