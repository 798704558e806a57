"""Reading: bytes become reports. What a source states is kept; nothing is interpreted."""

from dateline.read.inputs import read_reports
from dateline.read.readers import Input, Reader, readers, register
from dateline.read.reports import make_report

__all__ = ["Input", "Reader", "make_report", "read_reports", "readers", "register"]
