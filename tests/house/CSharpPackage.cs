// Tests the sources of the package for C#, compiled with this: CSharpPackage.exe SOURCE PROGRAM REPORTS. PROGRAM is the command line's;
// REPORTS are rendered on 8 threads. Prints "all is well" if it is.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Nianbao;

static class CSharpPackage
{
    static string source, program, scratch, example, small;

    static void Check(bool right, object what)
    {
        if (!right) throw new Exception("" + what);
    }

    static void Equal<T>(T value, T wanted)
    {
        Check(Equals(value, wanted), value + " is not " + wanted);
    }

    static void Same(byte[] made, byte[] wanted)
    {
        Check(made.SequenceEqual(wanted), made.Length + " bytes are not " + wanted.Length);
    }

    static T Fails<T>(Action action) where T : Exception
    {
        try
        {
            action();
        }
        catch (T thrown)
        {
            return thrown;
        }
        throw new Exception("no " + typeof(T));
    }

    /// What the command line makes of it.
    static byte[] Expected(string data, string words = "")
    {
        string place = Path.Combine(scratch, "expected.pdf");
        ProcessStartInfo how = new ProcessStartInfo(program, "render " + data + " -o " + place + " " + words) { UseShellExecute = false, RedirectStandardError = true };
        using (Process process = Process.Start(how))
        {
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            Equal(process.ExitCode, 0);
        }
        return File.ReadAllBytes(place);
    }

    /// The small report with a row that does not add up.
    static Data Wrong()
    {
        string text = File.ReadAllText(small), row = "received: [2, 0, 0, 0, 0, 0, 2]";
        Check(text.Contains(row), row);
        return Data.FromBytes(Encoding.UTF8.GetBytes(text.Replace(row, "received: [0, 0, 0, 0, 0, 0, 0]")));
    }

    static void StructsAndFunctionsAreThoseOfTheHeader()
    {
        string header = Regex.Replace(File.ReadAllText(Path.Combine(source, "include/nianbao/nianbao.h")), "/\\*.*?\\*/", "", RegexOptions.Singleline);
        string own = File.ReadAllText(Path.Combine(source, "package/csharp/Functions.cs"));
        int structs = 0, functions = 0;
        foreach (Match found in Regex.Matches(own, "internal struct ([A-Za-z]+)\\s+\\{(.*?)\\}", RegexOptions.Singleline))
        {
            string name = Regex.Replace(found.Groups[1].Value, "(?<=.)([A-Z])", "_$1").ToLowerInvariant();
            string inside = Regex.Match(header, "typedef struct nianbao_" + name + " \\{([^}]*)\\}").Groups[1].Value;
            List<string> known = inside.Split(';', ',').Select(line => Regex.Match(line, "[a-z_]+\\s*$").Value.Trim()).Where(member => member != "").ToList();
            List<string> members = Regex.Matches(found.Groups[2].Value, "public \\w+ (\\w+);").Cast<Match>().Select(member => member.Groups[1].Value).ToList();
            Check(members.Count > 1 && members.SequenceEqual(name == "engine_options" ? known.Take(members.Count) : known), name);
            ++structs;
        }
        foreach (Match found in Regex.Matches(own, "static extern \\w+ (nianbao_[a-z_]+)\\(([^)]*)\\)"))
        {
            Match known = Regex.Match(header, found.Groups[1].Value + "\\(([^)]*)\\);");
            Check(known.Success, found.Groups[1].Value);
            Equal(found.Groups[2].Value.Split(',').Length, known.Groups[1].Value.Split(',').Length);
            ++functions;
        }
        Equal(structs, 4);
        Equal(functions, 19);
    }

    static void TheFirstPdfIsThatOfTheCommandLine()
    {
        string place = Path.Combine(scratch, "report.pdf");
        Outcome outcome = new Engine().Render(Data.FromFile(example), new RenderOptions { Output = place });
        Equal(outcome.Status, "written");
        Equal(string.Join(" ", outcome.Files), place);
        Same(File.ReadAllBytes(place), Expected(example));
        Equal(outcome.Agency, "淮安市人民政府");
        Equal(outcome.Year, 2024);
        Fails<InvalidOperationException>(() => outcome.Content.ToString());
    }

