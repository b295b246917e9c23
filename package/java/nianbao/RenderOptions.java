package nianbao;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What is to be made of a report, and how. Every setter answers the options. */
public final class RenderOptions {
    /** Called with the stages that are done, and all. What it throws ends the work. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long all);
    }

    List<String> to = List.of(), disabled = List.of();
    String output, previous, date;
    Data previousData;
    Map<String, ?> layout = Map.of();
    boolean force, noCheck, showGrid, attachData, seal;
    Progress progress;
    BooleanSupplier cancel;

    /** The file to write, whose ending says what is made; with several outputs a folder. None: the outcome has what was made. */
    public RenderOptions output(Path file) {
        output = file.toString();
        return this;
    }

    /** "pdf", "docx", "html", "text" …; none: as the output ends, else a PDF. */
    public RenderOptions to(String... names) {
        to = List.of(names);
        return this;
    }

    /** Rules that are not run: "T3-01", "T3", "W-*". */
    public RenderOptions disabled(String... rules) {
        disabled = List.of(rules);
        return this;
    }

    /** Last year's report, for the rules that need it, or a folder of them. */
    public RenderOptions previous(Path file) {
        previous = file.toString();
        return this;
    }

    /** Last year's report. */
    public RenderOptions previous(Data data) {
        previousData = data;
        return this;
    }

    /** Settings of the page, as layout: in a data file has them. */
    public RenderOptions layout(Map<String, ?> settings) {
        layout = settings;
        return this;
    }

    /** Of the PDF, if the report tells none. */
    public RenderOptions date(LocalDate day) {
        date = day.toString();
        return this;
    }

    /** Make it in spite of errors that the rules found, and write over files of others. */
    public RenderOptions force(boolean wanted) {
        force = wanted;
        return this;
    }

    /** Do not run the rules. */
    public RenderOptions noCheck(boolean wanted) {
        noCheck = wanted;
        return this;
    }

    /** Draw the grid and the boxes of the lines. */
    public RenderOptions showGrid(boolean wanted) {
        showGrid = wanted;
        return this;
    }

    /** The PDF, page or Word file carries its data. */
    public RenderOptions attachData(boolean wanted) {
        attachData = wanted;
        return this;
    }

    /** The copy that goes up for signature. */
    public RenderOptions seal(boolean wanted) {
        seal = wanted;
        return this;
    }

    /** Told how far the work is. */
    public RenderOptions progress(Progress told) {
        progress = told;
        return this;
    }

    /** Asked between the stages; true ends the work with Cancelled. */
    public RenderOptions cancel(BooleanSupplier asked) {
        cancel = asked;
        return this;
    }
}
