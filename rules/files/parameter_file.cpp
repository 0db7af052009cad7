#include "rules/files/parameter_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/scan/cell_text.hpp"
#include "engine/scan/choice_matcher.hpp"
#include "grammar/print/words.hpp"
#include "grammar/text/render.hpp"
#include "rules/files/csv_file.hpp"

namespace nilai::rules {

namespace {

using grammar::Cell;
using grammar::Keyword;
using grammar::KeywordLanguage;
using syntax::ExpressionId;
using syntax::Operator;
using text::Code;
using text::Phrase;
using text::Span;

constexpr std::array languages = {KeywordLanguage::english, KeywordLanguage::indonesian};

/// A word of the language, in either of them: the office's files may be older than the rulebook.
bool is_word(const std::string& text, Keyword word, const std::string& before = {}) {
  return std::any_of(languages.begin(), languages.end(), [&](KeywordLanguage language) {
    return engine::equal_ignoring_case(text, before + std::string(grammar::written(word, language)));
  });
}

/// Which column of the file is what.
struct Columns {
  std::vector<std::optional<std::size_t>> keys;  ///< of each key; the last may have bounds in its place
  std::optional<std::size_t> at_least, at_most, from, value;
};

class ParameterFile {
 public:
  ParameterFile(syntax::Rulebook& book, syntax::Parameter& parameter, text::Diagnostics& diagnostics)
      : book_(book), parameter_(parameter), diagnostics_(diagnostics) {
    const auto add_choice = [this](const syntax::ChoiceValues& values) {
      engine::ChoicePlan choice;
      for (const syntax::ChoiceValue& value : values.values) {
        choice.items.push_back({value.name.text, value.label.text});
      }
      if (!choice.items.empty()) choices_.push_back({engine::ChoiceMatcher(choice), std::move(choice)});
    };
    for (const syntax::Choice& choice : book.choices) add_choice(choice.values);
    for (const syntax::Table& table : book.tables) {
      for (const syntax::Column& column : table.columns) add_choice(column.type.values);
    }
  }

  void read(const text::Source::File& file) {
    const std::vector<FileRow> rows = read_csv_file(file, diagnostics_);
    if (rows.empty() || !find_columns(rows.front())) return;
    for (std::size_t i = 1; i < rows.size(); ++i) add(rows[i]);
    if (has_mistakes_) return;
    std::stable_sort(blocks_.begin(), blocks_.end(), [](const Block& a, const Block& b) { return a.from < b.from; });
    for (Block& block : blocks_) parameter_.rows.push_back(written(block));
    parameter_.file.reset();
  }

 private:
  using Date = std::optional<std::tuple<int, int, int>>;

  /// The rows of a file that are one row of the parameter: cases over its last key.
  struct Group {
    std::vector<std::vector<ExpressionId>> keys;
    syntax::Cases cases;
    Span span;
  };
  struct Block {
    Date from;
    std::vector<Group> groups;
    std::map<std::vector<std::string>, std::size_t> by_keys;
  };
  struct Matched {
    engine::ChoiceMatcher matcher;
    engine::ChoicePlan choice;
  };

  // --- headers ------------------------------------------------------------------------------------------------------

  /// Finds what each column is; every header that is nothing, or for which there is one already, is reported.
  bool find_columns(const FileRow& headers) {
    columns_.keys.resize(parameter_.by.size());
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < headers.cells.size(); ++i) {
      std::optional<std::size_t>* place = place_of(headers.cells[i].text);
      if (place == nullptr) {
        left.push_back(i);
      } else if (*place) {
        refuse(headers.cells[i]);
      } else {
        *place = i;
      }
    }
    for (const std::size_t column : left) {
      const std::string& header = headers.cells[column].text;
      const bool is_value = left.size() == 1 || is_word(header, Keyword::value) || header == parameter_.name.text;
      if (is_value && !columns_.value) {
        columns_.value = column;
      } else {
        refuse(headers.cells[column]);
      }
    }
    if (columns_.keys.back() && (columns_.at_least || columns_.at_most)) {
      refuse(headers.cells[columns_.at_least ? *columns_.at_least : *columns_.at_most]);
    }
    const bool has_bounds = columns_.at_least || columns_.at_most;
    for (std::size_t k = 0; k < parameter_.by.size(); ++k) {
      const bool is_there = columns_.keys[k] || (k + 1 == parameter_.by.size() && has_bounds);
      if (!is_there) miss(headers, parameter_.by[k].text);
    }
    if (left.empty()) miss(headers, std::string(grammar::written(Keyword::value, book_.language)));
    return !has_mistakes_;
  }

