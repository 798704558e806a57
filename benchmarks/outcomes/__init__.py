"""What became of what was announced: small cases with known outcomes, and how many of them are found."""
