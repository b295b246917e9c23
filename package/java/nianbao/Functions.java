package nianbao;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Function;

/** The C functions, and how a call of one fails. Structs and functions are those of nianbao/nianbao.h, which a test compares. */
final class Functions {
    private Functions() {}

    static {
        Native.register(Functions.class, NativeLibrary.getInstance(unpacked().toString()));
    }

    /** The library in a folder of its own, with a link to the fonts that lie beside the jar. */
    private static Path unpacked() {
        String name = (Platform.isWindows() ? "" : "lib") + "nianbao" + (Platform.isWindows() ? ".dll" : ".so");
        String resource = "/" + Platform.RESOURCE_PREFIX + "/" + name;
        try (InputStream given = Functions.class.getResourceAsStream(resource)) {
            if (given == null) throw new UnsatisfiedLinkError("nianbao has no library for " + Platform.RESOURCE_PREFIX);
            Path folder = Files.createTempDirectory("nianbao");
            folder.toFile().deleteOnExit();
            Path library = folder.resolve(name), fonts = beside();
            library.toFile().deleteOnExit();
            Files.copy(given, library);
            if (fonts != null && !Platform.isWindows()) {
                Path link = folder.resolve("nianbao-fonts");
                link.toFile().deleteOnExit();
                Files.createSymbolicLink(link, fonts);
            }
            return library;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path beside() {
        try {
            Path fonts = Path.of(Functions.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling("nianbao-fonts");
            return Files.isDirectory(fonts) ? fonts.toAbsolutePath() : null;
        } catch (java.net.URISyntaxException | RuntimeException nowhere) {  // a jar within another
            return null;
        }
    }

    interface Progress extends Callback {
        void invoke(Pointer user, long done, long all);
    }

    interface Cancel extends Callback {
        int invoke(Pointer user);
    }

    @Structure.FieldOrder({"bytes", "length"})
    public static class Text extends Structure {
        public Pointer bytes;
        public long length;
    }

    @Structure.FieldOrder({"size", "fonts", "font_count", "folders", "folder_count", "no_system_fonts"})
    public static class EngineOptions extends Structure {
        public long size = size();
        public Pointer fonts;
        public long font_count;
        public Pointer folders;
        public long folder_count, no_system_fonts;
    }

    @Structure.FieldOrder({"size", "disabled", "disabled_count", "previous", "deadline", "previous_data", "evidence"})
    public static class CheckOptions extends Structure {
        public long size = size();
        public Pointer disabled;
        public long disabled_count;
        public Text previous, deadline;
        public Pointer previous_data;
        public long evidence;
    }

    @Structure.FieldOrder({"size", "force", "no_check", "disabled", "disabled_count", "previous", "layout", "layout_count", "show_grid", "attach_data",
                           "date", "output", "write", "progress", "cancel", "user", "previous_data", "to", "to_count", "settings", "setting_count", "seal"})
    public static class RenderOptions extends Structure {
        public long size = size();
        public long force, no_check;
        public Pointer disabled;
        public long disabled_count;
        public Text previous;
        public Pointer layout;
        public long layout_count, show_grid, attach_data;
        public Text date, output;
        public Pointer write;
        public Progress progress;
        public Cancel cancel;
        public Pointer user, previous_data, to;
        public long to_count;
        public Pointer settings;
        public long setting_count, seal;
    }

    @Structure.FieldOrder({"size", "progress", "cancel", "user"})
    public static class JobOptions extends Structure {
        public long size = size();
        public Progress progress;
        public Cancel cancel;
        public Pointer user;
    }

    static native String nianbao_version();
    static native Pointer nianbao_error_message(Pointer error, LongByReference length);
    static native void nianbao_error_free(Pointer error);
    static native int nianbao_engine_open(EngineOptions options, PointerByReference engine, PointerByReference error);
    static native void nianbao_engine_free(Pointer engine);
    static native int nianbao_data_from_bytes(byte[] bytes, long length, byte[] name, long nameLength, int format, PointerByReference data, PointerByReference error);
    static native int nianbao_data_from_file(byte[] path, long length, PointerByReference data, PointerByReference error);
    static native void nianbao_data_free(Pointer data);
    static native int nianbao_check(Pointer data, CheckOptions options, PointerByReference outcome, PointerByReference error);
    static native int nianbao_render(Pointer engine, Pointer data, RenderOptions options, PointerByReference outcome, PointerByReference error);
    static native Pointer nianbao_outcome_bytes_of(Pointer outcome, byte[] to, long length, LongByReference size);
    static native long nianbao_outcome_finding_count(Pointer outcome);
    static native Pointer nianbao_outcome_finding_text(Pointer outcome, long index, LongByReference length);
    static native Pointer nianbao_outcome_json(Pointer outcome, LongByReference length);
    static native void nianbao_outcome_free(Pointer outcome);
    static native int nianbao_run_job(Pointer engine, byte[] json, long length, JobOptions options, PointerByReference answer, PointerByReference error);
    static native Pointer nianbao_answer_json(Pointer answer, LongByReference length);
    static native int nianbao_answer_exit(Pointer answer);
    static native void nianbao_answer_free(Pointer answer);

    /** A call: what it fills in is its handle or its error. */
    interface Call {
        int with(PointerByReference handle, PointerByReference error);
    }

    private static final int USAGE = 2, FAILED = 3, CANCELLED = 4, NO_MEMORY = 5;

    /** The handle that a call makes; or throws what its status means. */
    static Pointer call(Call call) {
        PointerByReference handle = new PointerByReference(), error = new PointerByReference();
        int status = call.with(handle, error);
        if (status == 0) return handle.getValue();
        String message;
        try {
            message = text(length -> nianbao_error_message(error.getValue(), length));
        } finally {
            nianbao_error_free(error.getValue());
        }
        switch (status) {
            case 1, USAGE -> throw new NianbaoException.Usage(message);
            case FAILED -> throw new NianbaoException.Failure(message);
            case CANCELLED -> throw new NianbaoException.Cancelled(message);
            case NO_MEMORY -> throw new OutOfMemoryError(message);
            default -> throw new NianbaoException.Internal(message);
        }
    }

    /** What a function gives as a pointer and a length; null where it gives none. */
    static byte[] bytes(Function<LongByReference, Pointer> function) {
        LongByReference length = new LongByReference();
        Pointer first = function.apply(length);
        return first == null ? null : first.getByteArray(0, Math.toIntExact(length.getValue()));
    }

    static String text(Function<LongByReference, Pointer> function) {
        byte[] given = bytes(function);
        if (given == null) throw new OutOfMemoryError();  // every handle and index here is one
        return new String(given, StandardCharsets.UTF_8);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sets a text of a struct, which keeps its bytes: the pointer of a Memory is the Memory. Null is no text. */
    static void set(Text place, String text) {
        if (text == null) return;
        byte[] given = utf8(text);
        place.bytes = memory(given);
        place.length = given.length;
    }

    private static Memory memory(byte[] given) {
        Memory memory = new Memory(given.length + 1L);
        memory.write(0, given, 0, given.length);
        memory.setByte(given.length, (byte) 0);
        return memory;
    }

    /** A list of texts in the memory of C, which keeps what it points to. */
    static final class Texts extends Memory {
        private final Memory[] kept;

        private Texts(Collection<String> texts) {
            super(16L * texts.size());
            kept = new Memory[texts.size()];
            int i = 0;
            for (String text : texts) {
                byte[] given = utf8(text);
                kept[i] = memory(given);
                setPointer(16L * i, kept[i]);
                setLong(16L * i++ + 8, given.length);
            }
        }
    }

    static Pointer texts(Collection<String> texts) {
        return texts.isEmpty() ? null : new Texts(texts);
    }
}
