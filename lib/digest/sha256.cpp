#include "digest/sha256.hpp"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>

namespace nianbao {

Sha256::Sha256() : state_(std::make_unique<sha256_ctx>()) { sha256_init(state_.get()); }

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { sha256_update(state_.get(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data())); }

void Sha256::add_part(std::string_view bytes) {
    add(fmt::format("{}:", bytes.size()));
    add(bytes);
}

std::string Sha256::digest() {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(state_.get(), digest.size(), digest.data());  // and begins anew
    std::string text;
    for (std::uint8_t byte : digest) text += fmt::format("{:02x}", byte);
    return text;
}

std::string sha256(std::string_view bytes) {
    Sha256 state;
    state.add(bytes);
    return state.digest();
}

}  // namespace nianbao