  std::optional<std::size_t>* place_of(const std::string& header) {
    for (std::size_t k = 0; k < parameter_.by.size(); ++k) {
      if (engine::equal_ignoring_case(header, parameter_.by[k].text)) return &columns_.keys[k];
    }
    const std::string bounded = parameter_.by.back().text + " ";
    if (is_word(header, Keyword::at_least, bounded)) return &columns_.at_least;
    if (is_word(header, Keyword::at_most, bounded)) return &columns_.at_most;
    return is_word(header, Keyword::from) ? &columns_.from : nullptr;
  }

  void refuse(const Cell& header) {
    has_mistakes_ = true;
    auto& diagnostic =
        diagnostics_.add(Code::column_without_place, header.span, {text::shown(header.text), parameter_.name.text});
    diagnostic.notes.push_back({Phrase::columns_of_a_file, {parameter_.by.back().text}});
    diagnostic.labels.push_back({parameter_.file->span, {Phrase::read_here, {}}});
  }

  void miss(const FileRow& headers, const std::string& column) {
    has_mistakes_ = true;
    auto& diagnostic = diagnostics_.add(Code::no_column_for, headers.span, {column});
    diagnostic.notes.push_back({Phrase::columns_of_a_file, {parameter_.by.back().text}});
    diagnostic.labels.push_back({parameter_.file->span, {Phrase::read_here, {}}});
  }

  // --- rows ---------------------------------------------------------------------------------------------------------

  void add(const FileRow& row) {
    Block* block = block_of(row);
    const ExpressionId value = read(row, *columns_.value);
    if (block == nullptr || value.is_none()) return;
    Group* group = group_of(row, *block);
    if (group == nullptr) return;
    if (!group->cases.cases.empty() && group->cases.cases.back().condition.is_none()) {
      has_mistakes_ = true;
      diagnostics_.add(Code::otherwise_not_last, row.span);
      return;
    }
    const ExpressionId when = condition(row);
    if (has_mistakes_) return;  // what is missing here is no `otherwise`
    group->cases.cases.push_back({value, when, row.span});
    group->span = {std::min(group->span.begin, row.span.begin), row.span.end};
  }

  /// The rows of the same date.
  Block* block_of(const FileRow& row) {
    Date from;
    if (columns_.from) {
      const Cell& cell = row.cells[*columns_.from];
      if (is_empty(cell, row)) return nullptr;
      const auto date = grammar::read_date_cell(cell, diagnostics_);
      if (!date) return mistake();
      from = {date->year, date->month, date->day};
    }
    auto found = std::find_if(blocks_.begin(), blocks_.end(), [&](const Block& block) { return block.from == from; });
    if (found == blocks_.end()) found = blocks_.insert(found, Block{from, {}, {}});
    return &*found;
  }

  Block* mistake() {
    has_mistakes_ = true;
    return nullptr;
  }

  /// The rows for the same values of all keys but the last.
  Group* group_of(const FileRow& row, Block& block) {
    std::vector<std::string> texts;
    std::vector<std::vector<ExpressionId>> keys;
    for (std::size_t k = 0; k + 1 < columns_.keys.size(); ++k) {
      const Cell& cell = row.cells[*columns_.keys[k]];
      const bool is_any = is_word(cell.text, Keyword::whatever);
      const ExpressionId value = is_any ? ExpressionId{} : read(row, *columns_.keys[k]);
      if (!is_any && value.is_none()) return nullptr;
      const auto* name = is_any ? nullptr : std::get_if<syntax::NameUse>(&book_.at(value).node);
      texts.push_back(name != nullptr ? name->name : cell.text);
      keys.push_back(is_any ? std::vector<ExpressionId>() : std::vector<ExpressionId>{value});
    }
    const auto [place, is_new] = block.by_keys.try_emplace(std::move(texts), block.groups.size());
    if (is_new) block.groups.push_back({std::move(keys), {}, row.span});
    return &block.groups[place->second];
  }

