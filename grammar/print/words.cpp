#include "grammar/print/words.hpp"

#include <algorithm>

namespace nilai::grammar {

Keyword keyword_of(syntax::Function function) {
  switch (function) {
#define NILAI_FUNCTION(name, takes) \
  case syntax::Function::name:      \
    return Keyword::name;
#include "grammar/syntax/functions.def"
#undef NILAI_FUNCTION
  }
  return Keyword::count;
}

Keyword keyword_of(syntax::Phrase phrase) {
  switch (phrase) {
    case syntax::Phrase::period_start:
      return Keyword::period_start;
    case syntax::Phrase::period_end:
      return Keyword::period_end;
    case syntax::Phrase::assessed_weight:
      return Keyword::assessed_weight;
    case syntax::Phrase::weakest_criterion:
      return Keyword::weakest_criterion;
    case syntax::Phrase::weighted_average_of_criteria:
      return Keyword::weighted_average_of_criteria;
    case syntax::Phrase::sum_of_points:
      return Keyword::sum_of_points;
  }
  return Keyword::period_start;
}

Keyword keyword_of(syntax::TimeUnit unit) {
  switch (unit) {
    case syntax::TimeUnit::day:
      return Keyword::days;
    case syntax::TimeUnit::month:
      return Keyword::months;
    case syntax::TimeUnit::quarter:
      return Keyword::quarters;
    case syntax::TimeUnit::half_year:
      return Keyword::half_years;
    case syntax::TimeUnit::year:
      return Keyword::years;
  }
  return Keyword::days;
}

std::string word(Keyword keyword, KeywordLanguage language) {
  return std::string(written(keyword, language));
}

std::string printed(const std::string& name, KeywordLanguage language) {
  return is_reserved(name, language) ? "`" + name + "`" : name;
}

namespace {

/// A word behind a number: its first spelling is the plural, its second the singular.
std::string counted(Keyword keyword, bool is_one, KeywordLanguage language) {
  const std::string_view all = spellings(keyword, language);
  const std::size_t bar = all.find('|');
  return std::string(is_one ? all.substr(bar + 1) : all.substr(0, bar));
}

}  // namespace

std::string printed_callee(const std::string& name, KeywordLanguage language) {
  const auto keywords = all_keywords();
  const bool is_keyword = std::any_of(keywords.begin(), keywords.end(),
                                      [&](Keyword keyword) { return written(keyword, language) == name; });
  return is_keyword ? "`" + name + "`" : name;
}

std::string escaped(std::string_view text, std::string_view signs) {
  std::string all;
  for (const char c : text) {
    const bool is_escaped = signs.find(c) != std::string_view::npos;
    if (is_escaped) all += '\\';
    all += is_escaped && c == '\n' ? 'n' : c;
  }
  return all;
}

std::string quoted(std::string_view text) {
  return "\"" + escaped(text, "\"\\\n") + "\"";
}

// --- literals ------------------------------------------------------------------------------------------------------

std::string printed(const syntax::NumberLiteral& number) {
  return number.digits + (number.is_percent ? "%" : "");
}

std::string printed(const syntax::DateLiteral& date) {
  const auto digits = [](int value, std::size_t count) {
    const std::string text = std::to_string(value);
    return std::string(count - text.size(), '0') + text;
  };
  return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
}

std::string printed(const syntax::SpanLiteral& span, KeywordLanguage language) {
  return span.digits + " " +
         (span.digits == "1" ? printed(span.unit, language) : word(keyword_of(span.unit), language));
}

std::string printed(syntax::TimeUnit unit, KeywordLanguage language) {
  return counted(keyword_of(unit), true, language);
}

std::string printed_unit(const std::string& unit, KeywordLanguage language) {
  // In the tree, units of time bear their English names.
  for (const Keyword time : {Keyword::days, Keyword::months, Keyword::quarters, Keyword::half_years, Keyword::years}) {
    if (unit == written(time, KeywordLanguage::english)) return word(time, language);
  }
  return printed(unit, language);
}

// --- operators and rounding ----------------------------------------------------------------------------------------

std::string printed(syntax::Operator operation, KeywordLanguage language) {
  using syntax::Operator;
  switch (operation) {
    case Operator::either:
      return word(Keyword::either, language);
    case Operator::both:
      return word(Keyword::both, language);
    case Operator::equal:
      return "=";
    case Operator::unequal:
      return "!=";
    case Operator::less:
      return "<";
    case Operator::at_most:
      return "<=";
    case Operator::greater:
      return ">";
    case Operator::at_least:
      return ">=";
    case Operator::if_missing:
      return word(Keyword::if_missing, language);
    case Operator::add:
      return "+";
    case Operator::subtract:
      return "-";
    case Operator::multiply:
      return "*";
    case Operator::divide:
      return "/";
  }
  return "=";
}

std::string printed_bare(syntax::Operator operation, KeywordLanguage language) {
  using syntax::Operator;
  if (operation == Operator::at_least) return word(Keyword::at_least, language);
  if (operation == Operator::at_most) return word(Keyword::at_most, language);
  if (operation == Operator::greater) return word(Keyword::above, language);
  if (operation == Operator::less) return word(Keyword::below, language);
  return word(Keyword::equal_to, language);
}

std::string printed(syntax::RoundingDirection direction, KeywordLanguage language) {
  switch (direction) {
    case syntax::RoundingDirection::plain:
      return "";
    case syntax::RoundingDirection::up:
      return word(Keyword::up, language);
    case syntax::RoundingDirection::down:
      return word(Keyword::down, language);
    case syntax::RoundingDirection::half_even:
      return word(Keyword::half_even, language);
  }
  return "";
}

std::string printed_places(std::uint32_t places, KeywordLanguage language) {
  return word(Keyword::to, language) + " " + std::to_string(places) + " " +
         counted(Keyword::places, places == 1, language);
}

std::string printed_grain(const syntax::Rounding& rounding, KeywordLanguage language) {
  if (!rounding.places) return word(Keyword::to_nearest, language) + " " + printed(rounding.nearest);
  return printed_places(*rounding.places, language);
}

std::string printed(const syntax::Rounding& rounding, KeywordLanguage language) {
  const std::string direction = printed(rounding.direction, language);
  return direction + (direction.empty() ? "" : " ") + printed_grain(rounding, language);
}

}  // namespace nilai::grammar
