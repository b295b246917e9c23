// Version, errors, the engine, data.
#include "c/handles.hpp"
#include "c/values.hpp"
#include "command/options/values.hpp"
#include "file/path_text.hpp"
#include "notation/bytes.hpp"

#include <limits>

using namespace nianbao;

namespace {

FontOptions::Choice choice(const nianbao_face& face) {
    c::require(face.role >= NIANBAO_FACE_TITLE && face.role <= NIANBAO_FACE_LATIN,
               "没有这种字体用途");
    FontOptions::Choice chosen{static_cast<FontRole>(face.role),
                               path_of(c::path(c::text(face.file)))};
    c::require(face.index >= 0 && face.index <= std::numeric_limits<int>::max(),
               "字体集中的序号不对");
    if (face.index > 0) chosen.index = static_cast<int>(face.index) - 1;
    return chosen;
}

}  // namespace

const char* nianbao_version() { return NIANBAO_VERSION; }

nianbao_status nianbao_error_status(const nianbao_error* error) {
    return error == nullptr ? NIANBAO_OK : error->status;
}

const char* nianbao_error_message(const nianbao_error* error, int64_t* length) {
    if (error != nullptr) return c::given(error->message, length);
    if (length != nullptr) *length = 0;
    return "";
}

void nianbao_error_free(nianbao_error* error) { delete error; }

nianbao_status nianbao_engine_open(const nianbao_engine_options* options, nianbao_engine** engine,
                                   nianbao_error** error) {
    return c::trap(engine, error, [&] {
        const nianbao_engine_options own = c::options(options);
        FontOptions fonts;
        for (const std::string& font : c::texts(own.fonts, own.font_count))
            fonts.chosen.push_back(values::font_choice("fonts", font));
        for (const nianbao_face& face : c::structs(own.faces, own.face_count))
            fonts.chosen.push_back(choice(face));
        for (const std::string& folder : c::texts(own.folders, own.folder_count))
            fonts.folders.push_back(path_of(c::path(folder)));
        fonts.system = own.no_system_fonts == 0;
        return std::unique_ptr<nianbao_engine>(new nianbao_engine{Fonts::open(fonts)});
    });
}

void nianbao_engine_free(nianbao_engine* engine) { delete engine; }

nianbao_status nianbao_data_from_bytes(const char* bytes, int64_t length, const char* name,
                                       int64_t name_length, int32_t format, nianbao_data** data,
                                       nianbao_error** error) {
    return c::trap(data, error, [&] {
        c::require(format == NIANBAO_FORMAT_AUTO || format == NIANBAO_FORMAT_YAML ||
                       format == NIANBAO_FORMAT_JSON || format == NIANBAO_FORMAT_WORKBOOK ||
                       format == NIANBAO_FORMAT_ARTICLE,
                   "没有这种数据文件格式");
        auto handle = std::make_unique<nianbao_data>();
        Input& input = handle->input;
        input.bytes = c::text(bytes, length);
        input.name = c::text(name, name_length);
        input.file = path_of(input.name);  // what the data is called where an output carries it
        if (input.name.empty()) input.name = "data";
        input.format = format == NIANBAO_FORMAT_AUTO       ? notation::notation_of(*input.bytes)
                       : format == NIANBAO_FORMAT_JSON     ? Format::json
                       : format == NIANBAO_FORMAT_WORKBOOK ? Format::workbook
                       : format == NIANBAO_FORMAT_ARTICLE  ? Format::article
                                                           : Format::yaml;
        return handle;
    });
}

nianbao_status nianbao_data_from_file(const char* path, int64_t path_length, nianbao_data** data,
                                      nianbao_error** error) {
    return c::trap(data, error, [&] {
        auto handle = std::make_unique<nianbao_data>();
        handle->input.name = c::path(c::text(path, path_length));
        handle->input.file = path_of(handle->input.name);
        return handle;
    });
}

void nianbao_data_free(nianbao_data* data) { delete data; }
