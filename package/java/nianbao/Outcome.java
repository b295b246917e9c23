package nianbao;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** What became of one report.
 *
 * @param file its name
 * @param status "written", "unchanged" (the file was there already), "accepted" (checked, nothing was to be made), "refused" (there are
 *     errors, nothing was made); in the answer of a command also "failed" and "passed_over"
 * @param outputs what was made in memory, by its name, "pdf"
 * @param files what was written
 * @param year null if it is not known
 * @param figures of the prose, if they were asked for
 * @param failure why it failed */
public record Outcome(String file, String status, List<Finding> findings, Map<String, byte[]> outputs, List<String> files, String agency, Integer year, List<Figure> figures, String failure) {
    /** Whether there is no error and nothing failed. */
    public boolean ok() {
        return List.of("written", "unchanged", "accepted").contains(status);
    }

    /** The only output in memory, or the first of several. NoSuchElementException if there is none. */
    public byte[] content() {
        for (byte[] made : outputs.values()) return made;
        throw new NoSuchElementException(file + ": " + status);
    }

    static String text(Map<?, ?> given, String name) {
        return given.get(name) instanceof String text ? text : "";
    }

    static List<?> list(Object given) {
        return given instanceof List<?> list ? list : List.of();
    }

    static Outcome of(Map<?, ?> given, List<String> told, Map<String, byte[]> outputs) {
        List<Finding> findings = new ArrayList<>();
        for (Object finding : list(given.get("findings"))) findings.add(Finding.of((Map<?, ?>) finding, told.isEmpty() ? "" : told.get(findings.size())));
        List<Figure> figures = new ArrayList<>();
        for (Object figure : list(given.get("evidence"))) figures.add(Figure.of((Map<?, ?>) figure));
        List<String> files = new ArrayList<>();
        for (Object place : given.containsKey("outputs") ? list(given.get("outputs")) : Collections.singletonList(given.get("output"))) {
            if (place instanceof String name && !name.isEmpty()) files.add(name);
        }
        return new Outcome(text(given, "file"), text(given, "status"), List.copyOf(findings), Collections.unmodifiableMap(outputs), List.copyOf(files),
                           text(given, "agency"), Place.number(given, "year"), List.copyOf(figures), text(given, "failure"));
    }

    /** The outcome of a handle, which is freed. */
    static Outcome take(Pointer handle, Collection<String> to) {
        try {
            List<String> told = new ArrayList<>();
            for (long i = 0; i < Functions.nianbao_outcome_finding_count(handle); ++i) {
                long index = i;
                told.add(Functions.text(length -> Functions.nianbao_outcome_finding_text(handle, index, length)));
            }
            Map<String, byte[]> outputs = new LinkedHashMap<>();
            for (String name : to) {
                byte[] asked = Functions.utf8(name), made = Functions.bytes(length -> Functions.nianbao_outcome_bytes_of(handle, asked, asked.length, length));
                if (made != null) outputs.put(name, made);
            }
            return of((Map<?, ?>) Json.read(Functions.text(length -> Functions.nianbao_outcome_json(handle, length))), told, outputs);
        } finally {
            Functions.nianbao_outcome_free(handle);
        }
    }
}
