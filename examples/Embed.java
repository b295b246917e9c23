// Checks a report, prints what is wrong with it, renders it to memory and saves it; or renders one report many times on several threads.
//
//     java -cp /usr/share/java/jna.jar Embed.java data.yaml report.pdf
//     java -cp /usr/share/java/jna.jar Embed.java data.yaml folder/ 50 8      // 50 reports on 8 threads, one engine
//
// Needs JNA (Debian: libjna-java) and libnianbao.so.0, which the loader must find. The functions and structs are those of nianbao/nianbao.h.

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Embed {
    static final int WRITTEN = 0, REFUSED = 2;

    public interface Nianbao extends Library {
        Pointer nianbao_error_message(Pointer error, LongByReference length);
        void nianbao_error_free(Pointer error);
        int nianbao_engine_open(Pointer options, PointerByReference engine, PointerByReference error);
        void nianbao_engine_free(Pointer engine);
        int nianbao_data_from_file(byte[] path, long length, PointerByReference data, PointerByReference error);
        void nianbao_data_free(Pointer data);
        int nianbao_check(Pointer data, Pointer options, PointerByReference outcome, PointerByReference error);
        int nianbao_render(Pointer engine, Pointer data, Pointer options, PointerByReference outcome, PointerByReference error);
        int nianbao_outcome_status(Pointer outcome);
        Pointer nianbao_outcome_bytes(Pointer outcome, LongByReference length);
        long nianbao_outcome_finding_count(Pointer outcome);
        int nianbao_outcome_finding(Pointer outcome, long index, Finding finding, PointerByReference error);
        void nianbao_outcome_free(Pointer outcome);
    }

    static final Nianbao LIBRARY = Native.load("libnianbao.so.0", Nianbao.class);

    @Structure.FieldOrder({"bytes", "length"})
    public static class Text extends Structure {
        public Pointer bytes;
        public long length;

        String string() { return new String(bytes.getByteArray(0, (int) length), StandardCharsets.UTF_8); }
    }

    @Structure.FieldOrder({"bytesOfStruct", "severity", "line", "column", "length", "rule", "field", "message", "hint", "waived"})
    public static class Finding extends Structure {
        public long bytesOfStruct = size();  // convention 5
        public long severity, line, column, length;
        public Text rule, field, message, hint, waived;

        @Override
        public String toString() {
            return line + ":" + column + ": " + rule.string() + " " + field.string() + ": " + message.string() + (hint.length == 0 ? "" : " (" + hint.string() + ")");
        }
    }

    /** The machine failed, or the call was wrong. Its text is Chinese. */
    static class Failure extends RuntimeException {
        static final long serialVersionUID = 1;

        Failure(String message) { super(message); }
    }

    static void check(int status, PointerByReference error) {
        if (status == 0) return;
        String message = LIBRARY.nianbao_error_message(error.getValue(), null).getString(0, "UTF-8");
        LIBRARY.nianbao_error_free(error.getValue());
        throw new Failure(message);
    }

    static Pointer engine() {
        PointerByReference engine = new PointerByReference(), error = new PointerByReference();
        check(LIBRARY.nianbao_engine_open(null, engine, error), error);
        return engine.getValue();
    }

    static Pointer data(String file) {
        PointerByReference data = new PointerByReference(), error = new PointerByReference();
        byte[] path = file.getBytes(StandardCharsets.UTF_8);
        check(LIBRARY.nianbao_data_from_file(path, path.length, data, error), error);
        return data.getValue();
    }

    static List<String> findings(Pointer outcome) {
        List<String> told = new ArrayList<>();
        for (long index = 0; index < LIBRARY.nianbao_outcome_finding_count(outcome); ++index) {
            Finding finding = new Finding();
            PointerByReference error = new PointerByReference();
            check(LIBRARY.nianbao_outcome_finding(outcome, index, finding, error), error);
            told.add(finding.toString());
        }
        return told;
    }

    /** Prints what is wrong. False where there are errors. */
    static boolean accepted(Pointer data) {
        PointerByReference outcome = new PointerByReference(), error = new PointerByReference();
        check(LIBRARY.nianbao_check(data, null, outcome, error), error);
        try {
            findings(outcome.getValue()).forEach(System.out::println);
            return LIBRARY.nianbao_outcome_status(outcome.getValue()) != REFUSED;
        } finally {
            LIBRARY.nianbao_outcome_free(outcome.getValue());
        }
    }

    /** The report's bytes; null where there are errors. */
    static byte[] pdf(Pointer engine, Pointer data) {
        PointerByReference outcome = new PointerByReference(), error = new PointerByReference();
        check(LIBRARY.nianbao_render(engine, data, null, outcome, error), error);
        try {
            LongByReference length = new LongByReference();
            Pointer first = LIBRARY.nianbao_outcome_bytes(outcome.getValue(), length);
            return LIBRARY.nianbao_outcome_status(outcome.getValue()) == WRITTEN ? first.getByteArray(0, (int) length.getValue()) : null;
        } finally {
            LIBRARY.nianbao_outcome_free(outcome.getValue());
        }
    }

    static int embed(String source, String place) throws Exception {
        Pointer data = data(source);
        try {
            if (!accepted(data)) return 1;
            Pointer engine = engine();
            try {
                byte[] report = pdf(engine, data);
                if (report == null) return 1;
                Files.write(Path.of(place), report);
                return 0;
            } finally {
                LIBRARY.nianbao_engine_free(engine);
            }
        } finally {
            LIBRARY.nianbao_data_free(data);
        }
    }

    static int many(String source, String folder, int reports, int threads) throws Exception {
        Pointer data = data(source), engine = engine();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<byte[]>> made = new ArrayList<>();
            for (int report = 0; report < reports; ++report) made.add(pool.submit(() -> pdf(engine, data)));
            for (int report = 0; report < reports; ++report) {
                byte[] bytes = made.get(report).get();
                if (bytes == null) return 1;
                Files.write(Path.of(folder, (report + 1) + ".pdf"), bytes);
            }
            return 0;
        } finally {
            pool.shutdown();
            pool.awaitTermination(1, java.util.concurrent.TimeUnit.HOURS);
            LIBRARY.nianbao_engine_free(engine);
            LIBRARY.nianbao_data_free(data);
        }
    }

    public static void main(String[] words) throws Exception {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));  // Chinese in every locale
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            System.exit(words.length == 2 ? embed(words[0], words[1]) : words.length == 4 ? many(words[0], words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3])) : 2);
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(3);
        }
    }
}
