"""The C functions of the shared library that lies beside this file, and how a call of one fails.

Structs and functions are those of nianbao/nianbao.h, which a test compares. ctypes lets other threads run during a call.
"""
from __future__ import annotations

import ctypes
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_void_p
from typing import Any, Callable, Iterable, List, Optional, Tuple, Union

_NAME = "nianbao.dll" if sys.platform == "win32" else "libnianbao.so"
_library = ctypes.CDLL(os.path.join(os.path.dirname(os.path.abspath(__file__)), _NAME))


class NianbaoError(Exception):
    """A call failed. Its text is Chinese, for people. Mistakes in the data are no failures: they are findings."""


class Usage(NianbaoError, ValueError):
    """A value is wrong: no such rule, layout setting, option or output."""


class Failure(NianbaoError):
    """The machine failed: no font, a file that cannot be read or written."""


class Cancelled(NianbaoError):
    """`cancel` said so. Nothing was written, or of a command only the files before: `answer` is its Answer on them, else None."""

    answer: Any = None
    handle: Optional[c_void_p] = None  # of the answer, until it is taken


class Internal(NianbaoError):
    """A fault of the library. Please report it with its text."""


_ERRORS = {1: Usage, 2: Usage, 3: Failure, 4: Cancelled}
_NO_MEMORY = 5


class Text(ctypes.Structure):
    _fields_ = [("bytes", c_char_p), ("length", c_int64)]


class EngineOptions(ctypes.Structure):
    _fields_ = [
        ("size", c_int64),
        ("fonts", POINTER(Text)),
        ("font_count", c_int64),
        ("folders", POINTER(Text)),
        ("folder_count", c_int64),
        ("no_system_fonts", c_int64),
    ]


class CheckOptions(ctypes.Structure):
    _fields_ = [
        ("size", c_int64),
        ("disabled", POINTER(Text)),
        ("disabled_count", c_int64),
        ("previous", Text),
        ("deadline", Text),
        ("previous_data", c_void_p),
        ("evidence", c_int64),
    ]


Write = ctypes.CFUNCTYPE(c_int32, c_void_p, c_void_p, c_int64)
Progress = ctypes.CFUNCTYPE(None, c_void_p, c_int64, c_int64)
Cancel = ctypes.CFUNCTYPE(c_int32, c_void_p)


class RenderOptions(ctypes.Structure):
    _fields_ = [
        ("size", c_int64),
        ("force", c_int64),
        ("no_check", c_int64),
        ("disabled", POINTER(Text)),
        ("disabled_count", c_int64),
        ("previous", Text),
        ("layout", POINTER(Text)),
        ("layout_count", c_int64),
        ("show_grid", c_int64),
        ("attach_data", c_int64),
        ("date", Text),
        ("output", Text),
        ("write", Write),
        ("progress", Progress),
        ("cancel", Cancel),
        ("user", c_void_p),
        ("previous_data", c_void_p),
        ("to", POINTER(Text)),
        ("to_count", c_int64),
        ("settings", c_void_p),
        ("setting_count", c_int64),
        ("seal", c_int64),
    ]


class JobOptions(ctypes.Structure):
    _fields_ = [("size", c_int64), ("progress", Progress), ("cancel", Cancel), ("user", c_void_p)]


def _declare(name: str, answer: Any, *arguments: Any) -> Any:
    function = getattr(_library, "nianbao_" + name)
    function.restype, function.argtypes = answer, arguments
    return function


