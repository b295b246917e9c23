// Version, errors, the engine, data.
#include "c/handles.hpp"
#include "c/values.hpp"
#include "command/options.hpp"
#include "command/plan.hpp"

using namespace nianbao;

const char* nianbao_version() { return NIANBAO_VERSION; }

nianbao_status nianbao_error_status(const nianbao_error* error) { return error == nullptr ? NIANBAO_OK : error->status; }

const char* nianbao_error_message(const nianbao_error* error, int64_t* length) {
    if (error != nullptr) return c::given(error->message, length);
    if (length != nullptr) *length = 0;
    return "";
}

void nianbao_error_free(nianbao_error* error) { delete error; }

nianbao_status nianbao_engine_open(const nianbao_engine_options* options, nianbao_engine** engine, nianbao_error** error) {
    return c::trap(engine, error, [&] {
        const nianbao_engine_options own = c::options(options);
        Arguments arguments;
        for (const std::string& font : c::texts(own.fonts, own.font_count)) set_option(Command::render, "font", arguments, font);
        for (const std::string& folder : c::texts(own.folders, own.folder_count)) set_option(Command::render, "font-dir", arguments, c::path(folder));
        if (own.no_system_fonts != 0) set_option(Command::render, "no-system-fonts", arguments);
        return std::unique_ptr<nianbao_engine>(new nianbao_engine{Fonts::open(arguments.fonts)});
    });
}

void nianbao_engine_free(nianbao_engine* engine) { delete engine; }

nianbao_status nianbao_data_from_bytes(const char* bytes, int64_t length, const char* name, int64_t name_length, int32_t format, nianbao_data** data,
                                       nianbao_error** error) {
    return c::trap(data, error, [&] {
        c::require(format == NIANBAO_FORMAT_AUTO || format == NIANBAO_FORMAT_YAML || format == NIANBAO_FORMAT_JSON, "没有这种数据文件格式");
        auto handle = std::make_unique<nianbao_data>();
        Job& job = handle->job;
        job.bytes = c::text(bytes, length);
        job.name = c::text(name, name_length);
        job.input = job.name;  // what the data is called where the PDF carries it
        if (job.name.empty()) job.name = "data";
        job.format = format == NIANBAO_FORMAT_AUTO ? notation_of(*job.bytes) : format == NIANBAO_FORMAT_JSON ? Format::json : Format::yaml;
        return handle;
    });
}

nianbao_status nianbao_data_from_file(const char* path, int64_t path_length, nianbao_data** data, nianbao_error** error) {
    return c::trap(data, error, [&] {
        auto handle = std::make_unique<nianbao_data>();
        handle->job.name = c::path(c::text(path, path_length));
        handle->job.input = handle->job.name;
        return handle;
    });
}

void nianbao_data_free(nianbao_data* data) { delete data; }
