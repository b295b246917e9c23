package nianbao;

import java.math.BigDecimal;
import java.util.Map;

/** Where something stands in the data, from 1. What does not apply is null: a text has lines and columns in characters, and the length
 * of what is meant, 0 for the place alone; a workbook a sheet and a cell; a Word file or page a paragraph and perhaps a character, or a
 * table with its row and column. */
public record Place(Integer line, Integer column, Integer length, String sheet, String cell, Integer paragraph, Integer character, String table, Integer row) {
    static Place of(Object given) {
        if (!(given instanceof Map<?, ?> place)) return null;
        return new Place(number(place, "line"), number(place, "column"), number(place, "length"), (String) place.get("sheet"), (String) place.get("cell"),
                         number(place, "paragraph"), number(place, "character"), (String) place.get("table"), number(place, "row"));
    }

    static Integer number(Map<?, ?> given, String name) {
        return given.get(name) instanceof BigDecimal number ? Integer.valueOf(number.intValueExact()) : null;
    }
}
