"""The command line: one command a file, each thin: parse, call the library, print.

Data goes to standard output, everything else to standard error. Exit codes: see :mod:`dateline.cli.exits`.
"""

from __future__ import annotations

import gc
import os
import sys

from dateline.cli.exits import CLOSED_PIPE, FAILED, FAULT, INTERRUPTED
from dateline.cli.group import cli
from dateline.errors import DatelineError

__all__ = ["main"]

COLLECT_AFTER = (500_000, 20, 20)
"""Thresholds of the cycle collector. A run makes hundreds of thousands of small records and hardly a cycle; with
Python's own thresholds a tenth of the time goes into looking for them, with a first one of 100,000 a hundredth, and
the memory used is the same."""


def main() -> None:
    """Entry point of the ``dateline`` command: every error a user can cause is one line, never a traceback."""
    import click

    gc.set_threshold(*COLLECT_AFTER)
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as err:
        err.show()
        sys.exit(err.exit_code)
    except (click.Abort, KeyboardInterrupt):
        print("Interrupted: nothing was written.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader went away. Python would complain once more when it flushes on exit.
        sys.stdout = None
        sys.exit(CLOSED_PIPE)
    except DatelineError as err:
        print(f"Error: {err}", file=sys.stderr)
        sys.exit(FAILED)
    except Exception as err:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        what = " ".join(str(err).split())[:200]
        print(
            f"Error: a fault of dateline itself ({type(err).__name__}: {what}); "
            "please report it with the input. DATELINE_DEBUG=1 shows where.",
            file=sys.stderr,
        )
        sys.exit(FAULT)
