"""What the exit codes of the command line mean."""

OK = 0
"""Everything that was asked for was done."""
FAILED = 1
"""Nothing could be made of the input."""
USAGE = 2
"""The call was not understood: an unknown option, a bad value."""
PARTLY = 3
"""A story was made, but some of the input could not be read; standard error names each piece."""
FAULT = 70
"""A fault of the program itself; DATELINE_DEBUG=1 shows the traceback."""
INTERRUPTED = 130
"""Ctrl-C."""
CLOSED_PIPE = 141
"""The program that read the output went away."""
