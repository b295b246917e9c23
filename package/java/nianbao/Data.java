package nianbao;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import com.sun.jna.Pointer;

/** One office's report for one year. Many threads may use it at once. */
public final class Data {
    /** How bytes are written. AUTO: as they look. ARTICLE: a report for people: Word file, page, text. */
    public enum Format { AUTO, YAML, JSON, WORKBOOK, ARTICLE }

    private final Handle handle;

    private Data(Functions.Call call) {
        handle = new Handle(Functions.call(call), Functions::nianbao_data_free);
    }

    /** A data file, workbook, Word file or page. It is read by each check and each render. */
    public static Data of(Path file) {
        byte[] path = Functions.utf8(file.toString());
        return new Data((data, error) -> Functions.nianbao_data_from_file(path, path.length, data, error));
    }

    /** The bytes of one. */
    public static Data of(byte[] bytes) {
        return of(bytes, "data", Format.AUTO);
    }

    /** The bytes of one. name: what findings call it. */
    public static Data of(byte[] bytes, String name, Format format) {
        byte[] own = bytes.length > 0 ? bytes : new byte[1], named = Functions.utf8(name);
        return new Data((data, error) -> Functions.nianbao_data_from_bytes(own, bytes.length, named, named.length, format.ordinal(), data, error));
    }

    /** A report as a data file has it, of maps, lists, texts, numbers and LocalDates. IllegalArgumentException for anything else. */
    public static Data of(Map<String, ?> report) {
        return of(Functions.utf8(Json.write(report)), "data", Format.JSON);
    }

    <T> T use(Function<Pointer, T> call) {
        return handle.use(call);
    }
}
