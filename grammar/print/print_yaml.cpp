#include "grammar/print/print_yaml.hpp"

#include "grammar/print/yaml/writer.hpp"

namespace nilai::grammar {

std::string print_yaml(const syntax::Rulebook& book, KeywordLanguage language, const std::vector<Comment>& comments) {
  std::vector<Line> lines;
  print::YamlWriter(book, language).document().write(lines, 0);
  return with_comments(lines, comments);
}

}  // namespace nilai::grammar
