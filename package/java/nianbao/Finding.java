package nianbao;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One mistake in the data.
 *
 * @param rule its stable code, "T3-01"
 * @param severity "error", "warning" or "advice"
 * @param field the path of English keys, "applications.received.total"
 * @param place null if it is not known
 * @param message Chinese, for the clerk
 * @param hint what to do about it; may be empty
 * @param values the names and figures of the message, in its order: "found", "expected", "difference" …; of a name that comes again all its texts
 * @param waived the reason, if the data waives it; a waived error stops nothing
 * @param remedies what else the caller can do: "force", "choose_face" …
 * @param reviewed who ticked it, and when
 * @param told all of it in lines for people, with the line of the data and carets below what is meant; empty in a command's answer */
public record Finding(String rule, String severity, String field, Place place, String message, String hint, Map<String, List<String>> values, String waived,
                      List<Remedy> remedies, String reviewed, String told) {
    /** What a caller can do; subject: of which face or file, may be empty. */
    public record Remedy(String what, String subject) {}

    static Finding of(Map<?, ?> given, String told) {
        List<Remedy> remedies = new ArrayList<>();
        for (Object one : Outcome.list(given.get("remedies"))) {
            Map<?, ?> remedy = (Map<?, ?>) one;
            remedies.add(new Remedy((String) remedy.get("what"), Outcome.text(remedy, "subject")));
        }
        return new Finding(Outcome.text(given, "rule"), Outcome.text(given, "severity"), Outcome.text(given, "field"), Place.of(given.get("place")),
                           Outcome.text(given, "message"), Outcome.text(given, "hint"), values((Map<?, ?>) given.get("values")), Outcome.text(given, "waived"),
                           List.copyOf(remedies), Outcome.text(given, "reviewed"), told);
    }

    /** JSON has a text, or a list of them where a name comes again. */
    private static Map<String, List<String>> values(Map<?, ?> given) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        given.forEach((name, value) -> values.put((String) name, value instanceof String text ? List.of(text) : Outcome.list(value).stream().map(String.class::cast).toList()));
        return Collections.unmodifiableMap(values);
    }

    /** Whether it stops an output: an error that is not waived. */
    public boolean stops() {
        return severity.equals("error") && waived.isEmpty();
    }

    @Override
    public String toString() {
        return told.isEmpty() ? rule + " " + field + ": " + message : told;
    }
}