    static void EveryKindOfSourceAndOutput()
    {
        Engine engine = new Engine();
        byte[] pdf = Expected(small), bytes = File.ReadAllBytes(small);
        Outcome outcome = engine.Render(Data.FromFile(small), new RenderOptions { To = new[] { "pdf", "docx", "html", "text" } });
        Equal(outcome.Outputs.Count, 4);
        Same(outcome.Content, pdf);
        Check(Encoding.UTF8.GetString(outcome.Outputs["text"]).Contains("清河县水务局"), "text");
        foreach (Data data in new[] { Data.FromBytes(bytes), Data.FromBytes(bytes, "小", Format.Yaml), Data.FromFile(small) }) Same(engine.Render(data).Content, pdf);
        Dictionary<string, object> report = new Dictionary<string, object>
        {
            ["agency"] = "甲\"局\n", ["year"] = 2023, ["signature"] = new Dictionary<string, object> { ["date"] = new DateTime(2024, 1, 18) },
            ["disclosure"] = new Dictionary<string, int> { ["unlisted"] = 0 }, ["applications"] = new Dictionary<string, object> { ["received"] = new[] { 1, 0, 0, 0, 0, 0, 1 }, ["unlisted"] = 0L },
        };
        foreach (Finding finding in Engine.Check(Data.FromReport(report)).Findings) Check(!Regex.IsMatch(finding.Rule, "D-0[12]|D-12"), finding);
        Fails<ArgumentException>(() => Data.FromReport(new Dictionary<string, object> { ["year"] = double.NaN }));
        Fails<ArgumentException>(() => Data.FromReport(new Dictionary<string, object> { ["year"] = new object() }));
        foreach (string half in new[] { "\ud800水务局", "水务局\udc00", "\ud800" })
            Check(Engine.Check(Data.FromReport(new Dictionary<string, object> { ["agency"] = half })).Findings.Any(one => one.Message.Contains("只是代理对的一半")), half);
        Check(!Engine.Check(Data.FromReport(new Dictionary<string, object> { ["agency"] = "\ud840\udc00局" })).Findings.Any(one => one.Message.Contains("代理对")), "a pair");
        Equal(Engine.Check(Data.FromBytes(new byte[0])).Status, "refused");
    }

    static void OptionsReachTheLibrary()
    {
        Engine engine = new Engine();
        string signed = Path.Combine(source, "tests/files/database.yaml");
        Data data = Data.FromFile(small);
        Same(engine.Render(data, new RenderOptions { Layout = new Dictionary<string, string> { ["page_number"] = "centred" } }).Content, Expected(small, "--layout page_number=centred"));
        Same(engine.Render(Data.FromFile(signed), new RenderOptions { Seal = true }).Content, Expected(signed, "--seal"));
        Same(engine.Render(data, new RenderOptions { AttachData = true }).Content, Expected(small, "--attach-data"));
        Check(!engine.Render(data, new RenderOptions { Date = new DateTime(2024, 1, 18) }).Content.SequenceEqual(Expected(small)), "date");
        Equal(engine.Render(Wrong(), new RenderOptions { NoCheck = true }).Findings.Count, 0);
        Check(engine.Render(Wrong(), new RenderOptions { Force = true }).Ok, "force");
        Check(Engine.Check(Wrong(), new CheckOptions { Disabled = new[] { "T3-01" } }).Findings.All(one => one.Rule != "T3-01"), "disabled");
        Check(Engine.Check(Data.FromFile(example), new CheckOptions { Evidence = true }).Figures.Count > 10, "evidence");
        string plain = Rules(new CheckOptions()), told = Rules(new CheckOptions { Previous = small });
        Check(plain != told, told);
        Equal(Rules(new CheckOptions { PreviousData = data }), told);
    }

    static string Rules(CheckOptions options)
    {
        return string.Join(" ", Engine.Check(Data.FromFile(small), options).Findings.Select(one => one.Rule));
    }

    static void MistakesAreValues()
    {
        Outcome outcome = Engine.Check(Wrong());
        Equal(outcome.Status, "refused");
        Check(!outcome.Ok, outcome);
        Finding finding = outcome.Findings.First(one => one.Rule == "T3-01");
        Equal(finding.Severity + " " + finding.Field, "error applications.received.natural_person");
        Equal(finding.Place.Line + ":" + finding.Place.Column + ":" + finding.Place.Length + finding.Place.Cell, "9:14:1");
        Check(finding.Stops && finding.Told.StartsWith("data:9:14: 错误 T3-01: 自然人：本年新收 0 加上年结转 0"), finding);
        Equal(finding.ToString(), finding.Told);
        Equal(string.Join(" ", finding.Values.Select(one => one.Key + "=" + one.Value.Single()).OrderBy(one => one)), "difference=2 expected=2 found=0");
        Fails<NotSupportedException>(() => ((IDictionary<string, IReadOnlyList<string>>)finding.Values).Clear());
        Fails<NotSupportedException>(() => ((IList<string>)finding.Values["found"]).Clear());
        string none = Path.Combine(scratch, "none.pdf");
        Equal(new Engine().Render(Wrong(), new RenderOptions { Output = none }).Files.Count, 0);
        Check(!File.Exists(none), none);
    }

