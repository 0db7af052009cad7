#include "engine/scan/separators.hpp"

#include <algorithm>
#include <array>
#include <bit>

// One source, compiled for each instruction set; the best that the machine has is chosen when the program runs.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/scan/separators.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nilai::engine::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t chunk_bytes = 64;  // a bit of a word each

/// Which of the bytes of a chunk are what: bit i is byte i.
struct ChunkBits {
  std::uint64_t delimiters = 0;
  std::uint64_t newlines = 0;
  std::uint64_t returns = 0;
  std::uint64_t quotes = 0;
  std::uint64_t beyond_ascii = 0;
};

template <class Tag, class Mask>
HWY_INLINE std::uint64_t bits_of(Tag tag, Mask mask) {
  std::array<std::uint8_t, 16> bytes{};  // some instruction sets store more than they need
  hn::StoreMaskBits(tag, mask, bytes.data());
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < (hn::Lanes(tag) + 7) / 8; ++i) bits |= std::uint64_t{bytes[i]} << (8 * i);
  return bits;
}

HWY_INLINE ChunkBits look_at(const std::uint8_t* bytes, std::uint8_t delimiter) {
  const hn::CappedTag<std::uint8_t, chunk_bytes> tag;
  const hn::RebindToSigned<decltype(tag)> signed_tag;
  const auto is = [&](auto vector, std::uint8_t wanted) { return bits_of(tag, hn::Eq(vector, hn::Set(tag, wanted))); };
  ChunkBits bits;
  for (std::size_t at = 0; at < chunk_bytes; at += hn::Lanes(tag)) {
    const auto vector = hn::LoadU(tag, bytes + at);
    bits.delimiters |= is(vector, delimiter) << at;
    bits.newlines |= is(vector, '\n') << at;
    bits.returns |= is(vector, '\r') << at;
    bits.quotes |= is(vector, '"') << at;
    bits.beyond_ascii |= bits_of(signed_tag, hn::Lt(hn::BitCast(signed_tag, vector), hn::Zero(signed_tag))) << at;
  }
  return bits;
}

/// Bit i of the result says whether an odd number of bits up to i are set: from an opening quote to before its closing.
HWY_INLINE std::uint64_t odd_up_to(std::uint64_t bits) {
  for (unsigned shift = 1; shift < chunk_bytes; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Goes through the chunks; what one leaves open is for the next.
class Finder {
 public:
  Finder(char delimiter, Separators& found) : delimiter_(static_cast<std::uint8_t>(delimiter)), found_(found) {}

  HWY_INLINE void take(const std::uint8_t* bytes, std::size_t at, std::uint64_t within) {
    const ChunkBits bits = look_at(bytes, delimiter_);
    beyond_ascii_ |= bits.beyond_ascii & within;
    std::uint64_t separators = (bits.delimiters | bits.newlines) & within;
    std::uint64_t quoted = 0;
    if (((bits.quotes & within) | is_quoted_ | after_closing_) != 0) {
      quoted = odd_up_to(bits.quotes & within) ^ (0 - is_quoted_);
      separators &= ~quoted;
      check_quotes(bits.quotes & within, quoted, separators, separators | bits.returns | ~within);
    }
    check_returns(bits.returns & within & ~quoted, bits.newlines & within & ~quoted);
    newline_count_ += static_cast<std::size_t>(std::popcount(bits.newlines & separators));
    after_separator_ = separators >> (chunk_bytes - 1);
    note(separators, at);
  }

  void finish() {
    found_.newline_count = newline_count_;
    found_.is_ascii = beyond_ascii_ == 0;
    found_.is_plain = breaches_ == 0 && is_quoted_ == 0 && after_return_ == 0;
  }

 private:
  HWY_INLINE void check_quotes(std::uint64_t quotes, std::uint64_t quoted, std::uint64_t separators,
                               std::uint64_t field_ends) {
    const std::uint64_t opening = quotes & quoted;
    const std::uint64_t closing = quotes & ~quoted;
    breaches_ |= opening & ~(separators << 1 | after_separator_);
    breaches_ |= (closing << 1 | after_closing_) & ~field_ends;
    is_quoted_ = quoted >> (chunk_bytes - 1);
    after_closing_ = closing >> (chunk_bytes - 1);
  }

  HWY_INLINE void check_returns(std::uint64_t returns, std::uint64_t newlines) {
    breaches_ |= (returns << 1 | after_return_) & ~newlines;
    after_return_ = returns >> (chunk_bytes - 1);
  }

  HWY_INLINE void note(std::uint64_t separators, std::size_t at) {
    std::uint32_t* place = found_.places.data() + found_.count;
    found_.count += static_cast<std::size_t>(std::popcount(separators));
    for (; separators != 0; separators &= separators - 1) {
      *place++ = static_cast<std::uint32_t>(at + static_cast<std::size_t>(std::countr_zero(separators)));
    }
  }

  std::uint8_t delimiter_;
  Separators& found_;
  std::size_t newline_count_ = 0;
  std::uint64_t beyond_ascii_ = 0;
  std::uint64_t breaches_ = 0;         // of what is plain
  std::uint64_t is_quoted_ = 0;        // the last byte of the chunk before lies in quotes
  std::uint64_t after_separator_ = 1;  // … is a separator; before the first byte there is none, but a record begins
  std::uint64_t after_closing_ = 0;    // … is a closing quote
  std::uint64_t after_return_ = 0;     // … is a carriage return
};

void find(std::string_view bytes, char delimiter, Separators& found) {
  Finder finder(delimiter, found);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t at = 0;
  for (; at + chunk_bytes <= bytes.size(); at += chunk_bytes) finder.take(data + at, at, ~std::uint64_t{0});
  if (at < bytes.size()) {
    std::array<std::uint8_t, chunk_bytes> last{};
    std::copy(data + at, data + bytes.size(), last.begin());
    finder.take(last.data(), at, (std::uint64_t{1} << (bytes.size() - at)) - 1);
  }
  finder.finish();
}

}  // namespace nilai::engine::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace nilai::engine {

HWY_EXPORT(find);

void find_separators(std::string_view bytes, char delimiter, Separators& found) {
  if (found.places.size() < bytes.size()) found.places.resize(bytes.size());
  found.count = 0;
  HWY_DYNAMIC_DISPATCH(find)(bytes, delimiter, found);
}

}  // namespace nilai::engine
#endif
