#include "property/rulebook_text.hpp"

#include <initializer_list>
#include <random>

namespace nilai::tests {

namespace {

class Author {
 public:
  explicit Author(std::uint64_t seed) : random_(seed) {}

  std::string rulebook(int size) {
    std::string text = "rulebook " + name() + maybe(label());
    text += maybe(gap() + "version " + quoted()) + maybe(gap() + "in force from 2017-01-01" + maybe(" to 2020-12-31"));
    text += maybe(gap() + "evaluates " + name() + maybe(" every quarter" + maybe(" starting october")));
    text += maybe(gap() + basis());
    for (int i = 0; i < size; ++i) text += "\n" + maybe("# catatan\n") + maybe("\n") + definition(size / 3 + 1);
    return text + "\n" + maybe("# akhir");
  }

 private:
  // --- dice -------------------------------------------------------------------------------------------------------

  int roll(int sides) { return static_cast<int>(random_() % static_cast<std::uint64_t>(sides)); }
  std::string maybe(const std::string& text) { return roll(2) == 0 ? text : ""; }
  std::string one_of(std::initializer_list<const char*> words) {
    return words.begin()[roll(static_cast<int>(words.size()))];
  }
  template <class Make>
  std::string list(Make make, const std::string& sign, int most = 3) {
    std::string text = make();
    for (int i = roll(most); i > 0; --i) text += sign + gap() + make();
    return text;
  }

  /// Blanks, a line end, or a comment and a line end: layout means nothing.
  std::string gap() { return one_of({" ", "  ", "\n", "\n  ", " # note\n  ", "\n# own line\n "}); }

  // --- words ------------------------------------------------------------------------------------------------------

  /// Not among them: `score` and `nilai`, which mean the score without a name.
  std::string name() {
    return one_of({"visits", "points_of", "kab_lebak", "value", "weight_1", "x",      "`bila`",
                   "`when`", "kunjungan", "date",      "code",  "used",     "dari",   "of",
                   "at",     "from",      "nilai_a",   "rumah", "`table`",  "skor_é", "period"});
  }
  /// A name that nothing else has: what is defined twice has no place in the YAML form.
  std::string fresh() {
    const std::string number = std::to_string(++last_fresh_);
    return one_of({"visits", "value", "weight", "kunjungan", "from", "rumah", "skor_é"}) + ("_" + number);
  }
  std::string quoted() {
    return one_of({"\"Teks\"", "\"a \\\"b\\\" \\\\ \\n c\"", "\"\"", "\"# no comment\"", "\"é {x}\""});
  }
  std::string label() { return " " + quoted() + maybe(" en \"English\"") + maybe(" id \"Indonesia\""); }
  std::string basis() { return "basis " + quoted(); }
  std::string number() { return one_of({"0", "1", "95%", "1_250", "0.5", "33.3%", "100"}); }
  std::string date() { return one_of({"2017-03-09", "2018-12-31"}); }
  std::string later_date() { return std::to_string(2000 + ++last_fresh_) + "-03-09"; }
  std::string span() { return one_of({"1 day", "45 days", "6 months", "2 quarters", "1 half year", "3 years"}); }
  std::string literal() { return maybe("-") + one_of({"7", "12.5", "95%", "45 days"}); }
  std::string code() { return one_of({"NIL-01", "7.1/2", "\"a code\"", "HKM_02"}); }

  // --- expressions ------------------------------------------------------------------------------------------------

  std::string primary(int depth) {
    if (depth <= 0) {
      switch (roll(9)) {
        case 0:
          return number();
        case 1:
          return date();
        case 2:
          return span();
        case 3:
          return quoted_plain();
        case 4:
          return one_of({"yes", "no", "it", "period start", "period end", "assessed weight", "weakest criterion"});
        case 5:
          return "visit." + name();
        case 6:
          return "score";
        default:
          return name();
      }
    }
    switch (roll(6)) {
      case 0:
        return "(" + body(depth - 1) + ")";
      case 1:
        return "rounded " + maybe("half even ") + "(" + expression(depth - 1) + " to 2 places)";
      case 2:
        return name() + "(" + list([&] { return expression(depth - 1); }, ",") + ")";
      case 3:
        return call(depth);
      default:
        return primary(0);
    }
  }
  std::string quoted_plain() { return one_of({"\"x\"", "\"Kab. Lebak\""}); }

  std::string call(int depth) {
    const auto value = [&] { return expression(depth - 1); };
    switch (roll(10)) {
      case 0:
        return "count(" + rows(depth) + ")";
      case 1:
        return "count(distinct " + value() + " of " + rows(depth) + ")";
      case 2:
        return "average(" + value() + maybe(" weighted by " + primary(0)) + " of " + rows(depth) + ")";
      case 3:
        return "max(" + list(value, ",") + maybe(" skipping missing") + ")";
      case 4:
        return "rank(" + value() + " among " + name() + maybe(" in same " + list([&] { return name(); }, " and", 2)) +
               maybe(" with at least 5") + maybe(" where " + value()) + ")";
      case 5:
        return one_of({"previous", "change"}) + "(" + value() + ")";
      case 6:
        return "average(" + value() + " in last 4 quarters" + maybe(" skipping missing") + ")";
      case 7:
        return "streak(" + value() + maybe(" skipping missing") + ")";
      case 8:
        return one_of({"sum(points * weight of criteria)", "any(criteria where points = 3)", "count(criteria)",
                       "points(x)", "weight(x)", "assessed weight(x)"});
      default:
        return "median gap(" + name() + maybe(" where " + value()) + maybe(" by " + name()) + ")";
    }
  }

