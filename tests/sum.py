#!/usr/bin/env python3
"""Adds up data files, cell by cell: another program's sum for the test of merge. Prints "path value" for every cell, sorted."""
import json
import sys
from decimal import Decimal, getcontext

getcontext().prec = 60


def number(value):
    """A cell: a number, text with a number (and 元 or 万元 behind it), or {value, remark}. The answer is in the cell's own unit, 元 for money."""
    if isinstance(value, dict):
        value = value["value"]
    text = str(value)
    if text.endswith("万元"):
        return Decimal(text[:-2]) * 10000
    return Decimal(text[:-1] if text.endswith("元") else text)


def cells(node, path, out):
    if isinstance(node, dict) and "value" not in node:
        for key, inner in node.items():
            if key not in ("note", "unlisted"):
                cells(inner, f"{path}.{key}", out)
    elif isinstance(node, list):
        names = ["natural_person", "business", "research", "public_welfare", "legal_service", "other", "total"]
        for key, inner in zip(names, node, strict=True):
            cells(inner, f"{path}.{key}", out)
    else:
        out[path] = out.get(path, Decimal(0)) + number(node)


sums = {}
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        report = json.load(file, parse_float=Decimal, parse_int=Decimal)
    for part in ("disclosure", "applications", "disputes", "processing_fees"):
        if part in report:
            cells(report[part], part, sums)
for path in sorted(sums):
    print(path, format(sums[path].normalize() + 0, "f"))
