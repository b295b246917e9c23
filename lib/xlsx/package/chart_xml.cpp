// DrawingML charts (ECMA-376 Part 1, 21.2), with the few elements that every program
// draws alike.
#include "xlsx/package/chart_xml.hpp"

#include "office/package.hpp"
#include "pack/xml_writer.hpp"
#include "xlsx/package/book.hpp"

#include <fmt/format.h>

#include <string_view>

namespace nianbao::xlsx {
namespace {

using std::to_string;

constexpr std::string_view chart_namespace =
    "http://schemas.openxmlformats.org/drawingml/2006/chart";
constexpr std::string_view drawing_namespace =
    "http://schemas.openxmlformats.org/drawingml/2006/main";

/// Of series, and of the pieces of a pie, in turn: they differ in grey too.
constexpr std::string_view chart_colours[] = {"6FA8DC", "F6B26B", "93C47D", "D9D9D9",
                                              "FFD966", "B4A7D6", "EA9999", "76A5AF"};
constexpr std::string_view category_axis = "1", value_axis = "2";

class ChartWriter {
public:
    ChartWriter(const Sheet& sheet, const Chart& chart) : sheet_(sheet), chart_(chart) {}

    std::string write() {
        xml_.open("c:chartSpace", {{"xmlns:c", chart_namespace},
                                   {"xmlns:a", drawing_namespace},
                                   {"xmlns:r", office::relations_namespace}});
        value("c:roundedCorners", "0");
        xml_.open("c:chart");
        title();
        value("c:autoTitleDeleted", "0");
        xml_.open("c:plotArea").empty("c:layout");
        if (chart_.kind == ChartKind::pie) pie();
        else bars();
        xml_.close();
        if (chart_.kind == ChartKind::pie || chart_.series.size() > 1) {
            xml_.open("c:legend");
            value("c:legendPos", "b");
            value("c:overlay", "0");
            xml_.close();
        }
        value("c:plotVisOnly", "1");
        value("c:dispBlanksAs", "gap");
        return xml_.finish();
    }

private:
    void value(std::string_view name, std::string_view own) { xml_.empty(name, {{"val", own}}); }

    void title() {
        xml_.open("c:title").open("c:tx").open("c:rich").empty("a:bodyPr").open("a:p");
        xml_.open("a:pPr").empty("a:defRPr", {{"sz", "1200"}, {"b", "0"}}).close();
        xml_.open("a:r").empty("a:rPr", {{"lang", "zh-CN"}, {"sz", "1200"}, {"b", "0"}});
        xml_.element("a:t", chart_.title).close().close().close().close();
        value("c:overlay", "0");
        xml_.close();
    }

    bool lies() const { return chart_.kind == ChartKind::bars; }

    void bars() {
        const bool stacked = chart_.kind == ChartKind::stacked;
        xml_.open("c:barChart");
        value("c:barDir", lies() ? "bar" : "col");
        value("c:grouping", stacked ? "stacked" : "clustered");
        value("c:varyColors", "0");
        for (std::size_t i = 0; i < chart_.series.size(); ++i) series(i);
        value("c:gapWidth", "60");
        if (stacked) value("c:overlap", "100");
        value("c:axId", category_axis);
        value("c:axId", value_axis);
        xml_.close();
        axis("c:catAx", category_axis, value_axis);
        axis("c:valAx", value_axis, category_axis);
    }

    /// The first category of lying bars stands on top.
    void axis(std::string_view name, std::string_view own, std::string_view other) {
        const bool categories = own == category_axis;
        xml_.open(name);
        value("c:axId", own);
        xml_.open("c:scaling");
        value("c:orientation", categories && lies() ? "maxMin" : "minMax");
        if (!categories) value("c:min", "0");
        xml_.close();
        value("c:delete", "0");
        value("c:axPos", categories == lies() ? "l" : "b");
        if (!categories)
            xml_.open("c:majorGridlines")
                .open("c:spPr")
                .open("a:ln")
                .open("a:solidFill")
                .empty("a:srgbClr", {{"val", "D9D9D9"}})
                .close()
                .close()
                .close()
                .close();
        if (!categories) xml_.empty("c:numFmt", {{"formatCode", "General"}, {"sourceLinked", "0"}});
        value("c:majorTickMark", "none");
        value("c:minorTickMark", "none");
        value("c:tickLblPos", "nextTo");
        value("c:crossAx", other);
        value("c:crosses", !categories && lies() ? "max" : "autoZero");
        if (categories) {
            value("c:auto", "1");
            value("c:lblAlgn", "ctr");
            value("c:lblOffset", "100");
            value("c:noMultiLvlLbl", "0");
        } else {
            value("c:crossBetween", "between");
        }
        xml_.close();
    }

    void pie() {
        xml_.open("c:pieChart");
        value("c:varyColors", "1");
        series(0);
        value("c:firstSliceAng", "0");
        xml_.close();
    }

