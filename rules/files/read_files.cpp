#include "rules/files/read_files.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "grammar/given_names.hpp"
#include "grammar/read.hpp"
#include "grammar/syntax/moves.hpp"
#include "grammar/syntax/parts.hpp"
#include "rules/files/amend.hpp"
#include "rules/files/folder.hpp"
#include "rules/files/parameter_file.hpp"

namespace nilai::rules {

namespace {

using syntax::ExpressionId;
using syntax::Rulebook;
using File = text::Source::File;

template <class T>
void append(std::vector<T>& into, std::vector<T>& from) {
  into.insert(into.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

/// Moves the expressions of `from` behind those of `into`, so that they can be spoken of there.
void append_expressions(Rulebook& into, Rulebook& from) {
  syntax::move_tree(from, 0, static_cast<std::uint32_t>(into.expressions.size()));
  append(into.expressions, from.expressions);
  append(into.scalars, from.scalars);
}

void append_definitions(Rulebook& into, Rulebook& from) {
  append(into.choices, from.choices);
  append(into.tables, from.tables);
  append(into.parameters, from.parameters);
  append(into.measures, from.measures);
  append(into.criteria, from.criteria);
  append(into.scores, from.scores);
  append(into.outcomes, from.outcomes);
  append(into.decides, from.decides);
  append(into.guarantees, from.guarantees);
  append(into.tests, from.tests);
}

/// What an amendment has replaced leads nowhere any more: no later stage should look at it.
void forget_replaced(Rulebook& book) {
  std::vector<bool> is_needed(book.expressions.size(), false);
  const syntax::Visits roots{[](syntax::Span&) {}, [&](ExpressionId& id) { is_needed[id.index] = true; }};
  syntax::visit_definitions(book, roots);
  for (std::size_t i = is_needed.size(); i-- > 0;) {  // parts stand before the whole
    if (!is_needed[i]) {
      book.expressions[i].node = syntax::FlagLiteral{};
    } else {
      syntax::visit_parts(book.expressions[i], [&](ExpressionId part) { is_needed[part.index] = true; });
    }
  }
}

class FilesReader {
 public:
  FilesReader(text::Source& source, const ReadFile& read_file, text::Diagnostics& diagnostics)
      : diagnostics_(diagnostics), source_(source), folder_(source, read_file) {}

  Rulebook run() {
    Rulebook book = with_others(*source_.files().front(), grammar::read(source_, diagnostics_));
    // What the language calls by a name of its own may stand in another file than what it speaks of.
    if (source_.files().size() > 1 && is_indonesian_) grammar::name_as_in_english(book);
    if (has_amended_) forget_replaced(book);
    for (syntax::Parameter& parameter : book.parameters) {
      if (!parameter.file) continue;
      const File* file = folder_.open(*parameter.file, diagnostics_);
      if (file != nullptr) read_parameter_file(book, parameter, *file, diagnostics_);
    }
    return book;
  }

 private:
  /// The tree of a file, with what it uses and what it amends.
  Rulebook read(const File& file) {
    text::Diagnostics found;
    Rulebook book = grammar::read(text::Source(file.name, file.text), found);
    diagnostics_.add_all(std::move(found), file.begin);
    syntax::move_tree(book, file.begin, 0);
    return with_others(file, std::move(book));
  }

  Rulebook with_others(const File& file, Rulebook own) {
    is_indonesian_ = is_indonesian_ || own.language == grammar::KeywordLanguage::indonesian;
    if (own.uses.empty() && !own.amends.is_there()) return own;
    open_.push_back(file.name);
    const File* base = own.amends.is_there() ? open(own.amends) : nullptr;
    Rulebook book = base != nullptr ? read(*base) : Rulebook();
    for (const syntax::Text& path : own.uses) {
      const File* used = open(path);
      if (used == nullptr || !done_.insert(used->name).second) continue;
      Rulebook part = read(*used);
      append_expressions(book, part);
      append_definitions(book, part);
    }
    open_.pop_back();
    append_expressions(book, own);
    if (base != nullptr) {
      has_amended_ = true;
      const std::string amended = own.amends.text;
      amend(book, amended, std::move(own), diagnostics_);
      return book;
    }
    append_definitions(book, own);
    append_definitions(own, book);
    own.expressions = std::move(book.expressions);
    own.scalars = std::move(book.scalars);
    return own;
  }

  /// Null where there is no such file, or it is one that is being read; that is reported.
  const File* open(const syntax::Text& path) {
    const File* file = folder_.open(path, diagnostics_);
    if (file == nullptr) return nullptr;
    const auto again = std::find(open_.begin(), open_.end(), file->name);
    if (again == open_.end()) return file;
    std::string circle;
    for (auto step = again; step != open_.end(); ++step) circle += *step + " → ";
    diagnostics_.add(text::Code::files_in_a_circle, path.span, {circle + file->name});
    return nullptr;
  }

  text::Diagnostics& diagnostics_;
  text::Source& source_;
  Folder folder_;
  std::vector<std::string> open_;  ///< the files on the way to the one that is read
  std::set<std::string> done_;     ///< used already
  bool is_indonesian_ = false;
  bool has_amended_ = false;
};

}  // namespace

Rulebook read_files(text::Source& source, const ReadFile& read_file, text::Diagnostics& diagnostics) {
  return FilesReader(source, read_file, diagnostics).run();
}

}  // namespace nilai::rules
