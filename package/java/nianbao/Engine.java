package nianbao;

import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fonts, found and opened once, which takes some 20 ms: keep it for all reports. Many threads may use it at once. */
public final class Engine {
    private final Handle handle;

    /** With the system's fonts and those that came with nianbao. Failure: a role has no font at all. */
    public Engine() {
        this(Map.of(), List.of(), true);
    }

    /** fonts: files by role, "title", "body" …; `run("help", List.of(Path.of("render")), Map.of())` tells the roles. folders: looked through before
     * the system's. systemFonts: false: only the free set that came with nianbao, and what is named here. Failure: a file that is named cannot be used. */
    public Engine(Map<String, Path> fonts, List<Path> folders, boolean systemFonts) {
        Functions.EngineOptions options = new Functions.EngineOptions();
        List<String> named = new ArrayList<>(), looked = new ArrayList<>();
        fonts.forEach((role, file) -> named.add(role + "=" + file));
        folders.forEach(folder -> looked.add(folder.toString()));
        options.fonts = Functions.texts(named);
        options.font_count = named.size();
        options.folders = Functions.texts(looked);
        options.folder_count = looked.size();
        options.no_system_fonts = systemFonts ? 0 : 1;
        handle = new Handle(Functions.call((engine, error) -> Functions.nianbao_engine_open(options, engine, error)), Functions::nianbao_engine_free);
    }

    /** The version of the library. */
    public static String version() {
        return Functions.nianbao_version();
    }

    /** Reads a report and runs the rules: "accepted" or "refused". Needs no engine, so it sees no characters that no face has. */
    public static Outcome check(Data data) {
        return check(data, new CheckOptions());
    }

    /** Reads a report and runs the rules: "accepted" or "refused". Usage: no such rule. Failure: a file cannot be read. */
    public static Outcome check(Data data, CheckOptions asked) {
        Functions.CheckOptions options = new Functions.CheckOptions();
        options.disabled = Functions.texts(asked.disabled);
        options.disabled_count = asked.disabled.size();
        Functions.set(options.previous, asked.previous);
        Functions.set(options.deadline, asked.deadline);
        options.evidence = asked.evidence ? 1 : 0;
        Pointer handle = data.use(own -> with(asked.previousData, previous -> {
            options.previous_data = previous;
            return Functions.call((outcome, error) -> Functions.nianbao_check(own, options, outcome, error));
        }));
        return Outcome.take(handle, List.of());
    }

    /** Makes a PDF in memory. */
    public Outcome render(Data data) {
        return render(data, new RenderOptions());
    }

    /** Reads, checks and sets a report, in some 10 ms: "written" or "refused". If it is refused or fails, nothing was written. Usage: a wrong value.
     * Failure: a file cannot be read or written. Cancelled: as was asked for. */
    public Outcome render(Data data, RenderOptions asked) {
        Functions.RenderOptions options = new Functions.RenderOptions();
        List<String> settings = new ArrayList<>();
        asked.layout.forEach((name, value) -> settings.add(name + "=" + value));
        options.layout = Functions.texts(settings);
        options.layout_count = settings.size();
        options.disabled = Functions.texts(asked.disabled);
        options.disabled_count = asked.disabled.size();
        options.to = Functions.texts(asked.to);
        options.to_count = asked.to.size();
        Functions.set(options.previous, asked.previous);
        Functions.set(options.date, asked.date);
        Functions.set(options.output, asked.output);
        options.force = asked.force ? 1 : 0;
        options.no_check = asked.noCheck ? 1 : 0;
        options.show_grid = asked.showGrid ? 1 : 0;
        options.attach_data = asked.attachData ? 1 : 0;
        options.seal = asked.seal ? 1 : 0;
        Callbacks callbacks = new Callbacks(asked);
        options.progress = callbacks.progress;
        options.cancel = callbacks.cancel;
        List<String> to = asked.output != null ? List.of() : asked.to.isEmpty() ? List.of("pdf") : asked.to;
        Pointer made;
        try {
            made = handle.use(engine -> data.use(own -> with(asked.previousData, previous -> {
                options.previous_data = previous;
                return Functions.call((outcome, error) -> Functions.nianbao_render(engine, own, options, outcome, error));
            })));
        } catch (NianbaoException.Cancelled cancelled) {
            callbacks.end();
            throw cancelled;
        }
        Outcome outcome = Outcome.take(made, to);
        callbacks.end();
        return outcome;
    }

    /** Runs any command of the command line: run("merge", List.of(Path.of("reports")), Map.of("output", "sum.yaml", "year", 2024)). Options have their
     * long names: a switch is true, an option that may be repeated takes a list, one that is NAME=VALUE a map. Usage: no such command or option. */
    public Answer run(String command, List<Path> files, Map<String, ?> options) {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("command", command);
        if (!files.isEmpty()) job.put("files", files.stream().map(Path::toString).toList());
        job.putAll(options);
        byte[] json = Functions.utf8(Json.write(job));
        return handle.use(engine -> Answer.take(Functions.call((answer, error) -> Functions.nianbao_run_job(engine, json, json.length, null, answer, error))));
    }

    private static Pointer with(Data data, java.util.function.Function<Pointer, Pointer> call) {
        return data == null ? call.apply(null) : data.use(call);
    }

    /** What the library calls. What it throws ends the work, and goes on from `end`. */
    private static final class Callbacks {
        private RuntimeException thrown;
        final Functions.Progress progress;
        final Functions.Cancel cancel;

        Callbacks(RenderOptions asked) {
            progress = asked.progress == null ? null : (user, done, all) -> {
                try {
                    if (thrown == null) asked.progress.at(done, all);
                } catch (RuntimeException own) {
                    thrown = own;
                }
            };
            cancel = asked.progress == null && asked.cancel == null ? null : user -> {
                try {
                    return thrown != null || asked.cancel != null && asked.cancel.getAsBoolean() ? 1 : 0;
                } catch (RuntimeException own) {
                    thrown = own;
                    return 1;
                }
            };
        }

        void end() {
            if (thrown != null) throw thrown;
        }
    }
}
