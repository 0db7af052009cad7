#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace nilai::app {

/// SHA-256 of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);

  /// The digest of all that was added, as 64 hexadecimal digits. Nothing may be added afterwards.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_of(std::string_view bytes);

}  // namespace nilai::app
