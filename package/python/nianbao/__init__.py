"""nianbao (年报): checks the data of a 政府信息公开工作年度报告, and sets it as PDF, Word file, web page, text.

    import nianbao

    outcome = nianbao.render("report.yaml", "report.pdf")
    for finding in outcome.findings:
        print(finding)
    print(outcome.status)

Mistakes in the data are findings, which are values. What fails raises NianbaoError. Every function, Engine and Data may be used
by many threads at once.
"""
from ._engine import Data, Engine, check, convert, diff, new, render, run
from ._library import Cancelled, Failure, Internal, NianbaoError, Usage, version
from ._values import Answer, Figure, Finding, Outcome, Place, Remedy

__version__ = version()
__all__ = [
    "Answer",
    "Cancelled",
    "Data",
    "Engine",
    "Failure",
    "Figure",
    "Finding",
    "Internal",
    "NianbaoError",
    "Outcome",
    "Place",
    "Remedy",
    "Usage",
    "check",
    "convert",
    "diff",
    "new",
    "render",
    "run",
    "version",
]
