#include "nianbao/schema.hpp"

#include "data/field_kinds.hpp"
#include "data/limits.hpp"
#include "data/schema_parts.hpp"
#include "data/write/written.hpp"
#include "notation/limits.hpp"
#include "report/fields.hpp"
#include "report/layout_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::data::json_schema {
namespace {

constexpr std::string_view measure_names[] = {"count", "amount", "change", "money"};
constexpr std::string_view measure_titles[] = {"件数：从 0 起的整数", "金额：最多六位小数",
                                               "本年增/减：+3、-2 或 0",
                                               "金额，带单位：251000元、25.1万元"};

class SchemaWriter {
public:
    Written write() {
        Written file = object();
        file.add("$schema", text("https://json-schema.org/draft/2020-12/schema"));
        file.add("title", text("政府信息公开工作年度报告"));
        file.add(
            "description",
            text(
                "nianbao 的数据文件：一个单位一年的年度报告。每一项写英文名或中文名，不能两个都写。"));
        define_values();
        Written root = object_of(members(-1));
        for (Written& member : root.members) {
            if (member.key == "properties")
                member.add("$schema", with(object(true), "type", text("string")));
            if (member.key == "allOf") member.add({}, tables(0));
        }
        file.members.insert(file.members.end(), root.members.begin(), root.members.end());
        file.add("$defs", std::move(definitions_));
        return file;
    }

private:
    /// Defines a schema under that name, unless an equal one is defined already. If
    /// another edition has taken the name, adds this edition's year to it.
    Written defined(std::string name, Written schema) {
        for (const Written& known : definitions_.members) {
            Written alike = known;
            alike.key.clear();
            if (write_json(alike) == write_json(schema)) return reference(known.key);
        }
        const auto taken = [&](const Written& known) { return known.key == name; };
        if (std::any_of(definitions_.members.begin(), definitions_.members.end(), taken))
            name += fmt::format("_{}", edition_);
        definitions_.add(name, std::move(schema));
        return reference(name);
    }

