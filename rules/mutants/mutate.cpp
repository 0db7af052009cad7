#include "rules/mutants/mutate.hpp"

#include "rules/files/read_files.hpp"
#include "rules/tests/run_test.hpp"

namespace nilai::rules {

namespace {

bool passes_all(const Compiled& compiled) {
  for (std::size_t test = 0; test < compiled.tests.size(); ++test) {
    if (!run_test(compiled, test).has_passed()) return false;
  }
  return true;
}

}  // namespace

MutationResult try_mutants(const Compiled& compiled) {
  MutationResult result;
  text::Diagnostics none;
  text::Source source = compiled.source;                                // has the texts of all files
  const syntax::Rulebook written = read_files(source, no_files, none);  // before anything is written out
  for (Mutant& mutant : mutants_of(written, compiled.source)) {
    syntax::Rulebook book = written;
    mutant.apply(book);
    text::Diagnostics diagnostics;
    const auto mutated = compile(compiled.source, std::move(book), diagnostics);
    if (mutated == nullptr) {
      ++result.refused_count;
    } else if (passes_all(*mutated)) {
      result.unnoticed.push_back(std::move(mutant));
    } else {
      ++result.noticed_count;
    }
  }
  return result;
}

}  // namespace nilai::rules
