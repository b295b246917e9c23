package nianbao;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as the library writes it, and as it reads reports and jobs. Objects are maps in order, and numbers BigDecimal. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.blanks();
        if (json.at != text.length()) throw json.wrong();
        return value;
    }

    private NianbaoException wrong() {
        return new NianbaoException.Internal("JSON, " + at + ": " + text.substring(Math.min(at, text.length()), Math.min(at + 20, text.length())));
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) ++at;
    }

    private boolean take(char wanted) {
        blanks();
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) ++at;
        return there;
    }

    private void need(char wanted) {
        if (!take(wanted)) throw wrong();
    }

    private Object value() {
        if (take('{')) return object();
        if (take('[')) return array();
        if (take('"')) return string();
        for (Map.Entry<String, Object> word : WORDS) {
            if (text.startsWith(word.getKey(), at)) {
                at += word.getKey().length();
                return word.getValue();
            }
        }
        int begin = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) ++at;
        if (begin == at) throw wrong();
        return new BigDecimal(text.substring(begin, at));
    }

    private static final List<Map.Entry<String, Object>> WORDS = words();

    private static List<Map.Entry<String, Object>> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("true", true);
        words.put("false", false);
        words.put("null", null);
        return List.copyOf(new ArrayList<>(words.entrySet()));
    }

    /** Members whose names come again: the last one. */
    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (take('}')) return members;
        do {
            need('"');
            String name = string();
            need(':');
            members.put(name, value());
        } while (take(','));
        need('}');
        return members;
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        if (take(']')) return values;
        do values.add(value());
        while (take(','));
        need(']');
        return values;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') return out.toString();
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (at == text.length()) break;
            char escaped = text.charAt(at++);
            int known = "nrtbf".indexOf(escaped);
            if (escaped == 'u') {
                if (at + 4 > text.length()) break;
                out.append((char) Integer.parseInt(text, at, at + 4, 16));
                at += 4;
            } else {
                out.append(known < 0 ? escaped : "\n\r\t\b\f".charAt(known));
            }
        }
        throw wrong();
    }

    // --- writing

    /** Maps, iterables, texts, numbers, truths, dates and null. IllegalArgumentException for anything else, and for a NaN. */
    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        put(out, value, "\n");
        return out.toString();
    }

    private static void put(StringBuilder out, Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            String before = "{", deeper = line + " ";
            if (map.isEmpty()) out.append(before);
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.append(before).append(deeper);
                quote(out, String.valueOf(member.getKey()));
                put(out.append(": "), member.getValue(), deeper);
                before = ",";
            }
            out.append('}');
        } else if (value instanceof CharSequence || value instanceof LocalDate || value instanceof java.nio.file.Path) {
            quote(out, value.toString());
        } else if (value instanceof Iterable<?> list) {
            String before = "[";
            for (Object one : list) {
                put(out.append(before), one, line);
                before = ", ";
            }
            out.append(before.equals("[") ? "[]" : "]");
        } else if (value instanceof BigDecimal number) {
            out.append(number.toPlainString());
        } else if (value == null || value instanceof Boolean || value instanceof Number && !value.toString().matches(".*[NI].*")) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("a report has no " + value.getClass().getSimpleName() + ": " + value);
        }
    }

    /** True for half of a surrogate pair without the other half, which UTF-8 would make a question mark of. The reader tells of its escape. */
    private static boolean alone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); ++i) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ' || alone(text, i)) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        out.append('"');
    }
}
