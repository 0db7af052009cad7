#include "grammar/text/pages.hpp"

#include <algorithm>

#include "grammar/text/page_files.hpp"

namespace nilai::text {

namespace {

constexpr std::string_view heading = "# ";
constexpr std::string_view fence = "```";

/// What stands before the first `mark`, which is taken off `rest` with it; all of it where there is no mark.
std::string_view take_until(std::string_view& rest, char mark) {
  const std::size_t end = std::min(rest.find(mark), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

std::string_view without_empty_ends(std::string_view lines) {
  while (lines.starts_with('\n')) lines.remove_prefix(1);
  while (lines.ends_with('\n')) lines.remove_suffix(1);
  return lines;
}

/// Goes through a page line by line.
class PageReader {
 public:
  explicit PageReader(std::string_view text) : rest_(text) {}

  Page read() {
    while (!rest_.empty()) {
      const std::string_view line = take_until(rest_, '\n');
      if (line.starts_with(heading)) {
        read_wording(line.substr(heading.size()));
      } else if (line.starts_with(fence)) {
        read_example(line.substr(fence.size()));
      }
    }
    return page_;
  }

 private:
  /// The first heading opens the English part, the second the Indonesian one.
  void read_wording(std::string_view title) {
    PageWording& wording = page_.en.title.empty() ? page_.en : page_.id;
    const std::size_t end = std::min({rest_.find("\n# "), rest_.find("\n```"), rest_.size()});
    wording = {title, without_empty_ends(rest_.substr(0, end))};
    rest_.remove_prefix(end);
  }

  /// `KIND before|after [FILE] [escaped]` stands behind the fence.
  void read_example(std::string_view head) {
    PageExample example;
    example.kind = take_until(head, ' ');
    const std::string_view role = take_until(head, ' ');
    while (!head.empty()) {
      const std::string_view word = take_until(head, ' ');
      if (word == "escaped") {
        example.is_escaped = true;
      } else {
        example.file = word;
      }
    }
    const std::size_t end = std::min(rest_.find(fence), rest_.size());
    example.text = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + fence.size(), rest_.size()));
    if (role == "before") page_.before = example;
    if (role == "after") page_.after = example;
  }

  std::string_view rest_;
  Page page_;
};

}  // namespace

std::optional<Page> page(Code code) {
  const auto& files = page_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [name = code_text(code) + ".md"](const EmbeddedFile& f) { return f.name == name; });
  if (found == files.end()) return std::nullopt;
  return PageReader(found->content).read();
}

}  // namespace nilai::text
