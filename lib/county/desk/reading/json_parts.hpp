// The desk's own JSON, part by part: a ledger of ten thousand offices as one tree would
// take more than all the rest of a run.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace nianbao::desk {

/// Parts a JSON mapping: each member that is no list, and each item of those that are,
/// is told as it ends. Only brackets and quotation marks are looked at: whether a part is
/// JSON, its reader says.
class JsonParts {
public:
    struct Part {
        std::string_view key;   // of the member, as it is written
        std::string_view text;  // of the value or item, blanks about it too
        bool item = false;      // of a list
    };
    /// False if nothing more is to be told: the text is then damaged.
    using Take = std::function<bool(const Part&)>;
    explicit JsonParts(Take take) : take_(std::move(take)) {}

    /// The next bytes of the text.
    void feed(std::string_view bytes);
    /// False if the text is damaged or breaks off. Once, at its end.
    bool finish() const { return at_ == At::end; }

private:
    enum class At {
        start,
        key_or_end,
        next_key,
        key,
        colon,
        value,
        member,
        item,
        comma,
        end,
        fault
    };

    void next(char c);
    void begin_value(char c);
    void within(char c);
    void tell();

    Take take_;
    At at_ = At::start;
    std::string key_, text_;
    int depth_ = 0;  // brackets that are open in the part
    bool in_list_ = false, in_string_ = false, escaped_ = false;
};

}  // namespace nianbao::desk
