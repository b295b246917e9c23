// SHA-256 (FIPS 180-4): the same content has the same digest, other content another.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sha256_ctx;

namespace nianbao {

/// The digest of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// A part of a message of several parts: with its length before it, so that bytes cannot move from one part to the next unseen.
    void add_part(std::string_view bytes);
    /// 32 bytes, of all that was added since the last one.
    std::string bytes();
    /// The same as 64 hexadecimal digits, in small letters.
    std::string digest();

private:
    std::unique_ptr<sha256_ctx> state_;
};

/// 32 bytes.
std::string sha256_bytes(std::string_view bytes);

/// 64 hexadecimal digits, in small letters.
std::string sha256(std::string_view bytes);

}  // namespace nianbao
