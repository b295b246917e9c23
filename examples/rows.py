"""Makes a PDF of every row of a table, a row for each office, and prints what is wrong with it.

    python3 rows.py offices.csv folder/

The columns are named as the data file's paths: agency, year, overview, applications.received.business … (docs/data-file.md); cells
without a value are left out. Needs pandas and the package of package/python.sh. Exit code 1: a row has errors, and no PDF.
"""
import pathlib
import sys

import nianbao
import pandas


def main(table, folder):
    read = pandas.read_csv if table.endswith(".csv") else pandas.read_excel
    rows = read(table, dtype=str)  # amounts keep their digits: 12.50
    engine, refused = nianbao.Engine(), 0
    for number, (_, row) in enumerate(rows.iterrows(), 1):
        report = nianbao.Data.from_row(row, f"{table}, row {number}")
        outcome = engine.render(report, pathlib.Path(folder) / f"{number}.pdf")
        print(*outcome.findings, sep="", end="")
        refused += not outcome.ok
    return 1 if refused else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else 2)
    except nianbao.Failure as failure:
        sys.exit(str(failure))
