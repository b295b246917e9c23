// What the faces of a run are known by.
#include "digest/sha256.hpp"
#include "file/exhausted.hpp"
#include "font/parts.hpp"

#include <fmt/format.h>

#include <map>

namespace nianbao {
namespace {

/// Of the whole file, as a face that was changed by hand may keep its size, its names and
/// the check sums of its tables.
std::string digest_of(const std::filesystem::path& path) {
    try {
        return sha256(FontFile::open(path)->bytes());
    } catch (const Exhausted&) {
        throw;
    } catch (const Failure&) {
        return "unreadable";  // its face is passed over
    }
}

}  // namespace

const std::string& FaceSet::digest() const {
    std::call_once(parts_->digested, [this] {
        Sha256 all;
        std::map<std::filesystem::path, std::string> files;
        const auto add_chain = [&](const std::vector<int>& chain) {
            all.add_part(fmt::format("{} faces", chain.size()));
            for (int index : chain) {
                const FaceSlot& slot = parts_->at(index);
                const auto [file, fresh] = files.try_emplace(slot.path());
                if (fresh) file->second = digest_of(slot.path());
                all.add_part(file->second);
                all.add_part(slot.known() ? slot.known()->label : fmt::format("#{}", slot.index()));
            }
        };
        for (const Parts::Chains& chains : parts_->chains) {
            add_chain(chains.own);
            add_chain(chains.latin);
        }
        parts_->digest = all.digest();
    });
    return parts_->digest;
}

}  // namespace nianbao
