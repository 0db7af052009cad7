#include "grammar/native/customary_dates.hpp"

#include <chrono>

#include "grammar/native/characters.hpp"
#include "grammar/native/slips.hpp"
#include "grammar/native/words.hpp"

namespace nilai::grammar::native {

namespace {

constexpr int months_of_a_year = 12;

/// Reads `least` to `most` digits.
std::optional<unsigned> read_digits(const char*& at, const char* last, int least, int most) {
  unsigned value = 0;
  int count = 0;
  const char* end = at;
  for (; end < last && is_digit(*end) && count < most; ++end, ++count) {
    value = value * 10 + static_cast<unsigned>(*end - '0');
  }
  if (count < least || (end < last && is_digit(*end))) return std::nullopt;
  at = end;
  return value;
}

/// `januari`, in either language.
std::optional<unsigned> read_month_name(const char*& at, const State& state) {
  const std::string_view token = token_at(at, state.last);
  const std::string word = lower(token);
  for (int i = 0; i < months_of_a_year; ++i) {
    const auto keyword = static_cast<Keyword>(static_cast<int>(Keyword::january) + i);
    if (word != written(keyword, KeywordLanguage::english) && word != written(keyword, KeywordLanguage::indonesian)) {
      continue;
    }
    at += token.size();
    return static_cast<unsigned>(i + 1);
  }
  return std::nullopt;
}

void skip_line_blanks(const char*& at, const char* last) {
  while (at < last && (*at == ' ' || *at == '\t')) ++at;
}

std::optional<unsigned> read_month_and_marks(const char*& at, const State& state) {
  const char* last = state.last;
  if (at < last && (*at == '/' || *at == '-' || *at == '.')) {
    const char mark = *at++;
    const auto month = read_digits(at, last, 1, 2);
    return month && at < last && *at++ == mark ? month : std::nullopt;
  }
  skip_line_blanks(at, last);
  const auto month = read_month_name(at, state);
  skip_line_blanks(at, last);
  return month;
}

}  // namespace

std::optional<CustomaryDate> customary_date_at(const State& state, const char* at) {
  const char* begin = at;
  const auto day = read_digits(at, state.last, 1, 2);
  const auto month = day ? read_month_and_marks(at, state) : std::nullopt;
  const auto year = month ? read_digits(at, state.last, 4, 4) : std::nullopt;
  if (!year) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                                         std::chrono::day{*day}};
  if (!date.ok()) return std::nullopt;
  const auto two_digits = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::string_view token(begin, static_cast<std::size_t>(at - begin));
  return CustomaryDate{token, std::string(at - 4, at) + "-" + two_digits(*month) + "-" + two_digits(*day)};
}

}  // namespace nilai::grammar::native
