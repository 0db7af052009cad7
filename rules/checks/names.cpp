#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grammar/print/words.hpp"
#include "rules/check.hpp"
#include "rules/score_name.hpp"

namespace nilai::rules {

namespace {

using grammar::Keyword;
using grammar::KeywordLanguage;
using text::Code;
using text::Phrase;

/// What is compared: `Period_End` reads like `period end`.
std::string folded(std::string_view name) {
  std::string all;
  for (const char c : name) {
    if (c == '`') continue;
    all += c == '_' ? ' ' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return all;
}

/// A name that the author gave, and what it could be called instead.
struct OwnName {
  const syntax::Name* name = nullptr;
  std::string instead;
};

/// A word of the language as it stands somewhere, where a name of the author's could stand too.
struct WordUse {
  Keyword word{};
  Span span;
  text::Message note;
};

/// Words by how they read, the first use of each.
using WordUses = std::map<std::string, WordUse>;

/// Finds the names that read like a word of the language which the rulebook uses too, at a place where both could
/// stand. A word that the rulebook does not use misleads nobody: `weight` and `code` are good names.
class NamesCheck {
 public:
  NamesCheck(const Model& model, text::Diagnostics& diagnostics)
      : model_(model),
        book_(*model.book),
        diagnostics_(diagnostics),
        has_given_score_(
            std::any_of(book_.scores.begin(), book_.scores.end(), [](const auto& one) { return !one.name; })) {}

  void run() {
    read_expressions();
    read_promises();
    read_types_and_rows();
    check_definitions();
    check_tables();
    check_choices();
  }

 private:
  // --- the words of the language that are used ----------------------------------------------------------------------

  void read_expressions() {
    for (std::uint32_t i = 0; i < book_.expressions.size(); ++i) {
      const syntax::Expression& expression = book_.at({i});
      if (const auto* name = std::get_if<syntax::NameUse>(&expression.node)) {
        read_name({i}, *name);
      } else if (const auto* phrase = std::get_if<syntax::PhraseUse>(&expression.node)) {
        const Keyword word = grammar::keyword_of(phrase->phrase);
        use(as_value_, word, expression.span, Phrase::word_of_given);
      } else if (const auto* call = std::get_if<syntax::Call>(&expression.node)) {
        read_call(*call);
      } else if (const auto* test = std::get_if<syntax::IsMissing>(&expression.node)) {
        read_is_missing(*test, expression.span);
      }
    }
  }

  void read_name(ExpressionId id, const syntax::NameUse& name) {
    const Span span = model_.at(id).span;
    if (model_.place(id).has_criterion) {
      for (const Keyword word : {Keyword::points, Keyword::value, Keyword::weight}) {
        if (is_spelt(source_text(model_, id), word)) use_as_written(as_value_, word, span, Phrase::words_of_criteria);
      }
    }
    if (!has_given_score_ || folded(name.name) != written(Keyword::score) || is_name_of_score(id)) return;
    const bool is_own =
        !std::holds_alternative<ScoreReference>(model_.reference(id)) && model_.place(id).at_hand == model_.subject;
    if (is_own) use(as_column_, Keyword::score, span, Phrase::word_of_score);
  }

  /// `raising M never raises score` names the score, and is no value.
  [[nodiscard]] bool is_name_of_score(ExpressionId id) const {
    return std::any_of(book_.guarantees.begin(), book_.guarantees.end(), [&](const syntax::Guarantee& one) {
      return one.kind == syntax::Guarantee::Kind::raising_score && one.subject == id;
    });
  }

  void read_call(const syntax::Call& call) {
    use(as_callee_, grammar::keyword_of(call.function), call.name_span, Phrase::word_of_function);
    const syntax::Rows* rows = rows_of(call);
    if (rows != nullptr && rows->of == syntax::Rows::Of::criteria) {
      use(as_table_, Keyword::criteria, rows->span, Phrase::word_of_rows);
    }
    if (call.function != syntax::Function::previous || !model_.choice_of_outcomes) return;
    for (const syntax::Argument& argument : call.arguments) {
      if (argument.value.is_none() || !is_spelt(source_text(model_, argument.value), Keyword::outcome)) continue;
      use_as_written(as_value_, Keyword::outcome, model_.at(argument.value).span, Phrase::word_of_decision);
    }
  }

  void read_is_missing(const syntax::IsMissing& test, Span span) {
    const auto* reference = std::get_if<ColumnReference>(&model_.reference(test.operand));
    const Column* column = reference == nullptr ? nullptr : &model_.column(*reference);
    if (column == nullptr || !column->reasons) return;
    const Choice& reasons = model_.choices[*column->reasons];
    if (test.is_negated) return;
    const std::string word = written(Keyword::is_missing), before = written(Keyword::is) + " ";
    const std::string read = word.starts_with(before) ? word.substr(before.size()) : word;
    keep(as_reason_[reasons.name], read, {Keyword::is_missing, span, {Phrase::word_of_empty_cell, {word}}});
  }

  /// What tests and guarantees say of the decision, where they could speak of something else by its name.
  void read_promises() {
    for (const syntax::Test& test : book_.tests) {
      for (const syntax::Expectation& one : test.expect) {
        if (one.kind == syntax::Expectation::Kind::known) continue;
        const bool is_code = one.kind == syntax::Expectation::Kind::code;
        use(as_expected_, is_code ? Keyword::code : Keyword::outcome, one.span, Phrase::word_of_decision);
      }
    }
    for (const syntax::Guarantee& guarantee : book_.guarantees) {
      if (guarantee.kind != syntax::Guarantee::Kind::raising_outcome) continue;
      use(as_expected_, Keyword::outcome, guarantee.promise_span, Phrase::word_of_decision);
    }
  }

  void read_types_and_rows() {
    for (const syntax::Table& table : book_.tables) {
      for (const syntax::Column& column : table.columns) {
        if (const auto word = word_of(column.type)) use(as_type_, *word, column.type.span, Phrase::word_of_type);
      }
    }
    for (const syntax::Parameter& parameter : book_.parameters) {
      for (const syntax::ParameterRows& rows : parameter.rows) {
        for (const syntax::ParameterRow& row : rows.rows) {
          const bool has_any =
              std::any_of(row.keys.begin(), row.keys.end(), [](const auto& key) { return key.empty(); });
          if (has_any) use(as_key_, Keyword::whatever, row.span, Phrase::word_of_any_key);
        }
      }
    }
  }

  static std::optional<Keyword> word_of(const syntax::Type& type) {
    if (type.plain == syntax::PlainType::text) return Keyword::text;
    if (type.plain == syntax::PlainType::date) return Keyword::date;
    if (type.plain == syntax::PlainType::number && !type.unit) return Keyword::number;
    return std::nullopt;
  }

  // --- the names of the author --------------------------------------------------------------------------------------

  void check_definitions() {
    for (const syntax::Measure& one : book_.measures) {
      check_definition(one.name, Keyword::measure, !one.inputs.empty());
      check(named(one.name, Keyword::measure), as_expected_);
    }
    for (const syntax::Parameter& one : book_.parameters) {
      check_definition(one.name, Keyword::parameter, !one.by.empty());
    }
    for (const syntax::Criterion& one : book_.criteria) check(named(one.name, Keyword::criterion), as_expected_);
    for (const syntax::Score& one : book_.scores) {
      if (!one.name) continue;
      check_definition(*one.name, Keyword::score, false);
      check(named(*one.name, Keyword::score), as_expected_);
    }
  }

  void check_definition(const syntax::Name& name, Keyword kind, bool is_called) {
    check(named(name, kind), is_called ? as_callee_ : as_value_);
  }

  void check_tables() {
    for (const syntax::Table& table : book_.tables) {
      check(named(table.name, Keyword::table), as_table_);
      const auto check_column = [&](const syntax::Name& name) {
        const OwnName own{&name, table.name.text + "_" + name.text};
        check(own, as_value_);
        check(own, as_column_);
      };
      for (const syntax::LabelledName& one : table.key) check_column(one.name);
      for (const syntax::Column& one : table.columns) check_column(one.name);
      for (const syntax::Column& one : table.columns) check_values(one.type.values, one.name.text);
    }
  }

  void check_choices() {
    for (const syntax::Choice& choice : book_.choices) {
      check(named(choice.name, Keyword::choice), as_type_);
      check_values(choice.values, choice.name.text);
    }
  }

  void check_values(const syntax::ChoiceValues& values, const std::string& choice) {
    const auto reasons = as_reason_.find(choice);
    for (const syntax::ChoiceValue& value : values.values) {
      const OwnName own{&value.name, choice + "_" + value.name.text};
      check(own, as_key_);
      if (reasons != as_reason_.end()) check(own, reasons->second);
    }
  }

  /// Another name tells what it is: `points_measure`, in Indonesian `ukuran_poin`.
  OwnName named(const syntax::Name& name, Keyword kind) const {
    const std::string word = written(kind);
    const bool is_english = book_.language == KeywordLanguage::english;
    return {&name, is_english ? name.text + "_" + word : word + "_" + name.text};
  }

  void check(const OwnName& own, const WordUses& uses) {
    const auto found = uses.find(folded(own.name->text));
    if (found == uses.end()) return;
    const WordUse& word = found->second;
    auto& diagnostic = diagnostics_.add(Code::name_like_keyword, own.name->span, {own.name->text, written(word.word)});
    diagnostic.labels.push_back({word.span, {Phrase::either_is_read, {}}});
    diagnostic.notes.push_back(word.note);
    diagnostic.fixes.push_back({{Phrase::another_name, {own.instead}}, std::nullopt, {}});
    if (word.word != Keyword::score) return;
    const std::string named = book_.language == KeywordLanguage::english ? "score overall" : "nilai akhir";
    diagnostic.fixes.push_back({{Phrase::name_the_score, {named}}, std::nullopt, {}});
  }

  // --- words --------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::string written(Keyword word) const { return grammar::word(word, book_.language); }

  /// Whether a name in the text is the word in either language: in rows of criteria, both are read so.
  static bool is_spelt(const std::string& name, Keyword word) {
    constexpr std::array languages = {KeywordLanguage::english, KeywordLanguage::indonesian};
    return std::any_of(languages.begin(), languages.end(),
                       [&](KeywordLanguage language) { return folded(name) == grammar::written(word, language); });
  }

  /// Notes a use of the word, as the rulebook's language spells it.
  void use(WordUses& uses, Keyword word, Span span, Phrase note) {
    keep(uses, written(word), {word, span, {note, {written(word)}}});
  }

  /// The same, as the word is spelt where it stands.
  void use_as_written(WordUses& uses, Keyword word, Span span, Phrase note) {
    keep(uses, folded(source_text(model_, span)), {word, span, {note, {written(word)}}});
  }

  /// Expressions do not stand in the order of the text: the first use is the one that is shown.
  static void keep(WordUses& uses, const std::string& reads, WordUse found) {
    const auto [known, is_new] = uses.try_emplace(reads, found);
    if (!is_new && found.span.begin < known->second.span.begin) known->second = std::move(found);
  }

  const Model& model_;
  const syntax::Rulebook& book_;
  text::Diagnostics& diagnostics_;
  const bool has_given_score_;            ///< one without a name
  WordUses as_value_;                     ///< where a definition or a column could stand
  WordUses as_column_;                    ///< where a column has been found
  WordUses as_callee_;                    ///< before a parenthesis
  WordUses as_expected_;                  ///< in tests and guarantees
  WordUses as_table_, as_type_, as_key_;  ///< where rows are taken; as the type of a column; in rows of a parameter
  std::map<std::string, WordUses> as_reason_;  ///< after `is`, for the reasons of a choice
};

}  // namespace

void check_names(const Model& model, text::Diagnostics& diagnostics) {
  NamesCheck(model, diagnostics).run();
}

}  // namespace nilai::rules
