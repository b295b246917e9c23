"""Checking and rendering a report, and any command of the command line."""
from __future__ import annotations

import datetime
import decimal
import json
import os
import threading
import weakref
from ctypes import byref, c_void_p, sizeof
from typing import Any, Callable, Dict, Iterable, Mapping, Optional, TypeVar, Union

from . import _library as c
from ._values import Answer, Outcome, members, outcome

_Taken = TypeVar("_Taken", Outcome, Answer)
Path = Union[str, "os.PathLike[str]"]
Source = Union["Data", Path, bytes, bytearray, Mapping[str, Any]]
Date = Union[str, datetime.date]
Option = Union[str, int, bool, "os.PathLike[str]", datetime.date, Iterable[str], Mapping[str, object], None]

_FORMATS = {"auto": 0, "yaml": 1, "json": 2, "workbook": 3, "article": 4}


class _Handle:
    """A handle of the library, freed once nobody refers to it: never while a call uses it."""

    def __init__(self, value: c_void_p, free: Callable[[c_void_p], None]) -> None:
        self.value = value
        weakref.finalize(self, free, value).atexit = False  # a thread may be rendering when Python ends


def _plain(value: Any) -> Any:
    """What json does not know: dates, exact numbers, numbers of numpy."""
    if isinstance(value, decimal.Decimal):
        return str(value)  # digits as they are; the reader takes them for a number
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"a report has no {type(value).__name__}: {value!r}")


def _absent(value: Any) -> bool:
    """None, NaN, and pandas' NA and NaT, which are not equal to themselves or do not say."""
    if value is None:
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):  # NA has no truth
        return type(value).__name__ == "NAType"


class Data:
    """One office's report for one year. Many threads may use it at once."""

    def __init__(self, handle: _Handle) -> None:
        self._handle = handle

    @classmethod
    def from_file(cls, path: Path) -> Data:
        """A data file, workbook, Word file or page. It is read by each check and each render."""
        name = os.fsencode(path)
        return cls(_Handle(c.call(c.data_from_file, name, len(name)), c.data_free))

    @classmethod
    def from_bytes(cls, given: Union[bytes, bytearray], name: str = "data", format: str = "auto") -> Data:
        """The bytes of one. name: what findings call it. format: auto, yaml, json, workbook, article (Word file, page, text)."""
        if format not in _FORMATS:
            raise ValueError(f"format is one of {', '.join(_FORMATS)}, not {format!r}")
        own, named = bytes(given), name.encode("utf-8", "surrogateescape")
        return cls(_Handle(c.call(c.data_from_bytes, own, len(own), named, len(named), _FORMATS[format]), c.data_free))

    @classmethod
    def from_mapping(cls, given: Mapping[str, Any], name: str = "data") -> Data:
        """A report as a data file has it, of dicts, lists, texts, numbers, dates. ValueError for a NaN."""
        told = json.dumps(given, ensure_ascii=False, allow_nan=False, default=_plain, indent=1)
        return cls.from_bytes(told.encode("utf-8", "backslashreplace"), name, "json")  # of half a surrogate pair the reader tells

    @classmethod
    def from_row(cls, row: Mapping[Any, Any], name: str = "data") -> Data:
        """A row of a table, of a DataFrame or a database: its columns are paths, "applications.received.business".

        Cells without a value (None, NaN) are left out. Whole numbers that the table kept as 2.0 are written as 2.
        """
        report: Dict[str, Any] = {}
        for path, value in row.items():
            if _absent(value):
                continue
            *groups, last = str(path).split(".")
            inside = report
            for group in groups:
                inside = inside.setdefault(group, {})
                if not isinstance(inside, dict):
                    raise ValueError(f"{path}: {group} has a value of its own")
            if last in inside:
                raise ValueError(f"{path}: more than one value")
            inside[last] = int(value) if isinstance(value, float) and value.is_integer() else value
        return cls.from_mapping(report, name)


def _data(source: Source) -> Data:
    if isinstance(source, Data):
        return source
    if isinstance(source, (bytes, bytearray)):
        return Data.from_bytes(source)
    if isinstance(source, Mapping):
        return Data.from_mapping(source)
    return Data.from_file(source)


def _outcome(handle: c_void_p, to: Iterable[str] = ()) -> Outcome:
    """The outcome as values; the handle is freed."""
    try:
        told = tuple(c.outcome_finding_text(handle, i) for i in range(c.outcome_finding_count(handle)))
        outputs: Dict[str, bytes] = {}
        for name in to:
            made = c.outcome_bytes(handle, name)
            if made is not None:
                outputs[name] = made
        return outcome(members(c.outcome_json(handle)), told, outputs)
    finally:
        c.outcome_free(handle)


