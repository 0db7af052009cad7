#include "grammar/text/source_map.hpp"

#include <algorithm>
#include <cassert>

namespace nilai::text {

void SourceMap::add_verbatim(std::uint32_t length, std::uint32_t place) {
  if (length == 0) return;
  if (!runs_.empty() && runs_.back().is_verbatim && runs_.back().place.end == place) {
    runs_.back().place.end += length;
  } else {
    runs_.push_back({size_, {place, place + length}, true});
  }
  size_ += length;
}

void SourceMap::add_written(std::uint32_t length, Span place) {
  if (length == 0) return;
  runs_.push_back({size_, place, false});
  size_ += length;
}

Span SourceMap::span(Span of_text) const {
  assert(of_text.begin <= of_text.end && of_text.end <= size_);
  if (runs_.empty()) return {};
  const bool is_end = of_text.begin == size_;
  const Run& first = run_at(is_end ? of_text.begin - 1 : of_text.begin);
  const std::uint32_t begin = is_end              ? first.place.end
                              : first.is_verbatim ? first.place.begin + (of_text.begin - first.begin)
                                                  : first.place.begin;
  if (of_text.begin == of_text.end) return {begin, begin};
  const Run& last = run_at(of_text.end - 1);
  return {begin, last.is_verbatim ? last.place.begin + (of_text.end - last.begin) : last.place.end};
}

Span SourceMap::text_at(Span place) const {
  const auto first = std::upper_bound(runs_.begin(), runs_.end(), place.begin,
                                      [](std::uint32_t at, const Run& run) { return at < run.place.end; });
  if (first == runs_.end()) return {size_, size_};
  std::uint32_t begin = first->begin;
  if (first->is_verbatim && place.begin > first->place.begin) begin += place.begin - first->place.begin;
  const auto behind = std::lower_bound(first, runs_.end(), place.end,
                                       [](const Run& run, std::uint32_t at) { return run.place.begin < at; });
  if (behind == first) return {begin, begin};
  const Run& last = *(behind - 1);
  if (last.is_verbatim && place.end < last.place.end) return {begin, last.begin + (place.end - last.place.begin)};
  return {begin, behind == runs_.end() ? size_ : behind->begin};
}

const SourceMap::Run& SourceMap::run_at(std::uint32_t offset) const {
  const auto next = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                     [](std::uint32_t o, const Run& run) { return o < run.begin; });
  return *(next - 1);
}

}  // namespace nilai::text
