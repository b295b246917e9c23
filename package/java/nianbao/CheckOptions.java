package nianbao;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What a check is to do. Every setter answers the options. */
public final class CheckOptions {
    List<String> disabled = List.of();
    String previous, deadline;
    Data previousData;
    boolean evidence;

    /** Rules that are not run: "T3-01", "T3", "W-*". */
    public CheckOptions disabled(String... rules) {
        disabled = List.of(rules);
        return this;
    }

    /** Last year's report, for the rules that need it, or a folder of them. */
    public CheckOptions previous(Path file) {
        previous = file.toString();
        return this;
    }

    /** Last year's report. */
    public CheckOptions previous(Data data) {
        previousData = data;
        return this;
    }

    /** Of publication; none: the law's. */
    public CheckOptions deadline(LocalDate date) {
        deadline = date.toString();
        return this;
    }

    /** Whether the outcome has the figures of the prose. */
    public CheckOptions evidence(boolean wanted) {
        evidence = wanted;
        return this;
    }
}