    void define_values() {
        defined("text",
                titled("文字：每行一段", with(with(object(true), "type", text("string")),
                                              "maxLength", number(notation::most_characters))));
        defined("line", titled("一行文字", with(pattern("^[^\\n\\t]*$"), "maxLength",
                                                number(notation::most_characters))));
        defined("date", titled("日期：2023-01-18", pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")));
        for (Measure measure : {Measure::count, Measure::amount, Measure::change, Measure::money}) {
            const int i = static_cast<int>(measure);
            const std::string name(measure_names[i]);
            const Written value = defined(name, titled(measure_titles[i], measured(measure)));
            const Written cell = object_of(
                {{&cell_fields[0], value, true}, {&cell_fields[1], reference("line"), false}});
            defined(name + "_cell", titled("一格：数，或者数和备注", any_of(value, cell)));
        }
    }

    // ------------------------------------------------------------ fields of all editions

    std::vector<Property> members(int parent) {
        std::vector<Property> found;
        for (int i = 0; i < std::ssize(report_fields); ++i) {
            const Field& field = report_fields[i];
            if (field.parent == parent)
                found.push_back({&field, titled(field.name, value(i)), among(must, i)});
        }
        return found;
    }

    static bool table(int own) {
        return own == own_field("disclosure") || own == own_field("applications") ||
               own == own_field("disputes");
    }

    Written value(int own) {
        if (table(own)) return object(true);  // by its edition, see tables()
        if (own == own_field("form")) return forms();
        if (own == own_field("kind")) return choices(kinds);
        if (report_fields[own].parent == own_field("layout"))
            return setting(report_fields[own].key);
        if (own == own_field("year"))
            return any_of(range("integer", first_year, last_year), pattern("^[0-9]{4}$"));
        if (own == own_field("members.sha256")) return pattern("^[0-9a-f]{64}$");
        if (own == own_field("processing_fees.notices")) return reference("count");
        if (own == own_field("processing_fees.notified") ||
            own == own_field("processing_fees.collected"))
            return reference("amount");
        if (among(texts, own)) return reference("text");
        if (among(dates, own)) return reference("date");
        if (std::any_of(std::begin(report_fields), std::end(report_fields),
                        [own](const Field& field) { return field.parent == own; })) {
            const Written each =
                defined(std::string(report_fields[own].key), object_of(members(own)));
            return among(lists, own) ? with(with(object(), "type", text("array")), "items", each)
                                     : each;
        }
        return reference("line");
    }

    static Written forms() {
        Written words = array(true);
        for (const Edition* edition : editions()) {
            words.add({}, number(edition->year));
            words.add({}, text(std::to_string(edition->year)));
        }
        return with(object(true), "enum", std::move(words));
    }

    template <class Meaning, std::size_t n>
    static Written choices(const Choice<Meaning> (&known)[n]) {
        Written words = array(true);
        for (const Choice<Meaning>& choice : known) {
            words.add({}, text(choice.key));
            words.add({}, text(choice.name));
        }
        return with(object(true), "enum", std::move(words));
    }

    static Written setting(std::string_view key) {
        const std::span<const LayoutSetting> all = layout_settings();
        const LayoutSetting& found =
            *std::find_if(all.begin(), all.end(),
                          [key](const LayoutSetting& setting) { return setting.key == key; });
        if (found.values.empty()) return reference("amount");
        Written words = array(true);
        for (const LayoutValue& value : found.values) {
            words.add({}, text(value.key));
            words.add({}, text(value.name));
            if (const std::optional<Amount> amount = Amount::parse(value.key))
                words.add({}, bare(amount->to_string()));
        }
        return with(object(true), "enum", std::move(words));
    }

    // ------------------------------------------------------------ tables by edition

    /// The tables of edition `i` if the file is of that edition, else those of the next.
    Written tables(std::size_t i) {
        const std::array<const Edition*, 2> all = editions();
        edition_ = all[i]->year;
        std::vector<Property> tables;
        for (const Form* form : all[i]->forms) {
            const int own = find_field(report_fields, -1, form->key);
            tables.push_back(
                {&report_fields[own],
                 defined(fmt::format("{}_{}", form->key, all[i]->year), filled(*form, own)),
                 false});
        }
        Written then = with(with(object(), "properties", properties_of(tables)),
                            "patternProperties", numbered_properties_of(tables));
        if (i + 1 == all.size()) return then;
        Written rule = with(with(object(), "if", is_of(all[i]->year, all[i + 1]->year - 1)), "then",
                            std::move(then));
        return with(std::move(rule), "else", this->tables(i + 1));
    }

    /// A file that names the edition, or names none and reports on a year up to `last`.
    static Written is_of(int year, int last) {
        const Field &form = report_fields[own_field("form")],
                    &year_field = report_fields[own_field("year")];
        const auto one_of = [](std::string_view name, Written words) {
            return with(required(name), "properties",
                        with(object(true), std::string(name),
                             with(object(true), "enum", std::move(words))));
        };
        Written years = array(true);
        for (int y = first_year; y <= last; ++y) {
            years.add({}, number(y));
            years.add({}, text(std::to_string(y)));
        }
        const Written words = list_of(true, number(year), text(std::to_string(year)));
        Written silent = with(object(), "not", any_of(required(form.key), required(form.name)));
        silent.add("anyOf",
                   list_of(false, one_of(year_field.key, years), one_of(year_field.name, years)));
        return with(
            object(), "anyOf",
            list_of(false, one_of(form.key, words), one_of(form.name, words), std::move(silent)));
    }

    /// A table: every row is required, unless 其余 says that the rest is zero.
    Written filled(const Form& form, int own) {
        std::vector<Property> found = fields(form, -1);
        Written whole_table = array();
        for (const Property& property : found) whole_table.add({}, has(*property.field));
        const Field* unlisted = nullptr;
        for (int i = 0; i < std::ssize(report_fields); ++i) {
            const Field& field = report_fields[i];
            if (field.parent != own) continue;
            const bool rest = field.key == "unlisted";
            if (rest) unlisted = &field;
            found.push_back({&field,
                             titled(field.name, rest ? with(object(true), "enum",
                                                            list_of(true, number(0), text("0")))
                                                     : reference("text")),
                             false});
        }
        return with(
            object_of(found), "anyOf",
            list_of(false, has(*unlisted), with(object(), "allOf", std::move(whole_table))));
    }

    std::vector<Property> fields(const Form& form, int parent) {
        std::vector<Property> found;
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            const Field& field = form.fields[i];
            if (field.parent == parent)
                found.push_back({&field, titled(field.name, row_or_cell(form, i)), false});
        }
        return found;
    }

    Written row_or_cell(const Form& form, int field) {
        if (const int entry = entry_of(form, field); entry >= 0)
            return reference(fmt::format("{}_cell", cell_name(form, entry)));
        std::vector<int> cells;
        bool row = true;
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            if (form.fields[i].parent != field) continue;
            row = row && entry_of(form, i) >= 0;
            cells.push_back(i);
        }
        Written group = object_of(fields(form, field));
        if (row) group = any_of(as_list(form, cells), std::move(group));
        return defined(field_path(form, field), std::move(group));
    }

    static std::string_view cell_name(const Form& form, int entry) {
        return measure_names[static_cast<int>(form.entries[entry].measure)];
    }

    /// A row as a list of its cells, with or without the total at its end.
    static Written as_list(const Form& form, const std::vector<int>& cells) {
        Written items = array();
        for (int cell : cells)
            items.add(
                {},
                titled(form.fields[cell].name,
                       reference(fmt::format("{}_cell", cell_name(form, entry_of(form, cell))))));
        const int last = entry_of(form, cells.back());
        const bool total = std::any_of(
            form.equations.begin(), form.equations.end(), [&](const Equation& equation) {
                return equation.computes && equation.left.front().entry == last &&
                       equation.right.size() + 1 == cells.size();
            });
        const std::int64_t all = std::ssize(cells);
        Written schema =
            with(with(object(), "type", text("array")), "prefixItems", std::move(items));
        return with(with(std::move(schema), "minItems", number(all - (total ? 1 : 0))), "maxItems",
                    number(all));
    }

    Written definitions_ = object();
    int edition_ = 0;  // whose tables are being written
};

}  // namespace
}  // namespace nianbao::data::json_schema

namespace nianbao {

std::string schema() { return data::write_json(data::json_schema::SchemaWriter().write()); }

}  // namespace nianbao
