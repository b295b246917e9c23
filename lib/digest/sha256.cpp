#include "digest/sha256.hpp"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <cstdint>

namespace nianbao {

Sha256::Sha256() : state_(std::make_unique<sha256_ctx>()) { sha256_init(state_.get()); }

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    sha256_update(state_.get(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

void Sha256::add_part(std::string_view bytes) {
    add(fmt::format("{}:", bytes.size()));
    add(bytes);
}

std::string Sha256::bytes() {
    std::string bytes(SHA256_DIGEST_SIZE, '\0');
    sha256_digest(state_.get(), bytes.size(),
                  reinterpret_cast<std::uint8_t*>(bytes.data()));  // and begins anew
    return bytes;
}

std::string Sha256::digest() {
    std::string text;
    for (char byte : bytes()) text += fmt::format("{:02x}", static_cast<std::uint8_t>(byte));
    return text;
}

std::string sha256_bytes(std::string_view bytes) {
    Sha256 state;
    state.add(bytes);
    return state.bytes();
}

std::string sha256(std::string_view bytes) {
    Sha256 state;
    state.add(bytes);
    return state.digest();
}

}  // namespace nianbao