  /// What a row says of the last key; none: it is for every value.
  ExpressionId condition(const FileRow& row) {
    if (const auto key = columns_.keys.back()) {
      return is_word(row.cells[*key].text, Keyword::whatever) ? ExpressionId{} : read(row, *key);
    }
    const ExpressionId low = bound(row, columns_.at_least, Operator::at_least);
    const ExpressionId high = bound(row, columns_.at_most, Operator::at_most);
    if (low.is_none() || high.is_none()) return low.is_none() ? high : low;
    return add({syntax::Binary{Operator::both, low, high, row.span}, row.span, false});
  }

  ExpressionId bound(const FileRow& row, std::optional<std::size_t> column, Operator operation) {
    if (!column || row.cells[*column].text.empty()) return {};
    const ExpressionId value = read(row, *column);
    if (value.is_none()) return {};
    return add({syntax::BareComparison{operation, value}, row.cells[*column].span, false});
  }

  // --- cells --------------------------------------------------------------------------------------------------------

  bool is_empty(const Cell& cell, const FileRow& row) {
    if (!cell.text.empty()) return false;
    has_mistakes_ = true;
    const Span place = cell.span.begin < row.span.end ? cell.span : row.span;
    auto& diagnostic = diagnostics_.add(Code::cell_left_empty, place);
    diagnostic.notes.push_back({Phrase::any_is_every, {grammar::word(Keyword::whatever, book_.language)}});
    return true;
  }

  ExpressionId read(const FileRow& row, std::size_t column) {
    const Cell& cell = row.cells[column];
    if (is_empty(cell, row)) return {};
    const ExpressionId id = grammar::read_cells({cell}, book_.language, book_, diagnostics_).front();
    if (id.is_none()) {
      has_mistakes_ = true;
    } else if (std::holds_alternative<syntax::TextLiteral>(book_.at(id).node) && cell.text.front() != '"') {
      if (const auto name = value_called(cell.text)) book_.expressions[id.index].node = syntax::NameUse{*name};
    }
    return id;
  }

  /// The value of a choice that has this name or label, where that is one.
  std::optional<std::string> value_called(const std::string& text) {
    std::optional<std::string> name;
    for (Matched& one : choices_) {
      const auto index = one.matcher.find(text);
      if (!index) continue;
      const std::string& found = one.choice.items[static_cast<std::size_t>(*index)].name;
      if (name && *name != found) return std::nullopt;
      name = found;
    }
    return name;
  }

  ExpressionId add(syntax::Expression expression) {
    book_.expressions.push_back(std::move(expression));
    return {static_cast<std::uint32_t>(book_.expressions.size() - 1)};
  }

  // --- what is made of them -----------------------------------------------------------------------------------------

  syntax::ParameterRows written(Block& block) {
    syntax::ParameterRows rows;
    if (block.from) {
      const auto [year, month, day] = *block.from;
      rows.from = syntax::DateLiteral{year, month, day};
    }
    rows.span = block.groups.front().span;
    for (Group& group : block.groups) {
      const ExpressionId body = add({std::move(group.cases), group.span, false});
      rows.rows.push_back({std::move(group.keys), body, group.span});
    }
    return rows;
  }

  syntax::Rulebook& book_;
  syntax::Parameter& parameter_;
  text::Diagnostics& diagnostics_;
  std::vector<Matched> choices_;
  Columns columns_;
  std::vector<Block> blocks_;
  bool has_mistakes_ = false;
};

}  // namespace

void read_parameter_file(syntax::Rulebook& book, syntax::Parameter& parameter, const text::Source::File& file,
                         text::Diagnostics& diagnostics) {
  ParameterFile(book, parameter, diagnostics).read(file);
}

}  // namespace nilai::rules
