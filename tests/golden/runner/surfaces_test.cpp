// What is wrong with a rulebook is said alike whatever it is written in: every rulebook that a case checks is put on
// all four surfaces, and checked there.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/rulebook_file.hpp"
#include "golden/runner/case_file.hpp"
#include "golden/runner/case_folder.hpp"
#include "golden/runner/problem_words.hpp"
#include "grammar/print/print.hpp"
#include "grammar/read.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "rules/compile.hpp"
#include "rules/files/read_files.hpp"

namespace nilai::tests {
namespace {

using grammar::Form;
using grammar::KeywordLanguage;
using grammar::Surface;
using text::Code;

/// Diagnostics that only one form has, and why.
const std::map<Code, std::string_view> native_alone = {
    {Code::not_a_definition, "a key that is none is `unknown_key`"},
    {Code::unknown_clause, "a key that is none is `unknown_key`"},
    {Code::clause_twice, "a key that stands twice is `key_twice`"},
    {Code::head_not_first, "keys have no order"},
    {Code::values_in_two_ways, "keys that do not go together are `keys_exclude`"},
    {Code::column_defined_twice, "a key that stands twice is `key_twice`"},
    {Code::second_outcomes, "a key that stands twice is `key_twice`"},
    {Code::second_decide, "a key that stands twice is `key_twice`"},
};
const std::map<Code, std::string_view> yaml_alone = {
    {Code::not_yaml, "speaks of YAML"},
    {Code::second_document, "speaks of YAML"},
    {Code::yaml_tag, "speaks of YAML"},
    {Code::yaml_anchor, "speaks of YAML"},
    {Code::yaml_alias, "speaks of YAML"},
    {Code::yaml_merge, "speaks of YAML"},
    {Code::key_twice, "the native form has clauses: `clause_twice`"},
    {Code::key_not_text, "the native form has no keys"},
    {Code::unknown_key, "the native form has clauses: `unknown_clause`"},
    {Code::wrong_shape, "the native form has no lists and mappings"},
    {Code::nothing_written, "what a clause needs is `expected`"},
    {Code::key_left_out, "what a clause needs is `expected`"},
    {Code::keys_exclude, "the grammar lets one of both follow: `expected`"},
    {Code::not_a_name, "where a name is due, a word is one or is `expected`"},
    {Code::yaml_nested_too_deep, "the native form has no lists and mappings"},
};

/// Diagnostics of texts in Indonesian alone, where a point parts thousands.
const std::set<Code> indonesian_alone = {Code::thousands_point};

/// What stands in a file of rows has neither form; the last ones speak of data and of files that are no rulebooks.
bool is_of_rulebooks(Code code) {
  return code < Code::no_column_for || (code > Code::too_many_file_rows && code < Code::dataset_not_yaml);
}

struct Checked {
  text::Source source;
  text::Diagnostics diagnostics;
};

Checked check(const std::string& name) {
  Checked checked{text::Source(name, read_text(name)), {}};
  const auto beside = app::files_beside(checked.source, text::Language::en);
  syntax::Rulebook book = rules::read_files(checked.source, beside, checked.diagnostics);
  rules::compile(checked.source, std::move(book), checked.diagnostics);
  checked.diagnostics.sort();
  return checked;
}

/// A problem without its place in the file: definitions stand in another order on another surface.
struct Problem {
  Code code{};
  std::string message;              ///< with what belongs to it, in English
  std::vector<std::string> places;  ///< what is marked, and what its labels and fixes speak of

  friend auto operator<=>(const Problem&, const Problem&) = default;
};

std::vector<Problem> problems_of(const Checked& checked) {
  std::vector<Problem> problems;
  for (const text::Diagnostic& diagnostic : checked.diagnostics.all()) {
    Problem problem{diagnostic.code, {}, {std::string(checked.source.text(diagnostic.span))}};
    for (const std::string& text : texts_of(diagnostic, text::Language::en)) problem.message += text + "\n";
    for (const text::Label& label : diagnostic.labels) {
      problem.places.emplace_back(checked.source.text(label.span));
    }
    for (const text::Fix& fix : diagnostic.fixes) {
      if (fix.span) problem.places.emplace_back(checked.source.text(*fix.span));
    }
    problems.push_back(std::move(problem));
  }
  std::sort(problems.begin(), problems.end());
  return problems;
}

std::multiset<Code> codes_of(const std::vector<Problem>& problems) {
  std::multiset<Code> codes;
  for (const Problem& problem : problems) codes.insert(problem.code);
  return codes;
}

std::multiset<Code> codes_in_any_language(const std::vector<Problem>& problems) {
  std::multiset<Code> codes = codes_of(problems);
  for (const Code code : indonesian_alone) codes.erase(code);
  return codes;
}

std::string shown(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    text += "\n  " + text::code_text(problem.code) + " " + problem.message;
    for (const std::string& place : problem.places) text += "    at: " + place + "\n";
  }
  return text;
}

/// The same problems are found, the same is said of them, and it is said of the same.
void alike(const std::vector<Problem>& native, const std::vector<Problem>& yaml, KeywordLanguage language) {
  INFO("native:" << shown(native) << "\nYAML:" << shown(yaml));
  CHECK(codes_of(native) == codes_of(yaml));
  if (codes_of(native) != codes_of(yaml)) return;
  for (std::size_t i = 0; i < native.size(); ++i) {
    CHECK(native[i].message == yaml[i].message);
    CHECK(native[i].places.size() == yaml[i].places.size());
    for (std::size_t place = 0; place < std::min(native[i].places.size(), yaml[i].places.size()); ++place) {
      CAPTURE(native[i].places[place], yaml[i].places[place]);
      CHECK(is_same_construct(native[i].places[place], yaml[i].places[place], language));
    }
  }
}

/// What a key cannot say twice is found while the text is read: there, the rest is not to be compared.
bool has_key_twice(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.code == Code::key_twice; });
}

