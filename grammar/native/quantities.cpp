#include <array>
#include <chrono>

#include "grammar/native/characters.hpp"
#include "grammar/native/words.hpp"
#include "grammar/text/render.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::Operator;
using text::Code;

constexpr std::ptrdiff_t date_length = 10;

bool is_date(const char* at, const char* last) {
  constexpr std::string_view pattern = "dddd-dd-dd";
  if (last - at < date_length) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == 'd' ? !is_digit(at[i]) : at[i] != '-') return false;
  }
  return name_char_length(at + date_length, last) == 0;
}

int value_of(const char* at, std::ptrdiff_t count) {
  int value = 0;
  for (std::ptrdiff_t i = 0; i < count; ++i) value = value * 10 + (at[i] - '0');
  return value;
}

const char* skip_digits(const char* at, const char* last) {
  while (at < last && is_digit(*at)) ++at;
  return at;
}

/// `1_250.5`
const char* skip_plain(const char* at, const char* last) {
  at = skip_digits(at, last);
  while (at + 1 < last && *at == '_' && is_digit(at[1])) at = skip_digits(at + 1, last);
  if (at + 1 < last && *at == '.' && is_digit(at[1])) at = skip_digits(at + 1, last);
  return at;
}

bool is_end_of_number(const char* at, const char* last) {
  return name_char_length(at, last) == 0 && !(at + 1 < last && *at == '.' && is_digit(at[1]));
}

std::string without_underscores(const char* from, const char* to) {
  std::string digits;
  for (; from < to; ++from) {
    if (*from != '_') digits += *from;
  }
  return digits;
}

/// Behind `1.250.000` or `1.000`, digits that points part by threes as in thousands; null where they do not.
const char* skip_thousands(const char* at, const char* last) {
  constexpr std::ptrdiff_t group = 3;
  const char* end = skip_digits(at, last);
  if (*at == '0' || end - at > group || end == last || *end != '.') return nullptr;
  while (end < last && *end == '.') {
    const char* next = skip_digits(end + 1, last);
    if (next - end != group + 1) return nullptr;
    end = next;
  }
  return end;
}

std::string without_points(const char* from, const char* to) {
  std::string digits(from, to);
  std::erase(digits, '.');
  return digits;
}

/// `1.500` as `1.5`, `1.000` as `1`.
std::string without_last_zeros(std::string number) {
  while (number.back() == '0') number.pop_back();
  if (number.back() == '.') number.pop_back();
  return number;
}

/// In Indonesian a point parts thousands: what reads as such is said to be none. Who means decimals writes no last
/// zero.
void warn_of_thousands(const char* at, const char* end, State& state) {
  const bool reads_so = skip_thousands(at, state.last) == end && end[-1] == '0';
  if (state.language != KeywordLanguage::indonesian || !reads_so) return;
  if (end < state.last && *end == '%') return;
  const std::string number(at, end), meant = without_points(at, end);
  const text::Span span = state.span(at, end);
  auto& diagnostic = state.diagnostics.add(Code::thousands_point, span, {number});
  diagnostic.notes.push_back({text::Phrase::decimals_meant, {without_last_zeros(number)}});
  diagnostic.fixes.push_back({{text::Phrase::did_you_mean, {meant}}, span, meant});
}

/// A number as the author wrote it; one that is none (`1.2.3`, `12abc`) is reported, and read as 0.
bool read_plain(const char*& first, State& state, std::string& digits) {
  const char* at = state.skip(first);
  if (at == state.last || !is_digit(*at)) return false;
  const char* end = skip_plain(at, state.last);
  if (is_end_of_number(end, state.last)) {
    warn_of_thousands(at, end, state);
    digits = without_underscores(at, end);
    first = end;
    return true;
  }
  for (;;) {
    if (const std::size_t length = name_char_length(end, state.last)) {
      end += length;
    } else if (end + 1 < state.last && *end == '.' && is_digit(end[1])) {
      ++end;
    } else {
      break;
    }
  }
  const std::string_view word(at, static_cast<std::size_t>(end - at));
  auto& diagnostic = state.diagnostics.add(Code::not_a_number, state.span(at, end), {text::shown(word)});
  if (skip_thousands(at, state.last) == end) {
    const std::string meant = without_points(at, end);
    diagnostic.fixes.push_back({{text::Phrase::write_instead, {meant}}, state.span(at, end), meant});
  }
  digits = "0";
  first = end;
  return true;
}

bool read_percent(const char*& first, State& state) {
  const char* at = state.skip(first);
  if (at == state.last || *at != '%') return false;
  first = at + 1;
  return true;
}

struct RelationSign {
  std::string_view sign;
  Operator operation;
  std::string_view meant;  ///< where the sign is another language's
};

// Longer signs first: the first that fits is taken.
constexpr auto relations = std::to_array<RelationSign>({{"==", Operator::equal, "="},
                                                        {"=>", Operator::at_least, ">="},
                                                        {"=<", Operator::at_most, "<="},
                                                        {"<>", Operator::unequal, "!="},
                                                        {"!=", Operator::unequal, {}},
                                                        {"<=", Operator::at_most, {}},
                                                        {">=", Operator::at_least, {}},
                                                        {"≠", Operator::unequal, "!="},
                                                        {"≤", Operator::at_most, "<="},
                                                        {"≥", Operator::at_least, ">="},
                                                        {"=", Operator::equal, {}},
                                                        {"<", Operator::less, {}},
                                                        {">", Operator::greater, {}}});

}  // namespace