def _called(callbacks: c.Callbacks, free: Callable[[c_void_p], None], take: Callable[[c_void_p], _Taken], function: Any, *arguments: Any) -> _Taken:
    """What is taken of the handle of a call that may call back. What a callback raised goes on from here."""
    try:
        handle = c.call(function, *arguments)
    except c.Cancelled as cancelled:
        left, cancelled.handle = cancelled.handle, None
        if callbacks.raised is not None:
            if left is not None:
                free(left)
            raise callbacks.raised
        if left is not None:
            cancelled.answer = take(left)
        raise
    if callbacks.raised is not None:  # by the last stage
        free(handle)
        raise callbacks.raised
    return take(handle)


def _date(given: Optional[Date]) -> str:
    return "" if given is None else given if isinstance(given, str) else given.isoformat()


def _previous(options: Any, previous: Optional[Source]) -> Optional[Data]:
    """Last year's: a file or folder by its path, else as data, which the caller keeps."""
    if previous is None:
        return None
    if isinstance(previous, (str, os.PathLike)):
        options.previous = c.text(os.fspath(previous))
        return None
    data = _data(previous)
    options.previous_data = data._handle.value
    return data


def check(
    source: Source,
    *,
    disabled: Union[str, Iterable[str]] = (),
    previous: Optional[Source] = None,
    deadline: Optional[Date] = None,
    evidence: bool = False,
) -> Outcome:
    """Reads a report and runs the rules: "accepted" or "refused", with all findings in the order of the data.

    source: a path, the bytes of a file, a dict, or Data.  disabled: rules that are not run, "T3-01", or several, "T3", "W-*".
    previous: last year's, for the rules that need it; also a folder.  deadline: of publication; none: the law's.
    evidence: whether the outcome has the figures of the prose. Needs no fonts, so it sees no characters that no face has.
    """
    data, options = _data(source), c.CheckOptions(size=sizeof(c.CheckOptions))
    options.disabled, options.disabled_count = c.texts(disabled)
    options.deadline = c.text(_date(deadline))
    options.evidence = evidence
    kept = _previous(options, previous)
    handle = c.call(c.check, data._handle.value, byref(options))
    del kept
    return _outcome(handle)


class Engine:
    """The fonts, found and opened once, which takes some 20 ms: keep it for all reports. Many threads may use it at once.

    fonts: files by role, {"title": "a.ttf", "body": "b.ttc#2"}; `Engine().run("help", ["render"])` tells the roles.
    folders: one or several, looked through before the system's.  system_fonts: whether to take the system's too, else only the free set that
    came with nianbao.  Failure: a role has no font at all, or a file that is named cannot be used.
    """

    def __init__(self, *, fonts: Optional[Mapping[str, Path]] = None, folders: Union[Path, Iterable[Path]] = (), system_fonts: bool = True) -> None:
        options = c.EngineOptions(size=sizeof(c.EngineOptions), no_system_fonts=not system_fonts)
        options.fonts, options.font_count = c.texts(f"{role}={os.fspath(file)}" for role, file in (fonts or {}).items())
        options.folders, options.folder_count = c.texts(os.fspath(folder) for folder in ([folders] if isinstance(folders, (str, os.PathLike)) else folders))
        self._handle = _Handle(c.call(c.engine_open, byref(options)), c.engine_free)

    def _faces(self) -> Any:
        return self._handle.value

    def _job_faces(self) -> Any:
        return self._faces()

    def check(
        self,
        source: Source,
        *,
        disabled: Union[str, Iterable[str]] = (),
        previous: Optional[Source] = None,
        deadline: Optional[Date] = None,
        evidence: bool = False,
    ) -> Outcome:
        """The same as nianbao.check."""
        return check(source, disabled=disabled, previous=previous, deadline=deadline, evidence=evidence)

    def render(
        self,
        source: Source,
        output: Optional[Path] = None,
        *,
        to: Union[str, Iterable[str], None] = None,
        force: bool = False,
        no_check: bool = False,
        disabled: Union[str, Iterable[str]] = (),
        previous: Optional[Source] = None,
        layout: Optional[Mapping[str, object]] = None,
        date: Optional[Date] = None,
        attach_data: bool = False,
        seal: bool = False,
        show_grid: bool = False,
        progress: Optional[Callable[[int, int], object]] = None,
        cancel: Optional[Callable[[], object]] = None,
    ) -> Outcome:
        """Reads, checks and sets a report, in some 10 ms: "written" or "refused", with all findings in the order of the data.

        source: a path, the bytes of a file, a dict, or Data.  output: the file to write, whose ending says what is made; with
        several outputs a folder; none: the outcome's `content` and `outputs` have what was made.  to: "pdf", "docx", "html",
        "text" …, or several; none: as output ends, else a PDF.  force: make it in spite of errors that the rules found, and
        write over files of others.  no_check: do not run the rules.  disabled, previous: as for checking.  layout: settings of
        the page, as layout: in a data file has them.  date: of the PDF, if the report tells none.  attach_data: the PDF, page
        or Word file carries its data.  seal: the copy that goes up for signature.  show_grid: draw the grid.  progress: called with the stages that
        are done, and all.  cancel: asked between them; true ends the work with Cancelled.

        Usage: a wrong value.  Failure: a file cannot be read or written. If it is refused or fails, nothing was written.
        """
        wanted = () if to is None else (to,) if isinstance(to, str) else tuple(to)
        data, callbacks = _data(source), c.Callbacks(progress, cancel)
        options = c.RenderOptions(size=sizeof(c.RenderOptions), force=force, no_check=no_check, show_grid=show_grid,
                                  attach_data=attach_data, seal=seal, progress=callbacks.progress, cancel=callbacks.cancel)
        options.disabled, options.disabled_count = c.texts(disabled)
        options.layout, options.layout_count = c.texts(f"{name}={_word(value)}" for name, value in (layout or {}).items())
        options.to, options.to_count = c.texts(wanted)
        options.date = c.text(_date(date))
        if output is not None:
            options.output = c.text(os.fspath(output))
        kept = _previous(options, previous)
        made = () if output is not None else wanted or ("pdf",)
        told = _called(callbacks, c.outcome_free, lambda handle: _outcome(handle, made), c.render, self._faces(), data._handle.value, byref(options))
        del kept
        return told

    def run(
        self,
        command: str,
        files: Union[Path, Iterable[Path]] = (),
        *,
        progress: Optional[Callable[[int, int], object]] = None,
        cancel: Optional[Callable[[], object]] = None,
        **options: Option,
    ) -> Answer:
        """Runs any command of the command line, with its fonts: engine.run("merge", "reports", output="sum.yaml", year=2024).

        Options have their long names, with _ for -: a switch is True, an option that may be repeated takes a list, one that is
        NAME=VALUE a dict. None is no option. progress, cancel: as for rendering, of the files; Cancelled has the answer on those before.

        Usage: no such command or option, or a wrong value.  Failure: the machine failed before the first file; later failures
        are in the answer, each with its file.
        """
        return _run(self._job_faces(), command, files, progress, cancel, options)


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _option(value: Option) -> Any:
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _word(one) for name, one in value.items()}
    return [os.fspath(one) for one in value or ()]