  std::string rows(int depth) {
    return name() +
           maybe(one_of({" ever", " in last 2 quarters", " in previous month", " in this year", " since 2017-01-01"})) +
           maybe(gap() + "where " + expression(depth - 1));
  }

  std::string power(int depth) { return primary(depth) + (roll(8) == 0 ? "^2" : ""); }
  std::string negative(int depth) { return (roll(8) == 0 ? "-" : "") + power(depth); }
  std::string product(int depth) {
    return roll(3) == 0 ? negative(depth - 1) + one_of({" * ", "/"}) + negative(depth - 1) : negative(depth);
  }
  std::string sum(int depth) {
    return roll(3) == 0 ? product(depth - 1) + one_of({" + ", " - "}) + product(depth - 1) : product(depth);
  }
  std::string operand(int depth) {
    return roll(6) == 0 ? sum(depth - 1) + " if missing " + sum(depth - 1) : sum(depth);
  }
  std::string comparison(int depth) {
    switch (roll(9)) {
      case 0:
        return operand(depth) + one_of({" = ", "!=", "<", " <= ", ">", ">="}) + operand(depth - 1);
      case 1:
        return operand(depth) + maybe(" not") + " in (" + list([&] { return operand(depth - 1); }, ",") + ")";
      case 2:
        return operand(depth) + " between " + operand(depth - 1) + " and " + operand(depth - 1);
      case 3:
        return operand(depth) + one_of({" is missing", " is not missing", " is too_small"});
      case 4:
        return one_of({"at least ", "at most ", "above ", "below ", "equal to "}) + operand(depth);
      default:
        return operand(depth);
    }
  }
  std::string expression(int depth) {
    switch (depth <= 0 ? 9 : roll(8)) {
      case 0:
        return expression(depth - 1) + gap() + "or " + comparison(depth - 1);
      case 1:
        return comparison(depth - 1) + gap() + "and not " + comparison(depth - 1);
      default:
        return comparison(depth);
    }
  }
  std::string cases(int depth) {
    return list([&] { return expression(depth) + " when " + expression(depth); }, ",") + ",\n" + expression(depth) +
           " otherwise";
  }
  std::string body(int depth) { return roll(4) == 0 ? cases(depth - 1) : expression(depth); }
  std::string scale(int depth) {
    return list([&] { return sum(depth - 1) + " at " + sum(depth - 1); }, ",");
  }
  std::string table_of_points(int depth) { return roll(2) == 0 ? cases(depth) : scale(depth); }

  // --- definitions ------------------------------------------------------------------------------------------------

  std::string definition(int depth) {
    switch (roll(12)) {
      case 0:
        return "choice " + fresh() + maybe(label()) + maybe(gap() + basis()) + ": " + values();
      case 1:
        return table(depth);
      case 2:
        return "parameter " + fresh() + maybe(label()) + gap() +
               list([&] { return "from " + later_date() + " " + operand(depth) + maybe(gap() + basis()); }, "");
      case 3:
        return parameter_by(depth);
      case 4:
        return "measure " + fresh() + maybe(label()) + maybe(" by " + list([&] { return name(); }, ",")) + gap() +
               "= " + body(depth) + maybe(gap() + "rounded up to 2 places") +
               maybe(gap() + "assessed when " + expression(depth)) +
               maybe(gap() + "changeable " + one_of({"up", "down by 5%", "up by 1"})) + maybe(gap() + basis());
      case 5:
        return criterion(depth);
      case 6:
        return "score " + (is_first(scores_) ? "" : fresh()) + maybe(label()) + maybe(" weight 60% in total") + gap() +
               "= " + one_of({"weighted average of criteria", "sum of points"}) +
               maybe(gap() + "rounded to nearest 0.5");
      case 7:
        return is_first(outcomes_) ? "outcomes" + list([&] { return gap() + outcome(); }, "") : test();
      case 8:
        if (!is_first(decides_)) return criterion(depth);
        return "decide" + list([&] { return gap() + decision(depth); }, "") + gap() + "retain otherwise";
      case 9:
        return "guarantee" + maybe(label()) + gap() + promise(depth);
      case 10:
        return test();
      default:
        return "use \"bagian/" + fresh() + ".nilai\"";
    }
  }

  std::string values() {
    const std::string sign = one_of({",", " <"});
    return "first_value" + maybe(label()) + sign + " " +
           list([&] { return "v" + std::to_string(++last_fresh_) + maybe(label()); }, sign, 12);
  }

