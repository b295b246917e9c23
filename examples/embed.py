"""Checks a report, prints what is wrong with it, renders it to memory and saves it; or renders one report many times on several threads.

    python3 embed.py data.yaml report.pdf
    python3 embed.py data.yaml folder/ 50 8        # 50 reports on 8 threads, one engine

Needs nothing but libnianbao.so.0, which the loader must find. The functions and structs are those of nianbao/nianbao.h.
"""
import ctypes
import pathlib
import sys
from concurrent.futures import ThreadPoolExecutor
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_void_p

WRITTEN, ACCEPTED, REFUSED = 0, 1, 2

library = ctypes.CDLL("libnianbao.so.0")


def declare(name, answer, *arguments):
    function = getattr(library, "nianbao_" + name)
    function.restype, function.argtypes = answer, arguments
    return function


out, length_out = POINTER(c_void_p), POINTER(c_int64)
error_message = declare("error_message", c_char_p, c_void_p, length_out)
error_free = declare("error_free", None, c_void_p)
engine_open = declare("engine_open", c_int32, c_void_p, out, out)
engine_free = declare("engine_free", None, c_void_p)
data_from_file = declare("data_from_file", c_int32, c_char_p, c_int64, out, out)
data_free = declare("data_free", None, c_void_p)
check = declare("check", c_int32, c_void_p, c_void_p, out, out)
render = declare("render", c_int32, c_void_p, c_void_p, c_void_p, out, out)
outcome_status = declare("outcome_status", c_int32, c_void_p)
outcome_bytes = declare("outcome_bytes", c_void_p, c_void_p, length_out)
outcome_finding_count = declare("outcome_finding_count", c_int64, c_void_p)
outcome_finding_text = declare("outcome_finding_text", c_char_p, c_void_p, c_int64, length_out)
outcome_free = declare("outcome_free", None, c_void_p)


class Failure(Exception):
    """The machine failed, or the call was wrong. Its text is Chinese."""


class Handle:
    """What a function gives; freed at the end of a `with`."""

    def __init__(self, free, give, *arguments):
        self.free, self.value, error = free, c_void_p(), c_void_p()
        if give(*arguments, byref(self.value), byref(error)) != 0:
            message = error_message(error, None).decode()
            error_free(error)
            raise Failure(message)

    def __enter__(self):
        return self.value

    def __exit__(self, *_):
        self.free(self.value)


def findings(outcome):
    return [outcome_finding_text(outcome, index, None).decode() for index in range(outcome_finding_count(outcome))]


def pdf(engine, data):
    """The report's bytes; None where there are errors."""
    with Handle(outcome_free, render, engine, data, None) as outcome:
        length = c_int64()
        first = outcome_bytes(outcome, byref(length))
        return ctypes.string_at(first, length.value) if outcome_status(outcome) == WRITTEN else None


def embed(source, place):
    with Handle(data_free, data_from_file, source.encode(), -1) as data:
        with Handle(outcome_free, check, data, None) as outcome:
            sys.stdout.writelines(findings(outcome))
            if outcome_status(outcome) == REFUSED:
                return 1
        with Handle(engine_free, engine_open, None) as engine:
            report = pdf(engine, data)
    if report is None:
        return 1
    pathlib.Path(place).write_bytes(report)
    return 0


def many(source, folder, reports, threads):
    """ctypes lets other threads run while the library works."""
    with Handle(engine_free, engine_open, None) as engine, Handle(data_free, data_from_file, source.encode(), -1) as data:
        with ThreadPoolExecutor(threads) as pool:
            for number, report in enumerate(pool.map(lambda _: pdf(engine, data), range(reports))):
                if report is None:
                    return 1
                (pathlib.Path(folder) / f"{number + 1}.pdf").write_bytes(report)
    return 0


if __name__ == "__main__":
    try:
        words = sys.argv[1:]
        sys.exit(embed(*words) if len(words) == 2 else many(words[0], words[1], int(words[2]), int(words[3])) if len(words) == 4 else 2)
    except Failure as failure:
        print(failure, file=sys.stderr)
        sys.exit(3)
