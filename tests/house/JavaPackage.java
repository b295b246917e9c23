// Tests the jar for Java: java -cp nianbao.jar:jna.jar JavaPackage.java SOURCE PROGRAM REPORTS. PROGRAM is the command line's; REPORTS are
// rendered on 8 threads. Prints "all is well" if it is.

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nianbao.Answer;
import nianbao.CheckOptions;
import nianbao.Data;
import nianbao.Engine;
import nianbao.Finding;
import nianbao.NianbaoException;
import nianbao.Outcome;
import nianbao.Place;
import nianbao.RenderOptions;

public class JavaPackage {
    static Path source, scratch, example, small;
    static String program;

    static void check(boolean right, Object what) {
        if (!right) throw new AssertionError(what);
    }

    static void equal(Object is, Object wanted) {
        check(wanted.equals(is), is + " is not " + wanted);
    }

    static <T extends Exception> T fails(Class<T> type, Runnable run) {
        try {
            run.run();
        } catch (Exception thrown) {
            check(type.isInstance(thrown), thrown);
            return type.cast(thrown);
        }
        throw new AssertionError("no " + type);
    }

    /** What the command line makes of it. */
    static byte[] expected(Path data, String... words) throws Exception {
        Path place = scratch.resolve("expected.pdf");
        List<String> command = new ArrayList<>(List.of(program, "render", data.toString(), "-o", place.toString()));
        command.addAll(List.of(words));
        equal(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor(), 0);
        return Files.readAllBytes(place);
    }

    static void same(byte[] is, byte[] wanted) {
        check(Arrays.equals(is, wanted), is.length + " bytes are not " + wanted.length);
    }

    /** The small report with a row that does not add up. */
    static Data wrong() throws Exception {
        String text = Files.readString(small), row = "received: [2, 0, 0, 0, 0, 0, 2]";
        check(text.contains(row), row);
        return Data.of(text.replace(row, "received: [0, 0, 0, 0, 0, 0, 0]").getBytes(StandardCharsets.UTF_8));
    }

    static void structsAndFunctionsAreThoseOfTheHeader() throws Exception {
        String header = Files.readString(source.resolve("include/nianbao/nianbao.h")).replaceAll("(?s)/\\*.*?\\*/", "");
        String own = Files.readString(source.resolve("package/java/nianbao/Functions.java"));
        Matcher struct = Pattern.compile("FieldOrder\\(\\{([^}]*)\\}\\)\\s+public static class ([A-Za-z]+)").matcher(own);
        int structs = 0;
        for (; struct.find(); ++structs) {
            String name = struct.group(2).replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase();
            Matcher known = Pattern.compile("typedef struct nianbao_" + name + " \\{([^}]*)\\}").matcher(header);
            check(known.find(), name);
            List<String> members = new ArrayList<>();
            for (String line : known.group(1).split("[;,]")) {
                if (!line.isBlank()) members.add(line.strip().replaceAll("(?s).*[\\s*]", ""));
            }
            List<String> fields = List.of(struct.group(1).replaceAll("[\"\\s]", "").split(","));
            equal(fields, name.equals("engine_options") ? members.subList(0, fields.size()) : members);
        }
        equal(structs, 5);
        Matcher function = Pattern.compile("native [A-Za-z]+ (nianbao_[a-z_]+)\\(([^)]*)\\)").matcher(own);
        int functions = 0;
        for (; function.find(); ++functions) {
            Matcher known = Pattern.compile(function.group(1) + "\\(([^)]*)\\);").matcher(header);
            check(known.find(), function.group(1));
            equal(function.group(2).isEmpty() ? "void".split(",").length : function.group(2).split(",").length, known.group(1).split(",").length);
        }
        equal(functions, 19);
    }

    static void theFirstPdfIsThatOfTheCommandLine() throws Exception {
        Path place = scratch.resolve("report.pdf");
        Outcome outcome = new Engine().render(Data.of(example), new RenderOptions().output(place));
        equal(outcome.status(), "written");
        equal(outcome.files(), List.of(place.toString()));
        same(Files.readAllBytes(place), expected(example));
        equal(outcome.agency(), "淮安市人民政府");
        equal(outcome.year(), 2024);
        fails(NoSuchElementException.class, outcome::content);
    }

