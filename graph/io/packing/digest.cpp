#include "io/packing/digest.hpp"

#include <array>
#include <new>

#include <openssl/evp.h>

namespace entente {

std::string sha256(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw std::bad_alloc();
  std::string text;
  for (unsigned i = 0; i < size; ++i) text += {digits[digest[i] >> 4U], digits[digest[i] & 15U]};
  return text;
}

}  // namespace entente