/// How each diagnostic is shown by the cases: in texts of which forms, in which languages.
struct Sight {
  std::set<Form> forms;
  std::set<text::Language> languages;
};
using Sights = std::map<Code, Sight>;

/// `book.nilai:9:23: error[N2101]: …`
void see(const std::string& printed, Sights& sights) {
  std::istringstream lines(printed);
  for (std::string line; std::getline(lines, line);) {
    const std::string name = line.substr(0, line.find(':'));
    const std::size_t at = line.find("[N");
    if (at == std::string::npos || line.compare(at + 6, 2, "]:") != 0) continue;
    const std::string_view before = std::string_view(line).substr(0, at);
    const bool is_english = before.ends_with("error") || before.ends_with("warning");
    Sight& sight = sights[static_cast<Code>(std::stoul(line.substr(at + 2, 4)))];
    if (name.ends_with(".nilai") || name.ends_with(".yaml")) sight.forms.insert(grammar::form_of(name));
    sight.languages.insert(is_english ? text::Language::en : text::Language::id);
  }
}

/// Puts a rulebook on every surface, and compares what is said of it.
class OnEverySurface {
 public:
  explicit OnEverySurface(std::string name) : name_(std::move(name)) {}

  void run() {
    const std::vector<Problem> problems = problems_of(check(name_));
    text::Diagnostics unread;
    const text::Source source(name_, read_text(name_));
    const syntax::Rulebook book = grammar::read(source, unread);
    if (unread.has_errors()) return;

    for (const KeywordLanguage language : {KeywordLanguage::english, KeywordLanguage::indonesian}) {
      const auto on = [&](Form form) { return printed(book, source, {form, language}); };
      const std::vector<Problem> native = on(Form::native), yaml = on(Form::yaml);
      INFO("as written:" << shown(problems) << "\nprinted:" << shown(native));
      CHECK(codes_in_any_language(problems) == codes_in_any_language(native));
      if (!has_key_twice(yaml)) alike(native, yaml, language);
    }
  }

 private:
  std::vector<Problem> printed(const syntax::Rulebook& book, const text::Source& source, Surface surface) {
    const bool is_english = surface.language == KeywordLanguage::english;
    const std::filesystem::path name =
        std::string(is_english ? "english" : "indonesian") + (surface.form == Form::native ? ".nilai" : ".yaml");
    const std::string path = (std::filesystem::path(name_).parent_path() / name).string();
    write({path, grammar::print(book, source, surface)});
    const Checked checked = check(path);
    const std::set<std::string> nothing;
    CHECK(words_left_over(checked.diagnostics, checked.source, surface.language) == nothing);
    return problems_of(checked);
  }

  std::string name_;
};

/// The rulebooks that a command checks: `nilai check FILE…`, without options.
std::vector<std::string> rulebooks_of(const Command& command) {
  const std::vector<std::string>& words = command.words;
  if (words.size() < 3 || words[1] != "check") return {};
  std::vector<std::string> names(words.begin() + 2, words.end());
  const bool is_plain = std::all_of(names.begin(), names.end(), [](const std::string& name) {
    return !name.starts_with("-") && std::filesystem::is_regular_file(name);
  });
  return is_plain ? names : std::vector<std::string>();
}

}  // namespace

TEST_CASE("what is wrong is said alike on every surface", "[golden]") {
  for (const std::filesystem::path& path : case_paths()) {
    const std::string text = read_text(path);
    const CaseFile file = read_case(text);
    const CaseFolder there;
    for (const Step& step : file.steps) {
      if (const auto* write_file = std::get_if<WriteFile>(&step)) {
        write(*write_file);
        continue;
      }
      for (const std::string& name : rulebooks_of(std::get<Command>(step))) {
        INFO(path.lexically_relative(golden_folder()).string() << ": " << name);
        OnEverySurface(name).run();
      }
    }
  }
}

TEST_CASE("every diagnostic of a rulebook is shown in both forms and both languages", "[golden]") {
  Sights sights;
  for (const std::filesystem::path& path : case_paths()) {
    const std::string text = read_text(path);
    for (const Step& step : read_case(text).steps) {
      if (const auto* command = std::get_if<Command>(&step)) see(command->expected, sights);
    }
  }
  for (const text::CatalogueEntry& entry : text::catalogue()) {
    const Sight& sight = sights[entry.code];
    CAPTURE(text::code_text(entry.code), entry.name);
    if (entry.code < Code::dataset_not_yaml) CHECK(sight.languages.size() == 2);
    if (!is_of_rulebooks(entry.code)) continue;
    CHECK(sight.forms.contains(Form::native) != yaml_alone.contains(entry.code));
    CHECK(sight.forms.contains(Form::yaml) != native_alone.contains(entry.code));
  }
}

}  // namespace nilai::tests