    void fill(std::size_t colour) {
        xml_.open("c:spPr").open("a:solidFill");
        xml_.empty("a:srgbClr", {{"val", chart_colours[colour % std::size(chart_colours)]}})
            .close()
            .close();
    }

    void series(std::size_t index) {
        const Series& own = chart_.series[index];
        const bool pie = chart_.kind == ChartKind::pie;
        xml_.open("c:ser");
        value("c:idx", to_string(index));
        value("c:order", to_string(index));
        xml_.open("c:tx");
        texts({own.name, own.name});
        xml_.close();
        if (!pie) {
            fill(index);
            value("c:invertIfNegative", "0");
        } else {
            for (std::size_t i = 0; i < cells_of(own.values).size(); ++i) {
                xml_.open("c:dPt");
                value("c:idx", to_string(i));
                value("c:bubble3D", "0");
                fill(i);
                xml_.close();
            }
        }
        labels(pie);
        xml_.open("c:cat");
        texts(chart_.categories);
        xml_.close().open("c:val");
        numbers(own.values);
        xml_.close().close();
    }

    void labels(bool shares) {
        xml_.open("c:dLbls");
        for (const auto& [name, shown] : {std::pair{"c:showLegendKey", false},
                                          {"c:showVal", !shares},
                                          {"c:showCatName", false},
                                          {"c:showSerName", false},
                                          {"c:showPercent", shares},
                                          {"c:showBubbleSize", false}})
            value(name, shown ? "1" : "0");
        xml_.close();
    }

    std::string formula(const Area& area) const {
        return quoted(sheet_.name) + "!" + fixed_name_of(area);
    }

    std::vector<const Content*> cells_of(const Area& area) const {
        static const Content none;
        std::vector<const Content*> contents;
        for (int row = area.first.row; row <= area.last.row; ++row) {
            for (int column = area.first.column; column <= area.last.column; ++column) {
                const auto cell = sheet_.cells.find({row, column});
                contents.push_back(cell == sheet_.cells.end() ? &none : &cell->second.content);
            }
        }
        return contents;
    }

    void points(const Area& area) {
        const std::vector<const Content*> contents = cells_of(area);
        value("c:ptCount", to_string(contents.size()));
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (contents[i]->kind == Content::Kind::blank) continue;
            xml_.open("c:pt", {{"idx", to_string(i)}}).element("c:v", contents[i]->value).close();
        }
    }

    void texts(const Area& area) {
        xml_.open("c:strRef").element("c:f", formula(area)).open("c:strCache");
        points(area);
        xml_.close().close();
    }

    void numbers(const Area& area) {
        xml_.open("c:numRef").element("c:f", formula(area)).open("c:numCache");
        xml_.element("c:formatCode", "General");
        points(area);
        xml_.close().close();
    }

    const Sheet& sheet_;
    const Chart& chart_;
    XmlWriter xml_;
};

}  // namespace

std::string drawing_xml(const Sheet& sheet) {
    XmlWriter xml;
    xml.open("xdr:wsDr",
             {{"xmlns:xdr", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"},
              {"xmlns:a", drawing_namespace}});
    const auto corner = [&](std::string_view name, int row, int column) {
        xml.open(name).element("xdr:col", to_string(column)).element("xdr:colOff", "0");
        xml.element("xdr:row", to_string(row)).element("xdr:rowOff", "0").close();
    };
    for (std::size_t i = 0; i < sheet.charts.size(); ++i) {
        const Chart& chart = sheet.charts[i];
        xml.open("xdr:twoCellAnchor");
        corner("xdr:from", chart.place.first.row, chart.place.first.column);
        corner("xdr:to", chart.place.last.row + 1, chart.place.last.column + 1);
        xml.open("xdr:graphicFrame", {{"macro", ""}}).open("xdr:nvGraphicFramePr");
        xml.empty("xdr:cNvPr", {{"id", to_string(i + 2)},
                                {"name", fmt::format("图{}", i + 1)},
                                {"descr", chart.title}});
        xml.empty("xdr:cNvGraphicFramePr").close().open("xdr:xfrm");
        xml.empty("a:off", {{"x", "0"}, {"y", "0"}}).empty("a:ext", {{"cx", "0"}, {"cy", "0"}});
        xml.close().open("a:graphic").open("a:graphicData", {{"uri", chart_namespace}});
        xml.empty("c:chart", {{"xmlns:c", chart_namespace},
                              {"xmlns:r", office::relations_namespace},
                              {"r:id", fmt::format("rId{}", i + 1)}});
        xml.close().close().close().empty("xdr:clientData").close();
    }
    return xml.finish();
}

std::string chart_xml(const Sheet& sheet, const Chart& chart) {
    return ChartWriter(sheet, chart).write();
}

}  // namespace nianbao::xlsx
