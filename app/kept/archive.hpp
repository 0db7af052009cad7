#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "engine/number.hpp"

/// Values as bytes and back. `archive(a, b, …)` writes or reads one after the other, so that one function for a type,
/// `pass(archive, value)`, says both; what it is made of, it takes apart by a structured binding, which does not
/// compile any more once a member is added.
///
/// The bytes are for the program that wrote them, on the machine it ran on: they have its byte order.
namespace nilai::app {

/// Types whose bytes are their value.
template <class T>
inline constexpr bool is_plain_value = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Writer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (is_plain_value<T>) {
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      pass(*this, value);
    }
  }

  void put(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    bytes_ += text;
  }

  void put(const engine::Number& number) {
    const auto numerator = number.numerator().to_int64(), denominator = number.denominator().to_int64();
    put(numerator && denominator);
    if (numerator && denominator) {
      put(*numerator), put(*denominator);
    } else {
      put(number.to_ratio_text());
    }
  }

  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }

  template <class First, class Second>
  void put(const std::pair<First, Second>& pair) {
    put(pair.first), put(pair.second);
  }

  template <class T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint64_t>(values.size()));
    if constexpr (is_plain_value<T> && !std::is_same_v<T, bool>) {
      bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    } else {
      for (const auto& value : values) put(static_cast<const T&>(value));
    }
  }

  template <class... T>
  void put(const std::variant<T...>& value) {
    put(static_cast<std::uint64_t>(value.index()));
    std::visit([this](const auto& held) { put(held); }, value);
  }

  void put(const std::monostate&) {}

  std::string bytes_;
};

/// Reads what a `Writer` wrote. Bytes that are not so give values of some kind, and `is_sound` is false.
class Reader {
 public:
  /// Requires: the bytes outlive the reader.
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (take(values), ...);
  }

  [[nodiscard]] bool is_sound() const { return is_sound_; }
  [[nodiscard]] bool is_at_end() const { return left_.empty(); }

 private:
  template <class T>
  void take(T& value) {
    if constexpr (is_plain_value<T>) {
      copy(&value, 1);
    } else {
      pass(*this, value);
    }
  }

  void take(std::string& text) {
    text.resize(size(1));
    copy(text.data(), text.size());
  }

  void take(engine::Number& number) {
    bool is_small = false;
    take(is_small);
    if (is_small) {
      std::int64_t numerator = 0, denominator = 0;
      take(numerator), take(denominator);
      if (denominator > 0) {
        number = engine::Number::ratio(numerator, denominator);
      } else {
        is_sound_ = false;
      }
      return;
    }
    std::string text;
    take(text);
    const std::size_t slash = text.find('/');
    const auto numerator = engine::Number::parse(text.substr(0, slash));
    const auto denominator =
        slash == std::string::npos ? std::optional(engine::Number(1)) : engine::Number::parse(text.substr(slash + 1));
    if (numerator && denominator && denominator->sign() > 0) {
      number = *numerator / *denominator;
    } else {
      is_sound_ = false;
    }
  }

  template <class T>
  void take(std::optional<T>& value) {
    bool is_there = false;
    take(is_there);
    if (is_there) take(value.emplace());
  }

  template <class T>
  void take(std::vector<T>& values) {
    if constexpr (std::is_same_v<T, bool>) {
      values.resize(size(1));
      for (auto&& value : values) {
        bool held = false;
        take(held);
        value = held;
      }
    } else if constexpr (is_plain_value<T>) {
      values.resize(size(sizeof(T)));
      copy(values.data(), values.size());
    } else {
      values.resize(size(1));
      for (T& value : values) take(value);
    }
  }

  /// Of a text or a list whose items take at least so many bytes each: never more than the bytes left can hold.
  std::size_t size(std::size_t bytes_each) {
    std::uint64_t count = 0;
    take(count);
    if (count <= left_.size() / bytes_each) return count;
    is_sound_ = false;
    left_ = {};
    return 0;
  }

  template <class T>
  void copy(T* to, std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (bytes > left_.size()) {
      is_sound_ = false;
      left_ = {};
      return;
    }
    if (bytes > 0) std::memcpy(to, left_.data(), bytes);
    left_.remove_prefix(bytes);
  }

  std::string_view left_;
  bool is_sound_ = true;
};

}  // namespace nilai::app
