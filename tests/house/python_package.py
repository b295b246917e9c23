"""Tests the Python package where it is installed: python_package.py SOURCE PROGRAM REPORTS. PROGRAM is the command line's; REPORTS are
rendered on 8 threads."""
import csv
import dataclasses
import datetime
import decimal
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import unittest
import unittest.mock
from concurrent.futures import ThreadPoolExecutor

import nianbao
from nianbao import _library

SOURCE, PROGRAM, REPORTS = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
EXAMPLE = SOURCE / "examples/huaian-2024.json"
SIGNED = SOURCE / "tests/files/database.yaml"
SMALL = SOURCE / "tests/cases/small.yaml"
HEADER = (SOURCE / "include/nianbao/nianbao.h").read_text(encoding="utf-8")
UNEQUAL = "自然人：本年新收 0 加上年结转 0 等于 0，不等于办理结果总计 2 加结转下年度 0 等于 2 (相差 2)"


def wrong():
    """The small report with a row that does not add up."""
    text = SMALL.read_text(encoding="utf-8")
    row = "received: [2, 0, 0, 0, 0, 0, 2]"
    assert row in text
    return text.replace(row, "received: [0, 0, 0, 0, 0, 0, 0]").encode()


class Package(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def expected(self, source, *words):
        """What the command line makes of it."""
        subprocess.run([PROGRAM, "render", str(source), "-o", str(self.folder / "expected.pdf"), *words], check=True, stderr=subprocess.DEVNULL)
        return (self.folder / "expected.pdf").read_bytes()

    # --- the C functions

    def test_structs_are_those_of_the_header(self):
        header = re.sub(r"/\*.*?\*/", "", HEADER, flags=re.S)
        names = {"engine_options": "EngineOptions", "check_options": "CheckOptions", "render_options": "RenderOptions", "job_options": "JobOptions"}
        for struct, own in names.items():
            inside = re.search(r"typedef struct nianbao_%s \{(.*?)\}" % struct, header, re.S).group(1)
            members = [name.strip(" *\n") for line in inside.split(";") for name in line.strip().rpartition(" ")[2:] if name]
            declared = [name for name, _ in getattr(_library, own)._fields_]
            self.assertEqual(members[: len(declared)], declared, struct)
            if struct != "engine_options":  # `faces` says what `fonts` says
                self.assertEqual(len(members), len(declared), struct)

    def test_functions_have_as_many_arguments_as_in_the_header(self):
        header = re.sub(r"/\*.*?\*/", "", HEADER, flags=re.S)
        known = {name: len(re.findall(",", given)) + (given != "void") for name, given in re.findall(r"nianbao_([a-z_]+)\(([^)]*)\);", header)}
        declared = {value.__name__[8:]: len(value.argtypes or ()) for value in vars(_library).values() if getattr(value, "__name__", "").startswith("nianbao_")}
        self.assertGreater(len(declared), 12)
        for name, arguments in declared.items():
            self.assertEqual(arguments, known[name], name)

    def test_options_have_the_names_of_the_c_functions(self):
        """Every member of the C options is an argument, by its name."""
        told = {"size", "user", "write", "progress", "cancel", "settings", "setting_count", "previous_data"}
        for function, struct in ((nianbao.check, _library.CheckOptions), (nianbao.Engine.render, _library.RenderOptions)):
            arguments = set(function.__code__.co_varnames[: function.__code__.co_argcount + function.__code__.co_kwonlyargcount])
            for name, _ in struct._fields_:
                if name not in told and not name.endswith("_count"):
                    self.assertIn(name, arguments)

    # --- reports

    def test_the_first_pdf_is_that_of_the_command_line(self):
        outcome = nianbao.render(EXAMPLE, self.folder / "report.pdf")
        self.assertEqual(outcome.status, "written")
        self.assertEqual(outcome.files, (str(self.folder / "report.pdf"),))
        self.assertEqual((self.folder / "report.pdf").read_bytes(), self.expected(EXAMPLE))
        self.assertEqual((outcome.agency, outcome.year), ("淮安市人民政府", 2024))
        self.assertTrue(outcome.ok)
        with self.assertRaises(LookupError):
            outcome.content

    def test_the_program_of_the_readme_does_what_it_says(self):
        blocks = re.findall(r"```python\n(.*?)```", (SOURCE / "package/python/README.md").read_text(encoding="utf-8"), re.S)
        self.assertLessEqual(len(blocks[0].splitlines()), 10)
        (self.folder / "report.yaml").write_bytes(SMALL.read_bytes())
        ran = subprocess.run([sys.executable, "-c", blocks[0]], cwd=str(self.folder), stdout=subprocess.PIPE, check=True)
        self.assertTrue(ran.stdout.decode().endswith("written\n"))
        self.assertEqual((self.folder / "report.pdf").read_bytes(), self.expected(SMALL))

    def test_outputs_in_memory(self):
        outcome = nianbao.render(str(SMALL), to=["pdf", "docx", "html", "text"])
        self.assertEqual(list(outcome.outputs), ["pdf", "docx", "html", "text"])
        self.assertEqual(outcome.files, ())
        self.assertEqual(outcome.content, outcome.outputs["pdf"])
        self.assertEqual(outcome.content, self.expected(SMALL))
        self.assertTrue(outcome.outputs["docx"].startswith(b"PK"))
        self.assertIn("清河县水务局", outcome.outputs["html"].decode())
        self.assertIn("清河县水务局", nianbao.render(SMALL, to="text").content.decode())
        self.assertEqual(nianbao.render(SMALL).outputs, {"pdf": outcome.content})

    def test_every_kind_of_source_is_the_same_report(self):
        expected = nianbao.render(SMALL).content
        for source in (str(SMALL), SMALL.read_bytes(), bytearray(SMALL.read_bytes()), nianbao.Data.from_bytes(SMALL.read_bytes(), "小", "yaml")):
            self.assertEqual(nianbao.render(source).content, expected)
        nianbao.convert(SMALL, self.folder / "small.json")
        report = json.loads((self.folder / "small.json").read_text(encoding="utf-8"))
        self.assertEqual(nianbao.render(report).content, expected)
        nianbao.convert(SMALL, self.folder / "small.xlsx")
        self.assertEqual(nianbao.render((self.folder / "small.xlsx").read_bytes()).content, expected)

    def test_options_reach_the_library(self):
        self.assertEqual(nianbao.render(SMALL, layout={"page_number": "centred"}).content, self.expected(SMALL, "--layout", "page_number=centred"))
        self.assertEqual(nianbao.render(SIGNED, seal=True).content, self.expected(SIGNED, "--seal"))
        self.assertEqual(nianbao.render(SMALL, attach_data=True).content, self.expected(SMALL, "--attach-data"))
        dated = nianbao.render(SMALL, date=datetime.date(2024, 1, 18)).content
        self.assertNotEqual(dated, nianbao.render(SMALL).content)
        self.assertEqual(dated, nianbao.render(SMALL, date="2024-01-18").content)
        self.assertTrue(nianbao.render(wrong(), force=True).content.startswith(b"%PDF"))
        self.assertEqual(nianbao.render(wrong(), no_check=True).findings, ())
        self.assertNotIn("T3-01", [finding.rule for finding in nianbao.check(wrong(), disabled=["T3-01"]).findings])
        self.assertEqual(nianbao.check(wrong(), disabled="T3-01"), nianbao.check(wrong(), disabled=["T3-01"]))
        self.assertEqual(nianbao.render(wrong(), disabled="T3-01").status, "written")
        for folders in ("/nowhere", pathlib.Path("/nowhere"), ["/nowhere"]):
            with self.assertRaisesRegex(nianbao.Failure, "/nowhere"):
                nianbao.Engine(folders=folders)
        figures = nianbao.check(EXAMPLE, evidence=True).figures
        self.assertGreater(len(figures), 10)
        self.assertLessEqual({figure.held for figure in figures}, {"agrees", "contradicts", "not_compared"})
        self.assertEqual(nianbao.check(EXAMPLE).figures, ())
        for previous in (SMALL, SMALL.read_bytes(), nianbao.Data.from_file(SMALL)):
            told = nianbao.check(SMALL, previous=previous)
            self.assertNotEqual(told.findings, nianbao.check(SMALL).findings)
            self.assertEqual([finding.rule for finding in told.findings], [finding.rule for finding in nianbao.check(SMALL, previous=str(SMALL)).findings])

    # --- findings and failures

    def test_mistakes_are_values(self):
        outcome = nianbao.Engine().check(wrong())
        self.assertEqual(outcome.status, "refused")
        self.assertFalse(outcome.ok)
        finding = next(one for one in outcome.findings if one.rule == "T3-01")
        self.assertEqual(finding.severity, "error")
        self.assertTrue(finding.stops)
        self.assertEqual(finding.field, "applications.received.natural_person")
        self.assertEqual(finding.place, nianbao.Place(line=9, column=14, length=1))
        self.assertEqual(finding.message, UNEQUAL)
        self.assertIn(("difference", "2"), finding.values)
        lines = finding.told.splitlines()
        self.assertEqual(lines[0], f"data:9:14: 错误 T3-01: {UNEQUAL}")
        self.assertEqual(lines[2].index("^"), lines[1].index("[0") + 1)
        self.assertEqual(str(finding), finding.told)
        with self.assertRaises(dataclasses.FrozenInstanceError):
            finding.rule = ""
        refused = nianbao.render(wrong(), self.folder / "none.pdf")
        self.assertEqual((refused.status, refused.files), ("refused", ()))
        self.assertFalse((self.folder / "none.pdf").exists())
        self.assertEqual(refused.findings, outcome.findings)

    def test_values_whose_names_come_again_are_kept(self):
        finding = nianbao.check({"agency": "甲局", "year": 2023, "applications": {"received": {"natural_person": 2}}}).findings
        missing = next(one for one in finding if one.field == "applications.received")
        self.assertEqual(len(missing.values), 5)
        self.assertEqual({name for name, _ in missing.values}, {"missing"})

    def test_places_in_workbooks(self):
        nianbao.convert(SMALL, self.folder / "small.xlsx")
        (self.folder / "wrong.yaml").write_bytes(wrong())
        nianbao.convert(self.folder / "wrong.yaml", self.folder / "wrong.xlsx")
        finding = next(one for one in nianbao.check(self.folder / "wrong.xlsx").findings if one.rule == "T3-01")
        self.assertIsNone(finding.place.line)
        self.assertRegex(finding.place.cell, "^[A-Z]+[0-9]+$")
        self.assertTrue(finding.place.sheet)

    def test_failures_are_exceptions(self):
        with self.assertRaisesRegex(nianbao.Failure, "不能读取 absent.yaml：没有这个文件"):
            nianbao.render("absent.yaml")
        with self.assertRaisesRegex(nianbao.Failure, "文件夹不存在"):
            nianbao.render(SMALL, self.folder / "no/where.pdf")
        with self.assertRaises(nianbao.Usage) as raised:
            nianbao.check(SMALL, disabled=["X-99"])
        self.assertIsInstance(raised.exception, ValueError)
        self.assertIsInstance(raised.exception, nianbao.NianbaoError)
        with self.assertRaises(nianbao.Usage):
            nianbao.render(SMALL, to="odt")
        with self.assertRaises(nianbao.Usage):
            nianbao.run("没有")
        with self.assertRaises(nianbao.Failure):
            nianbao.Engine(fonts={"title": self.folder / "no.ttf"})
        with self.assertRaisesRegex(ValueError, "yaml"):
            nianbao.Data.from_bytes(b"", format="toml")

    @unittest.skipUnless(sys.platform == "linux", "other systems keep names as UTF-16 or UTF-8")
    def test_names_of_files_need_not_be_utf8(self):
        place = os.fsdecode(os.fsencode(self.folder) + b"/\xd6\xd0.json")
        with open(place, "wb") as file:
            file.write(b"{}")
        shown = f"{self.folder}/\ufffd\ufffd.json"
        findings = nianbao.check(place).findings
        self.assertTrue(findings[0].told.startswith(shown), findings)
        self.assertEqual(nianbao.run("check", place).files[0].file, shown)
        self.assertTrue(nianbao.check(nianbao.Data.from_bytes(b"{}", os.path.basename(place))).findings)
        os.unlink(place)
        with self.assertRaisesRegex(nianbao.Failure, f"不能读取 {shown}"):
            nianbao.check(place)

    # --- callbacks

    def test_progress_and_cancel(self):
        seen = []
        nianbao.render(SMALL, progress=lambda done, every: seen.append((done, every)))
        self.assertEqual(seen[-1][0], seen[-1][1])
        with self.assertRaises(nianbao.Cancelled):
            nianbao.render(SMALL, self.folder / "a.pdf", cancel=lambda: True)
        self.assertFalse((self.folder / "a.pdf").exists())

        def one_file_done():
            left = [2]  # asked before the first file, and after each

            def enough():
                left[0] -= 1
                return left[0] == 0

            with self.assertRaises(nianbao.Cancelled) as cancelled:
                nianbao.run("fix", [SMALL, EXAMPLE], cancel=enough)
            return cancelled.exception.answer

        with unittest.mock.patch.object(_library, "answer_free", wraps=_library.answer_free) as free:
            answer = one_file_done()
            free.assert_called_once()
        self.assertEqual([file.file for file in answer.files], [str(SMALL)])
        self.assertEqual(answer.json["files"][0]["status"], "accepted")

        class Own(Exception):
            pass

        def fail(*_):
            raise Own("told")

        for callback in ({"progress": fail}, {"cancel": fail}):
            with self.assertRaisesRegex(Own, "told"):
                nianbao.render(SMALL, **callback)
            with self.assertRaisesRegex(Own, "told"):
                nianbao.run("check", [SMALL, EXAMPLE], **callback)
            with unittest.mock.patch.object(_library, "answer_free", wraps=_library.answer_free) as free:
                with self.assertRaises(Own):
                    nianbao.run("check", [SMALL, EXAMPLE], no_fonts=True, **callback)
                free.assert_called_once()

    # --- data of programs

    def test_rows_of_tables(self):
        table = "agency,year,applications.unlisted,disclosure.licences,disclosure.unlisted\n甲局,2023,0,12,0\n乙局,2023,0,,0\n"
        for row, licences in zip(csv.DictReader(io.StringIO(table)), (12, 0)):
            row["disclosure.licences"] = float(row["disclosure.licences"] or "nan")  # as pandas has a column with a gap
            row["year"] = Number(int(row["year"]))
            data = nianbao.Data.from_row(row, row["agency"])
            findings = nianbao.check(data).findings
            self.assertFalse([one for one in findings if one.rule == "D-12"], findings)
            self.assertFalse([one for one in findings if one.field.startswith("disclosure")], findings)
            self.assertTrue(findings[0].told.startswith(row["agency"]))
        for row in ({"a": 1, "a.b": 2}, {"a.b": 2, "a": 1}):
            with self.assertRaises(ValueError):
                nianbao.Data.from_row(row)

    def test_numbers_and_dates_keep_what_they_say(self):
        report = {"agency": "甲局", "year": Number(2023), "signature": {"date": datetime.date(2024, 1, 18)}}
        report["disclosure"] = {"unlisted": 0, "administrative_charges": {"amount": decimal.Decimal("12.50")}}
        findings = nianbao.check(report).findings
        self.assertFalse([one for one in findings if one.rule in ("D-11", "D-12")], findings)
        with self.assertRaises(ValueError):
            nianbao.check({"year": float("nan")})
        with self.assertRaises(TypeError):
            nianbao.check({"year": object()})
        self.assertTrue(any("只是代理对的一半" in one.message for one in nianbao.check({"agency": "\ud800水务局"}).findings))
        self.assertTrue(nianbao.check({"year": 2023.0}).findings[0].message.endswith("“2023.0”是小数，这里应是整数"))

    # --- commands

    def test_any_command(self):
        made = nianbao.new(self.folder / "新.yaml", agency="清河县水务局", year=2024, previous=SMALL)
        self.assertEqual(made.exit, 0)
        self.assertIn("清河县水务局", (self.folder / "新.yaml").read_text(encoding="utf-8"))
        difference = nianbao.diff(SMALL, EXAMPLE)
        self.assertIn("清河县水务局", json.dumps(difference.json["diff"], ensure_ascii=False))
        self.assertTrue(difference.text.startswith(f"旧：{SMALL}（清河县水务局，2023 年度）"), difference.text)
        self.assertEqual(made.files[0].files, (str(self.folder / "新.yaml"),))
        answer = nianbao.run("render", [SMALL, EXAMPLE], output=self.folder / "out", layout={"page_number": "centred"}, to=["pdf", "text"], force=True, jobs=None)
        self.assertEqual([file.status for file in answer.files], ["written", "written"])
        self.assertEqual(len(answer.files[0].files), 2)
        self.assertEqual((self.folder / "out/small.pdf").read_bytes(), self.expected(SMALL, "--layout", "page_number=centred"))
        self.assertIn('"$schema"', nianbao.run("schema").text)
        with self.assertRaises(nianbao.Usage):
            nianbao.run("render", SMALL, no_such_option=True)

    # --- threads

    def test_many_threads_one_engine(self):
        engine, data, expected = nianbao.Engine(), nianbao.Data.from_file(SMALL), self.expected(SMALL)
        bad = nianbao.Data.from_bytes(wrong(), "wrong")
        told = nianbao.check(bad).findings

        def one(number):
            if number % 8 == 7:
                return engine.check(bad).findings == told
            return engine.render(data).content == expected

        with ThreadPoolExecutor(8) as pool:
            self.assertTrue(all(pool.map(one, range(REPORTS))))

    def test_what_a_call_uses_outlives_its_owner(self):
        made = []
        thread = threading.Thread(target=lambda: made.append(nianbao.Engine().render(nianbao.Data.from_file(SMALL)).content))
        thread.start()
        thread.join()
        self.assertEqual(made, [self.expected(SMALL)])

    def test_leaving_while_threads_render_is_quiet(self):
        program = (
            "import nianbao, threading, time\n"
            "engine = nianbao.Engine()\n"
            f"work = lambda: [engine.render({str(SMALL)!r}) for _ in range(10000)]\n"
            "for _ in range(4): threading.Thread(target=work, daemon=True).start()\n"
            "time.sleep(0.1)\n"
        )
        ran = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual((ran.returncode, ran.stdout), (0, b""))

    @unittest.skipUnless(pathlib.Path("/proc/self/status").exists(), "where no /proc is, nobody tells the memory")
    def test_memory_is_given_back(self):
        def resident():
            return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path("/proc/self/status").read_text()).group(1))

        rows = wrong()
        for _ in range(20):
            nianbao.render(rows)
        before = resident()
        for _ in range(300):
            nianbao.check(rows)
            nianbao.Data.from_bytes(rows)
        self.assertLess(resident() - before, 4000)  # KiB


class Number(int):
    """As numpy has numbers: none that json knows by itself, but for `item`."""


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=0)