def _run(engine: Any, command: str, files: Union[Path, Iterable[Path]], progress: Any, cancel: Any, options: Mapping[str, Option]) -> Answer:
    named = [files] if isinstance(files, (str, os.PathLike)) else list(files)
    job: Dict[str, Any] = {"command": command}
    if named:
        job["files"] = [os.fspath(file) for file in named]
    job.update({name.replace("_", "-"): _option(value) for name, value in options.items() if value is not None})
    callbacks, text = c.Callbacks(progress, cancel), json.dumps(job).encode()
    own = c.JobOptions(size=sizeof(c.JobOptions), progress=callbacks.progress, cancel=callbacks.cancel)
    return _called(callbacks, c.answer_free, _answer, c.run_job, engine, text, len(text), byref(own))


def _answer(handle: c_void_p) -> Answer:
    """The answer as values; the handle is freed."""
    try:
        given = members(c.answer_json(handle))
        return Answer(c.answer_exit(handle), tuple(outcome(file) for file in given["files"]), given.get("text", ""), given)
    finally:
        c.answer_free(handle)


class _Shared(Engine):
    """An engine that the first report opens, and that is kept."""

    def __init__(self) -> None:
        self._only = threading.Lock()
        self._engine: Optional[Engine] = None

    def _faces(self) -> Any:
        with self._only:
            if self._engine is None:
                self._engine = Engine()
            return self._engine._faces()

    def _job_faces(self) -> Any:
        return None if self._engine is None else self._faces()  # few commands need any


_shared = _Shared()
render = _shared.render
run = _shared.run


def convert(file: Path, output: Path, **options: Option) -> Answer:
    """Writes a data file, workbook or Word file anew, as the ending of `output` says: .yaml, .json, .xlsx. keys: "en" or "zh"."""
    return _run(_shared._job_faces(), "convert", file, None, None, {"output": output, **options})


def new(output: Path, **options: Option) -> Answer:
    """Writes the data file or workbook of a new report: agency=, year=, previous= last year's file, kind=, ledger=True."""
    return _run(_shared._job_faces(), "new", (), None, None, {"output": output, **options})


def diff(old: Path, new: Path, **options: Option) -> Answer:
    """What two reports differ in: `text` for people, `json` for programs."""
    return _run(_shared._job_faces(), "diff", (old, new), None, None, options)