_out, _length = POINTER(c_void_p), POINTER(c_int64)
_version = _declare("version", c_char_p)
_error_message = _declare("error_message", c_void_p, c_void_p, _length)
_error_free = _declare("error_free", None, c_void_p)
engine_open = _declare("engine_open", c_int32, POINTER(EngineOptions), _out, _out)
engine_free = _declare("engine_free", None, c_void_p)
data_from_bytes = _declare("data_from_bytes", c_int32, c_char_p, c_int64, c_char_p, c_int64, c_int32, _out, _out)
data_from_file = _declare("data_from_file", c_int32, c_char_p, c_int64, _out, _out)
data_free = _declare("data_free", None, c_void_p)
check = _declare("check", c_int32, c_void_p, POINTER(CheckOptions), _out, _out)
render = _declare("render", c_int32, c_void_p, c_void_p, POINTER(RenderOptions), _out, _out)
_outcome_bytes_of = _declare("outcome_bytes_of", c_void_p, c_void_p, c_char_p, c_int64, _length)
outcome_finding_count = _declare("outcome_finding_count", c_int64, c_void_p)
_outcome_finding_text = _declare("outcome_finding_text", c_void_p, c_void_p, c_int64, _length)
_outcome_json = _declare("outcome_json", c_void_p, c_void_p, _length)
outcome_free = _declare("outcome_free", None, c_void_p)
run_job = _declare("run_job", c_int32, c_void_p, c_char_p, c_int64, POINTER(JobOptions), _out, _out)
_answer_json = _declare("answer_json", c_void_p, c_void_p, _length)
answer_exit = _declare("answer_exit", c_int32, c_void_p)
answer_free = _declare("answer_free", None, c_void_p)


def version() -> str:
    """The version of the library."""
    return str(_version().decode())


def _bytes(function: Any, *arguments: Any) -> Optional[bytes]:
    """What a function gives as a pointer and a length; None where it gives NULL."""
    length = c_int64()
    first = function(*arguments, byref(length))
    return None if first is None else ctypes.string_at(first, length.value)


def _text(function: Any, *arguments: Any) -> str:
    given = _bytes(function, *arguments)
    if given is None:  # only where there is no memory for it: every handle and index here is one
        raise MemoryError
    return given.decode()


def outcome_bytes(outcome: c_void_p, to: str) -> Optional[bytes]:
    """The output of that name; of none, the first. None if it is not in memory."""
    name = to.encode()
    return _bytes(_outcome_bytes_of, outcome, name, len(name))


def outcome_finding_text(outcome: c_void_p, index: int) -> str:
    return _text(_outcome_finding_text, outcome, index)


def outcome_json(outcome: c_void_p) -> str:
    return _text(_outcome_json, outcome)


def answer_json(answer: c_void_p) -> str:
    return _text(_answer_json, answer)


def call(function: Any, *arguments: Any) -> c_void_p:
    """The handle that a function makes. Raises what its status means."""
    handle, error = c_void_p(), c_void_p()
    status = function(*arguments, byref(handle), byref(error))
    if status == 0:
        return handle
    try:
        message = (_bytes(_error_message, error) or b"").decode()
    finally:
        _error_free(error)
    if status == _NO_MEMORY:
        raise MemoryError(message)
    raised = _ERRORS.get(status, Internal)(message)
    if isinstance(raised, Cancelled) and handle:
        raised.handle = handle
    raise raised


def text(value: str) -> Text:
    """Text as the C functions take it. It keeps the bytes alive; names of files may hold any."""
    given = value.encode("utf-8", "surrogateescape")
    return Text(given, len(given))


def texts(values: Union[str, Iterable[str]]) -> Tuple[Any, int]:
    """A list of texts, and how many. A text alone is one, not its letters."""
    given: List[Text] = [text(value) for value in ([values] if isinstance(values, str) else values)]
    return (Text * len(given))(*given) if given else None, len(given)


class Callbacks:
    """Lets the library call functions of Python. What they raise ends the work, and `raised` has it."""

    def __init__(self, progress: Optional[Callable[[int, int], object]], cancel: Optional[Callable[[], object]]) -> None:
        self.raised: Optional[BaseException] = None
        self._progress, self._cancel = progress, cancel
        used = progress is not None or cancel is not None
        self.progress = Progress(self._go_on) if progress is not None else Progress(0)
        self.cancel = Cancel(self._ask) if used else Cancel(0)

    def _go_on(self, _: Any, done: int, all_of_them: int) -> None:
        try:
            if self.raised is None and self._progress is not None:
                self._progress(done, all_of_them)
        except BaseException as raised:  # it must not pass through C
            self.raised = raised

    def _ask(self, _: Any) -> int:
        try:
            return int(self.raised is not None or (self._cancel is not None and bool(self._cancel())))
        except BaseException as raised:
            self.raised = raised
            return 1
