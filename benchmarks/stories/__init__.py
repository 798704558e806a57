"""Stories: the piles of reports with their keys lie here, and ``python -m benchmarks.stories`` groups a stream."""
