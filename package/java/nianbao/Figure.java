package nianbao;

import java.util.Map;

/** A figure of the prose, and what it was held against.
 *
 * @param field the path of English keys, "overview"
 * @param place null if it is not known
 * @param said as it is written, with its unit
 * @param held "agrees", "contradicts" or "not_compared"
 * @param against the cell or sum with its value, or the message of the finding
 * @param reviewed who ticked it, and when */
public record Figure(String field, Place place, String said, String held, String against, String reviewed) {
    static Figure of(Map<?, ?> given) {
        return new Figure(Outcome.text(given, "field"), Place.of(given.get("place")), Outcome.text(given, "figure"), Outcome.text(given, "held"),
                          Outcome.text(given, "against"), Outcome.text(given, "reviewed"));
    }
}
