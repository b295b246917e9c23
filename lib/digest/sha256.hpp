// SHA-256 (FIPS 180-4).
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sha256_ctx;

namespace nianbao {

/// The digest of bytes that are added piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// Adds a part of a message of several parts, with its length before it, so that the
    /// digest changes if bytes move from one part to the next.
    void add_part(std::string_view bytes);
    /// 32 bytes: the digest of what was added. Begins anew.
    std::string bytes();
    /// The same as 64 hexadecimal digits in lower case.
    std::string digest();

private:
    std::unique_ptr<sha256_ctx> state_;
};

/// 32 bytes.
std::string sha256_bytes(std::string_view bytes);

/// 64 hexadecimal digits in lower case.
std::string sha256(std::string_view bytes);

}  // namespace nianbao