bool read_date(const char*& first, State& state, syntax::DateLiteral& date) {
  const char* at = state.skip(first);
  if (!is_date(at, state.last)) return false;
  date = {value_of(at, 4), value_of(at + 5, 2), value_of(at + 8, 2)};
  const std::chrono::year_month_day day{std::chrono::year{date.year},
                                        std::chrono::month{static_cast<unsigned>(date.month)},
                                        std::chrono::day{static_cast<unsigned>(date.day)}};
  if (!day.ok() || date.year == 0) {
    state.diagnostics.add(Code::no_such_date, state.span(at, at + date_length), {std::string(at, at + date_length)});
    date = {2000, 1, 1};
  }
  first = at + date_length;
  return true;
}

bool read_number(const char*& first, State& state, syntax::NumberLiteral& number) {
  const char* at = state.skip(first);
  if (is_date(at, state.last) || !read_plain(at, state, number.digits)) return false;
  number.is_percent = read_percent(at, state);
  const char* after = at;
  if (syntax::TimeUnit unit{}; !number.is_percent && read_unit(after, state, unit)) return false;
  first = at;
  return true;
}

bool read_quantity(const char*& first, State& state, syntax::ExpressionId& id) {
  const char* begin = state.skip(first);
  if (begin == state.last || !is_digit(*begin)) return false;
  first = begin;
  if (syntax::DateLiteral date; read_date(first, state, date)) {
    id = state.add(date, state.span(begin, first));
    return true;
  }
  syntax::NumberLiteral number;
  read_plain(first, state, number.digits);
  number.is_percent = read_percent(first, state);
  if (syntax::TimeUnit unit{}; !number.is_percent && read_unit(first, state, unit)) {
    id = state.add(syntax::SpanLiteral{std::move(number.digits), unit}, state.span(begin, first));
  } else {
    id = state.add(std::move(number), state.span(begin, first));
  }
  return true;
}

bool read_literal(const char*& first, State& state, syntax::ExpressionId& id) {
  const char* begin = state.skip(first);
  const char* at = begin;
  if (std::string text; read_text(at, state, text)) {
    id = state.add(syntax::TextLiteral{std::move(text)}, state.span(begin, at));
  } else if (read_symbol(at, state, "-")) {
    if (!read_quantity(at, state, id)) return false;
    id = state.add(syntax::Negate{id}, state.span(begin, at));
  } else if (!read_quantity(at, state, id)) {
    return false;
  }
  first = at;
  return true;
}

bool read_flag(const char*& first, State& state, syntax::ExpressionId& id) {
  const char* begin = state.skip(first);
  const bool is_yes = read_keyword(first, state, Keyword::yes);
  if (!is_yes && !read_keyword(first, state, Keyword::no)) return false;
  id = state.add(syntax::FlagLiteral{is_yes}, state.span(begin, first));
  return true;
}

bool read_natural(const char*& first, State& state, std::uint32_t& count) {
  constexpr std::ptrdiff_t max_digits = 9;
  const char* at = state.skip(first);
  const char* end = skip_digits(at, state.last);
  if (end == at || end - at > max_digits || name_char_length(end, state.last) > 0) return false;
  if (end < state.last && (*end == '%' || *end == '.')) return false;
  count = static_cast<std::uint32_t>(value_of(at, end - at));
  first = end;
  return true;
}

bool read_period_name(const char*& first, State& state, syntax::Name& name) {
  const char* at = state.skip(first);
  const char* end = at;
  if (is_date(at, state.last)) {
    syntax::DateLiteral date;
    read_date(end, state, date);
  } else {
    end = skip_digits(at, state.last);
    if (end - at != 4) return false;
    const auto rest = std::string_view(end, static_cast<std::size_t>(state.last - end)).substr(0, 3);
    if (rest.size() == 3 && rest[0] == '-') {
      const bool is_quarter = rest[1] == 'Q' && rest[2] >= '1' && rest[2] <= '4';
      const bool is_half = rest[1] == 'S' && (rest[2] == '1' || rest[2] == '2');
      if (!is_quarter && !is_half && !(is_digit(rest[1]) && is_digit(rest[2]))) return false;
      end += 3;
    }
    if (name_char_length(end, state.last) > 0) return false;
  }
  name = {std::string(at, end), state.span(at, end)};
  first = end;
  return true;
}

bool read_relation(const char*& first, State& state, Operator& operation, text::Span& span) {
  const char* at = state.skip(first);
  const std::string_view rest(at, static_cast<std::size_t>(state.last - at));
  for (const RelationSign& relation : relations) {
    if (!rest.starts_with(relation.sign)) continue;
    first = at + relation.sign.size();
    operation = relation.operation;
    span = state.span(at, first);
    if (!relation.meant.empty()) {
      const std::string meant(relation.meant);
      auto& diagnostic = state.diagnostics.add(Code::foreign_operator, span, {std::string(relation.sign)});
      diagnostic.fixes.push_back({{text::Phrase::write_instead, {meant}}, span, meant});
    }
    return true;
  }
  return false;
}

}  // namespace nilai::grammar::native
