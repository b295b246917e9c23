#!/usr/bin/env python3
"""Counts a county's statistics from data files: another program's numbers for the test of 统计.json. FOLDER holds list.json, a
list of {"name", "category", "summed"}, and for its n-th office n.json and, if there is one, n.last.json. Prints what differs."""
import json
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

APPLICANTS = ["natural_person", "business", "research", "public_welfare", "legal_service", "other", "total"]
FIGURES = {
    "received": ["applications.received.total"],
    "carried_in": ["applications.carried_in.total"],
    "finished": ["applications.results.total.total"],
    "disclosed": ["applications.results.disclosed.total", "applications.results.partly_disclosed.total"],
    "carried_out": ["applications.carried_out.total"],
    "reconsideration": ["disputes.reconsideration.total"],
    "litigation": ["disputes.litigation_direct.total", "disputes.litigation_after_reconsideration.total"],
    "documents_in_force": ["disclosure.normative_documents.in_force"],
    "licences": ["disclosure.licences"],
    "penalties": ["disclosure.penalties"],
    "coercive_measures": ["disclosure.coercive_measures"],
    "charges": ["disclosure.administrative_charges"],
}


def cells(node, path, out):
    if isinstance(node, dict) and "value" not in node:
        for key, inner in node.items():
            if key != "note":
                cells(inner, f"{path}.{key}", out)
    elif isinstance(node, list):
        for key, inner in zip(APPLICANTS, node, strict=True):
            cells(inner, f"{path}.{key}", out)
    else:
        out[path] = Decimal(str(node["value"] if isinstance(node, dict) else node))


def read(file):
    report = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    out = {}
    for part in ("disclosure", "applications", "disputes"):
        cells(report[part], part, out)
    return out


def tenth(value):
    return value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def growth(before, now):
    if before <= 0:
        return None
    rate = tenth((now - before) * 100 / before)
    return "0.0%" if rate == 0 else f"{rate:+}%"


folder = Path(sys.argv[1])
offices = json.loads((folder / "list.json").read_text(encoding="utf-8"))
for number, office in enumerate(offices):
    office["now"] = read(folder / f"{number}.json")
    last = folder / f"{number}.last.json"
    office["before"] = read(last) if last.exists() else None
offices = [office for office in offices if office["summed"]]
compared = [office for office in offices if office["before"] is not None]


def sums(paths):
    return (sum(o["now"][p] for o in offices for p in paths), sum(o["now"][p] for o in compared for p in paths),
            sum(o["before"][p] for o in compared for p in paths))


def line(key, paths, whole=None):
    now, comparable, before = sums(paths)
    made = {"key": key, "now": now, "comparable": comparable, "previous": before, "growth": growth(before, comparable)}
    if whole:
        total = sums(whole)[0]
        made["share"] = f"{tenth(now * 100 / total)}%" if total > 0 else None
    return made


every = list(offices[0]["now"])
received = [f"applications.received.{key}" for key in APPLICANTS]
rows = [p.removesuffix(".total").removeprefix("applications.results.") for p in every
        if p.startswith("applications.results.") and p.endswith(".total")]
total = ["applications.results.total.total"]
results, groups = [], set()
for row in rows:
    group = row.split(".")[0]
    if "." in row and group not in groups:
        groups.add(group)
        parts = [f"applications.results.{r}.total" for r in rows if r.startswith(group + ".")]
        results.append(line(group, parts, total))
    results.append(line(row, [f"applications.results.{row}.total"], total))


def figure(values, key):
    return sum(values[path] for path in FIGURES[key])


def far(a, b):
    low, high = sorted((a, b))
    return high >= 100 and high >= 10 * low


medians = {}
for category in {o["category"] for o in offices if o["category"]}:
    for key in FIGURES:
        of_kind = sorted(v for v in (figure(o["now"], key) for o in offices if o["category"] == category) if v != 0)
        if len(of_kind) >= 5:
            medians[category, key] = of_kind[(len(of_kind) - 1) // 2]
outliers = []
for office in offices:
    for key in FIGURES:
        now = figure(office["now"], key)
        if office["before"] is not None and far(now, figure(office["before"], key)):
            outliers.append({"office": office["name"], "figure": key, "now": now, "previous": figure(office["before"], key)})
        median = medians.get((office["category"], key))
        if median is not None and now != 0 and far(now, median):
            outliers.append({"office": office["name"], "figure": key, "now": now, "median": median})

expected = {
    "summed": len(offices),
    "comparable": len(compared),
    "applicants": [line(key, [path], received[-1:]) for key, path in zip(APPLICANTS, received, strict=True)],
    "intake": [line(key, [f"applications.{key}.total"]) for key in ("carried_in", "carried_out")],
    "results": results,
    "disputes": [line(p.removeprefix("disputes."), [p]) for p in every if p.startswith("disputes.")],
    "disclosure": [line(p.removeprefix("disclosure."), [p]) for p in every if p.startswith("disclosure.")],
    "offices": [{"name": o["name"], "category": o["category"], "now": {k: figure(o["now"], k) for k in FIGURES},
                 **({"previous": {k: figure(o["before"], k) for k in FIGURES}} if o["before"] is not None else {})}
                for o in offices],
    "outliers": outliers,
}
found = json.loads((folder / "statistics.json").read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)


def compare(path, a, b):
    if isinstance(a, dict):
        for key in a:
            compare(f"{path}.{key}", a[key], b.get(key, "missing"))
        for key in b:
            if key not in a and key not in ("name", "county", "year"):
                print(f"{path}.{key}: not expected")
    elif isinstance(a, list):
        if len(a) != len(b):
            print(f"{path}: {len(b)} instead of {len(a)}")
        for number, (own, other) in enumerate(zip(a, b)):
            compare(f"{path}[{number}]", own, other)
    elif a != b:
        print(f"{path}: {b} instead of {a}")


compare("statistics", expected, found)