    static void ValuesWhoseNamesComeAgainAreKept()
    {
        Dictionary<string, object> received = new Dictionary<string, object> { ["received"] = new Dictionary<string, int> { ["natural_person"] = 2 } };
        Outcome outcome = Engine.Check(Data.FromReport(new Dictionary<string, object> { ["agency"] = "甲局", ["year"] = 2023, ["applications"] = received }));
        Finding finding = outcome.Findings.Single(one => one.Field == "applications.received");
        Equal(string.Join(" ", finding.Values.Keys), "missing");
        Equal(string.Join(" ", finding.Values["missing"].Select(one => one.Replace("applications.received.", ""))), "business research public_welfare legal_service other");
    }

    static void FailuresAreThrown()
    {
        Engine engine = new Engine();
        Check(Fails<FailureException>(() => engine.Render(Data.FromFile("absent.yaml"))).Message.Contains("不能读取 absent.yaml：没有这个文件"), "message");
        Fails<UsageException>(() => engine.Render(Data.FromFile(small), new RenderOptions { To = new[] { "odt" } }));
        Fails<UsageException>(() => Engine.Check(Data.FromFile(small), new CheckOptions { Disabled = new[] { "X-99" } }));
        Fails<UsageException>(() => engine.Run("没有"));
        Fails<FailureException>(() => new Engine(new Dictionary<string, string> { ["title"] = "/no.ttf" }));
        Fails<FailureException>(() => new Engine(folders: new[] { "/no folder" }, systemFonts: false));
    }

    static void ProgressAndCancelling()
    {
        Engine engine = new Engine();
        Data data = Data.FromFile(small);
        long left = -1;
        engine.Render(data, new RenderOptions { Progress = (done, all) => left = all - done });
        Equal(left, 0);
        Fails<CancelledException>(() => engine.Render(data, new RenderOptions { Cancel = () => true }));
        foreach (int when in new[] { 0, 5 })
            Fails<ArithmeticException>(() => engine.Render(data, new RenderOptions { Progress = (done, all) => { if (done == when) throw new ArithmeticException(); } }));
    }

    static void AnyCommand()
    {
        Engine engine = new Engine();
        string place = Path.Combine(scratch, "新.yaml");
        Equal(engine.Run("new", null, new Dictionary<string, object> { ["output"] = place, ["agency"] = "清河县水务局", ["year"] = 2024 }).Exit, 0);
        Check(File.ReadAllText(place).Contains("清河县水务局"), place);
        Dictionary<string, object> options = new Dictionary<string, object>
        {
            ["output"] = Path.Combine(scratch, "out"), ["layout"] = new Dictionary<string, string> { ["page_number"] = "centred" }, ["force"] = true,
        };
        Equal(string.Join(" ", engine.Run("render", new[] { small, example }, options).Files.Select(file => file.Status)), "written written");
        Same(File.ReadAllBytes(Path.Combine(scratch, "out/small.pdf")), Expected(small, "--layout page_number=centred"));
        Check(engine.Run("schema").Text.Contains("\"$schema\""), "schema");
        Check(engine.Run("fonts", null, new Dictionary<string, object> { ["no-system-fonts"] = true }).Text.Contains("FandolFang-Regular"), "fonts");
    }

    static void ManyThreadsOneEngine(int reports)
    {
        Engine engine = new Engine();
        Data data = Data.FromFile(small);
        byte[] pdf = Expected(small);
        int left = reports, right = 0;
        List<Thread> threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (engine.Render(data).Content.SequenceEqual(pdf)) Interlocked.Increment(ref right);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        for (int round = 0; round < 20; ++round)  // what nobody refers to is freed while others render
        {
            Same(new Engine().Render(Data.FromFile(small)).Content, pdf);
            GC.Collect();
        }
        threads.ForEach(thread => thread.Join());
        Equal(right, reports);
    }

    static void Main(string[] words)
    {
        source = words[0];
        program = words[1];
        example = Path.Combine(source, "examples/huaian-2024.json");
        small = Path.Combine(source, "tests/cases/small.yaml");
        scratch = Path.Combine(Path.GetTempPath(), "nianbao-cs-" + Guid.NewGuid());
        Directory.CreateDirectory(scratch);
        try
        {
            StructsAndFunctionsAreThoseOfTheHeader();
            TheFirstPdfIsThatOfTheCommandLine();
            EveryKindOfSourceAndOutput();
            OptionsReachTheLibrary();
            MistakesAreValues();
            ValuesWhoseNamesComeAgainAreKept();
            FailuresAreThrown();
            ProgressAndCancelling();
            AnyCommand();
            ManyThreadsOneEngine(int.Parse(words[2]));
        }
        finally
        {
            Directory.Delete(scratch, true);
        }
        Console.WriteLine("all is well");
    }
}
