// Notations of data files.
#pragma once

#include "report/written/written.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao::data {

std::string write_yaml(const Written& file);
/// A value on one line, as it stands in YAML: [9, 3, 0, 0, 0, 0, 12].
std::string yaml_line(const Written& value);
/// The same within brackets, where more must be quoted.
std::string yaml_flow(const Written& value);
std::string write_json(const Written& file);
/// A value on one line, as it stands in JSON.
std::string json_line(const Written& value);

/// A mapping as write_json() writes it, given away member by member, and lists in it item
/// by item: none of it is kept.
class JsonStream {
public:
    using Sink = std::function<void(std::string_view)>;
    explicit JsonStream(Sink sink) : sink_(std::move(sink)) {}

    void add(std::string_view key, const Written& member);
    /// A member that is a list: its items follow, then its end.
    void begin_list(std::string_view key);
    void item(const Written& member);
    void end_list();
    void finish();

private:
    void begin(std::string_view key);
    void give(std::size_t from);

    Sink sink_;
    std::string out_;
    int members_ = 0, items_ = 0;
};

}  // namespace nianbao::data
