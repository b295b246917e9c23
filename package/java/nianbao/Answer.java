package nianbao;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a command gives.
 *
 * @param exit 0 all is well, 1 errors in the data, 3 the machine failed on a file
 * @param files what became of each
 * @param text what people read of it: a difference, rules, a schema, the help
 * @param json all that the command line prints with --format json */
public record Answer(int exit, List<Outcome> files, String text, String json) {
    /** The answer of a handle, which is freed. */
    static Answer take(Pointer handle) {
        try {
            String json = Functions.text(length -> Functions.nianbao_answer_json(handle, length));
            Map<?, ?> given = (Map<?, ?>) Json.read(json);
            List<Outcome> files = new ArrayList<>();
            for (Object file : Outcome.list(given.get("files"))) files.add(Outcome.of((Map<?, ?>) file, List.of(), Map.of()));
            return new Answer(Functions.nianbao_answer_exit(handle), List.copyOf(files), Outcome.text(given, "text"), json);
        } finally {
            Functions.nianbao_answer_free(handle);
        }
    }
}