  std::string table(int depth) {
    const auto type = [&] {
      return one_of({"text", "date", "yes or no", "number", "number of days", "number in rupiah to 2 places",
                     "whole number", "whole number of visits", "one of a, b \"B\"", "stage", "number or why"});
    };
    const auto column = [&] {
      return "column " + fresh() + maybe(label()) + " " + type() + maybe(gap() + "optional") + maybe(" personal") +
             maybe(" protected") + maybe(" at least " + literal()) + maybe(gap() + "= " + body(depth));
    };
    std::string text = "table " + fresh() + maybe(label());
    if (roll(2) == 0) text += gap() + list(column, "\n");
    text += maybe(gap() + "key a" + maybe(", b" + label()));
    if (roll(2) == 0) text += gap() + "belongs to household by x" + maybe(" = y, z");
    text += maybe(gap() + one_of({"dated", "period"}) + " d" + maybe(label()));
    return text + maybe(gap() + basis());
  }

  std::string parameter_by(int depth) {
    const std::string head = "parameter " + fresh() + maybe(label()) + " by ";
    switch (roll(3)) {
      case 0:
        return head + "k" + gap() + "in \"data/cut.csv\"";
      case 1:
        return head + "k" + gap() +
               list([&] { return "from " + later_date() + gap() + table_of_points(depth) + "\n"; }, "");
      default:
        return head + "k, l, m" + gap() +
               list(
                   [&] {
                     return "for " + one_of({"a or b", "1 or 2", "yes", "\"x\""}) + ", " + fresh() + ": " +
                            table_of_points(depth);
                   },
                   "");
    }
  }

  std::string criterion(int depth) {
    std::string text = "criterion " + fresh() + maybe(label());
    text += maybe(" weight " + sum(0)) + maybe(gap() + "in total");
    text += maybe(gap() + "if missing " + one_of({"not assessed", "0 points", "-5 points", "weight to a 50%, b 50%"}));
    text += gap() + "measured by (" + expression(depth) + ")";
    text += gap() + "points " +
            one_of({"= limited(it, 0, 100)", "points_table", "0 at 30%, 100 at 95%", "1 when at least 3, 0 otherwise"});
    return text + maybe(gap() + "assessed when " + name() + " >= 30") + maybe(gap() + "code " + code()) +
           maybe(gap() + basis());
  }

  std::string outcome() {
    return one_of({"retain_", "coach_", "warn_"}) + std::to_string(++last_fresh_) + maybe(label()) +
           maybe(" confirmed by a person") + maybe(" outside the order") + maybe(gap() + basis());
  }
  std::string reason() {
    return one_of({"\"Nilai {score} di bawah 55\"", "\"\\{x\\} {count(visit) + 1}.\"", "\"\"", "\"a \\\"b\\\"\""});
  }
  std::string decision(int depth) {
    return one_of({"warn", "coach"}) + gap() + "when " + expression(depth) +
           maybe(gap() + "because " + reason() + maybe(" en " + reason())) + maybe(gap() + "code " + code()) +
           maybe(gap() + basis());
  }

  std::string promise(int depth) {
    switch (roll(7)) {
      case 0:
        return "raising x never " + one_of({"raises", "lowers"}) + " " + one_of({"score", "points(visits)"});
      case 1:
        return "raising x never " + one_of({"worsens", "improves"}) + " outcome";
      case 2:
        return "missing data never leads to warn";
      case 3:
        return "never code " + code() + " when " + expression(depth);
      case 4:
        return "never warn when " + expression(depth);
      case 5:
        return "never (" + expression(depth) + ")";
      default:
        return "(" + expression(depth) + ") is always " + expression(depth);
    }
  }

  std::string test() {
    const auto known = [&] {
      return one_of({"3", "yes", "no", "is missing", "high", "\"x\"", "62%", "2017-03-09", "-4"});
    };
    const auto pair = [&] { return fresh() + " " + known(); };
    std::string text = "test \"" + fresh() + "\"" + maybe(" " + basis()) + maybe(" in 2017-Q1");
    if (roll(2) == 0) text += gap() + "given companion " + list(pair, one_of({",", ""}));
    if (roll(2) == 0) text += gap() + "given 40 household " + list(pair, ",") + maybe(gap() + "having 1 visit a yes");
    if (roll(2) == 0)
      text += gap() + "given coverage " + one_of({"62%", "100 points", "not assessed"}) + maybe(" in last 2 quarters");
    const auto expectation = [&] {
      return "expect " +
             one_of({"outcome warn", "code NIL-01", "x 100 points", "x not assessed", "x is missing", "x 3"});
    };
    return text + gap() + list([&] { return expectation() + gap(); }, "");
  }

  static bool is_first(int& count) { return count++ == 0; }

  std::mt19937_64 random_;
  int last_fresh_ = 0;
  int scores_ = 0, outcomes_ = 0, decides_ = 0;
};

}  // namespace

std::string made_up_rulebook(std::uint64_t seed, int size) {
  return Author(seed).rulebook(size);
}

}  // namespace nilai::tests