    /** Run as it stands there, and within ten lines. */
    static void theProgramOfTheReadmeDoesWhatItSays() throws Exception {
        Matcher block = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(source.resolve("package/java/README.md")));
        check(block.find(), "README.md");
        Path folder = Files.createDirectory(scratch.resolve("readme"));
        check(block.group(1).lines().count() <= 10, block.group(1));
        Files.writeString(folder.resolve("Report.java"), block.group(1));
        Files.copy(small, folder.resolve("report.yaml"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process ran = new ProcessBuilder(java, "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "Report.java").directory(folder.toFile()).redirectErrorStream(true).start();
        String told = new String(ran.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        equal(ran.waitFor(), 0);
        check(told.endsWith("written\n"), told);
        same(Files.readAllBytes(folder.resolve("report.pdf")), expected(small));
    }

    static void everyKindOfSourceAndOutput() throws Exception {
        Engine engine = new Engine();
        byte[] pdf = expected(small), bytes = Files.readAllBytes(small);
        Outcome outcome = engine.render(Data.of(small), new RenderOptions().to("pdf", "docx", "html", "text"));
        equal(List.copyOf(outcome.outputs().keySet()), List.of("pdf", "docx", "html", "text"));
        same(outcome.content(), pdf);
        check(new String(outcome.outputs().get("text"), StandardCharsets.UTF_8).contains("清河县水务局"), "text");
        for (Data data : List.of(Data.of(bytes), Data.of(bytes, "小", Data.Format.YAML), Data.of(small))) same(engine.render(data).content(), pdf);
        Map<String, Object> report = Map.of("agency", "甲\"局\n", "year", 2023, "signature", Map.of("date", LocalDate.of(2024, 1, 18)), "disclosure", Map.of("unlisted", 0),
                                            "applications", Map.of("received", List.of(1, 0, 0, 0, 0, 0, 1), "unlisted", 0L));
        for (Finding finding : Engine.check(Data.of(report)).findings()) check(!finding.rule().matches("D-0[12]"), finding);
        fails(IllegalArgumentException.class, () -> Data.of(Map.of("year", Double.NaN)));
        fails(IllegalArgumentException.class, () -> Data.of(Map.of("year", new Object())));
        for (String half : List.of("\ud800水务局", "水务局\udc00", "\ud800"))
            check(Engine.check(Data.of(Map.of("agency", half))).findings().stream().anyMatch(one -> one.message().contains("只是代理对的一半")), half);
        check(Engine.check(Data.of(Map.of("agency", "\ud840\udc00局"))).findings().stream().noneMatch(one -> one.message().contains("代理对")), "a pair");
        equal(Engine.check(Data.of(new byte[0])).status(), "refused");
    }

    static void optionsReachTheLibrary() throws Exception {
        Engine engine = new Engine();
        Path signed = source.resolve("tests/files/database.yaml");
        Data data = Data.of(small);
        same(engine.render(data, new RenderOptions().layout(Map.of("page_number", "centred"))).content(), expected(small, "--layout", "page_number=centred"));
        same(engine.render(Data.of(signed), new RenderOptions().seal(true)).content(), expected(signed, "--seal"));
        same(engine.render(data, new RenderOptions().attachData(true)).content(), expected(small, "--attach-data"));
        check(!Arrays.equals(engine.render(data, new RenderOptions().date(LocalDate.of(2024, 1, 18))).content(), expected(small)), "date");
        equal(engine.render(wrong(), new RenderOptions().noCheck(true)).findings(), List.of());
        check(engine.render(wrong(), new RenderOptions().force(true)).ok(), "force");
        check(Engine.check(wrong(), new CheckOptions().disabled("T3-01")).findings().stream().noneMatch(one -> one.rule().equals("T3-01")), "disabled");
        check(Engine.check(Data.of(example), new CheckOptions().evidence(true)).figures().size() > 10, "evidence");
        List<String> plain = rules(new CheckOptions()), told = rules(new CheckOptions().previous(small));
        check(!plain.equals(told), told);
        equal(rules(new CheckOptions().previous(data)), told);
    }

    static List<String> rules(CheckOptions options) {
        return Engine.check(Data.of(small), options).findings().stream().map(Finding::rule).toList();
    }

    static void mistakesAreValues() throws Exception {
        Outcome outcome = Engine.check(wrong());
        equal(outcome.status(), "refused");
        check(!outcome.ok(), outcome);
        Finding finding = outcome.findings().stream().filter(one -> one.rule().equals("T3-01")).findFirst().orElseThrow();
        equal(List.of(finding.severity(), finding.field()), List.of("error", "applications.received.natural_person"));
        equal(finding.place(), new Place(9, 14, 1, null, null, null, null, null, null));
        check(finding.stops() && finding.told().startsWith("data:9:14: 错误 T3-01: 自然人：本年新收 0 加上年结转 0"), finding);
        equal(finding.toString(), finding.told());
        equal(finding.values(), Map.of("found", List.of("0"), "expected", List.of("2"), "difference", List.of("2")));
        equal(List.copyOf(finding.values().keySet()), List.of("found", "expected", "difference"));
        fails(UnsupportedOperationException.class, () -> finding.values().clear());
        equal(Engine.check(wrong()), outcome);
        Path none = scratch.resolve("none.pdf");
        equal(new Engine().render(wrong(), new RenderOptions().output(none)).files(), List.of());
        check(!Files.exists(none), none);
        for (RecordComponent component : Finding.class.getRecordComponents()) check(component.getAccessor().invoke(finding) != null, component);
    }

    static void valuesWhoseNamesComeAgainAreKept() {
        Outcome outcome = Engine.check(Data.of(Map.of("agency", "甲局", "year", 2023, "applications", Map.of("received", Map.of("natural_person", 2)))));
        Finding finding = outcome.findings().stream().filter(one -> one.field().equals("applications.received")).findFirst().orElseThrow();
        equal(finding.values(), Map.of("missing", Stream.of("business", "research", "public_welfare", "legal_service", "other").map(one -> "applications.received." + one).toList()));
    }

    static void failuresAreThrown() {
        Engine engine = new Engine();
        check(fails(NianbaoException.Failure.class, () -> engine.render(Data.of(Path.of("absent.yaml")))).getMessage().contains("不能读取 absent.yaml：没有这个文件"), "message");
        fails(NianbaoException.Usage.class, () -> engine.render(Data.of(small), new RenderOptions().to("odt")));
        fails(NianbaoException.Usage.class, () -> Engine.check(Data.of(small), new CheckOptions().disabled("X-99")));
        fails(NianbaoException.Usage.class, () -> engine.run("没有", List.of(), Map.of()));
        fails(NianbaoException.Failure.class, () -> new Engine(Map.of("title", Path.of("/no.ttf")), List.of(), true));
        fails(NianbaoException.Failure.class, () -> new Engine(Map.of(), List.of(Path.of("/no folder")), false));
    }

    static void progressAndCancelling() {
        Engine engine = new Engine();
        Data data = Data.of(small);
        List<Long> seen = new ArrayList<>();
        engine.render(data, new RenderOptions().progress((done, all) -> seen.add(all - done)));
        equal(seen.get(seen.size() - 1), 0L);
        fails(NianbaoException.Cancelled.class, () -> engine.render(data, new RenderOptions().cancel(() -> true)));
        for (int when : new int[] {0, 5}) {
            fails(ArithmeticException.class, () -> engine.render(data, new RenderOptions().progress((done, all) -> {
                if (done == when) throw new ArithmeticException();
            })));
        }
    }

    static void anyCommand() throws Exception {
        Engine engine = new Engine();
        Path place = scratch.resolve("新.yaml");
        equal(engine.run("new", List.of(), Map.of("output", place, "agency", "清河县水务局", "year", 2024)).exit(), 0);
        check(Files.readString(place).contains("清河县水务局"), place);
        Answer answer = engine.run("render", List.of(small, example), Map.of("output", scratch.resolve("out"), "layout", Map.of("page_number", "centred"), "force", true));
        equal(answer.files().stream().map(Outcome::status).toList(), List.of("written", "written"));
        same(Files.readAllBytes(scratch.resolve("out/small.pdf")), expected(small, "--layout", "page_number=centred"));
        check(engine.run("schema", List.of(), Map.of()).text().contains("\"$schema\""), "schema");
        check(engine.run("fonts", List.of(), Map.of("no-system-fonts", true)).text().contains("FandolFang-Regular"), "fonts");
    }

    static void manyThreadsOneEngine(int reports) throws Exception {
        Engine engine = new Engine();
        Data data = Data.of(small);
        byte[] pdf = expected(small);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> made = new ArrayList<>();
        for (int report = 0; report < reports; ++report) made.add(pool.submit(() -> Arrays.equals(engine.render(data).content(), pdf)));
        for (Future<Boolean> one : made) check(one.get(), "another PDF");
        pool.shutdown();
        for (int round = 0; round < 20; ++round) {  // what nobody refers to is freed while others render
            same(new Engine().render(Data.of(Files.readAllBytes(small))).content(), pdf);
            System.gc();
        }
    }

    public static void main(String[] words) throws Exception {
        source = Path.of(words[0]);
        program = words[1];
        example = source.resolve("examples/huaian-2024.json");
        small = source.resolve("tests/cases/small.yaml");
        scratch = Files.createTempDirectory("nianbao-java");
        structsAndFunctionsAreThoseOfTheHeader();
        theFirstPdfIsThatOfTheCommandLine();
        theProgramOfTheReadmeDoesWhatItSays();
        everyKindOfSourceAndOutput();
        optionsReachTheLibrary();
        mistakesAreValues();
        valuesWhoseNamesComeAgainAreKept();
        failuresAreThrown();
        progressAndCancelling();
        anyCommand();
        manyThreadsOneEngine(Integer.parseInt(words[2]));
        try (var all = Files.walk(scratch)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        System.out.println("all is well");
    }
}
