#!/usr/bin/python3
"""Writes workbooks as other programs write them: workbooks.py FOLDER BOOK.xlsx.

Each is the given workbook, opened and saved again by a program that is there: openpyxl,
LibreOffice, gnumeric, and of those in build/outside exceljs, SheetJS and POI. They are
seeds for fuzzing; none is kept in the repository.
"""
import pathlib
import shutil
import subprocess
import sys

folder, book = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)

try:
    import openpyxl

    openpyxl.load_workbook(book).save(folder / "openpyxl.xlsx")
except ImportError:
    print("no openpyxl", file=sys.stderr)
if shutil.which("soffice"):
    subprocess.run(["soffice", "--headless", "--convert-to", "xlsx", "--outdir", folder / "office", book],
                   check=True, stdout=subprocess.DEVNULL)
    shutil.move(folder / "office" / book.name, folder / "libreoffice.xlsx")
    (folder / "office").rmdir()
if shutil.which("ssconvert"):
    subprocess.run(["ssconvert", book, folder / "gnumeric.xlsx"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

source = pathlib.Path(__file__).resolve().parents[2]
outside = source / "build" / "outside"
others = {name: ["node", source / "tests/outside/resave.mjs", outside, name]
          for name, part in (("exceljs", "exceljs"), ("sheetjs", "@e965/xlsx"))
          if (outside / part).exists() and shutil.which("node")}
if (outside / "resave").exists() and shutil.which("java"):
    others["poi"] = ["java", f"@{outside / 'resave'}"]
for name, words in others.items():
    saved = subprocess.run([*words, book, folder / f"{name}.xlsx"],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if saved.returncode:
        print(f"{name} did not save it", file=sys.stderr)
