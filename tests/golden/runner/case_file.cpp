#include "golden/runner/case_file.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace nilai::tests {
namespace {

/// `exit 0`, and not a sentence that begins so.
bool is_exit(std::string_view line) {
  return line.size() == 6 && line.starts_with("exit ") && line[5] >= '0' && line[5] <= '9';
}

bool is_step(std::string_view line) {
  return line.starts_with("--- ") || line.starts_with("$ ");
}

/// Bytes of the escapes `\n` `\r` `\t` `\\` `\xNN`; line ends of the case itself do not count. Empty: no such escape.
std::optional<std::string> unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') continue;
    if (text[at] != '\\') {
      bytes += text[at];
      continue;
    }
    if (++at == text.size()) return std::nullopt;
    switch (text[at]) {
      case 'n':
        bytes += '\n';
        break;
      case 'r':
        bytes += '\r';
        break;
      case 't':
        bytes += '\t';
        break;
      case '\\':
        bytes += '\\';
        break;
      case 'x': {
        unsigned byte = 0;
        const std::string_view digits = text.substr(at + 1, 2);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (error != std::errc() || end != digits.data() + 2) return std::nullopt;
        bytes += static_cast<char>(byte);
        at += 2;
        break;
      }
      default:
        return std::nullopt;
    }
  }
  return bytes;
}

/// Parted at blanks, except inside quotes of either kind.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool in_word = false;
  char quote = 0;
  for (const char c : line) {
    if (quote != 0 ? c == quote : c == '"' || c == '\'') {
      quote = quote != 0 ? '\0' : c;
      in_word = true;
    } else if (c == ' ' && quote == 0) {
      if (in_word) words.push_back(word);
      word.clear();
      in_word = false;
    } else {
      word += c;
      in_word = true;
    }
  }
  if (in_word) words.push_back(word);
  return words;
}

/// Goes through a case line by line.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  CaseFile read() {
    while (at_ < text_.size() && !is_step(line())) next();
    while (at_ < text_.size() && file_.mistake.empty()) {
      if (line().starts_with("--- ")) {
        read_file();
      } else if (line().starts_with("$ ")) {
        read_command();
      } else if (line().empty()) {
        next();
      } else {
        complain("neither a file nor a command");
      }
    }
    if (file_.steps.empty()) complain("no command");
    return std::move(file_);
  }

 private:
  [[nodiscard]] std::string_view line() const { return text_.substr(at_, text_.find('\n', at_) - at_); }

  void next() {
    at_ = std::min(text_.size(), at_ + line().size() + 1);
    ++number_;
  }

  void complain(const std::string& what) {
    if (file_.mistake.empty()) file_.mistake = "line " + std::to_string(number_) + ": " + what;
  }

  void read_file() {
    WriteFile write;
    std::istringstream head{std::string(line().substr(4))};
    head >> write.name;
    bool is_escaped = false;
    std::size_t times = 1;
    for (std::string word; head >> word;) {
      std::erase_if(word, [](char c) { return c == '(' || c == ')'; });
      if (word == "escaped") {
        is_escaped = true;
      } else if (word == "append") {
        write.is_appended = true;
      } else if (word == "repeat" && head >> times) {
        is_escaped = write.is_appended = true;
        head.ignore();  // the parenthesis
      } else {
        return complain("a file is `escaped`, `append` or `repeat N`, not `" + word + "`");
      }
    }
    next();
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_step(line())) next();
    const std::string_view body = text_.substr(begin, at_ - begin);
    const std::optional<std::string> bytes = is_escaped ? unescaped(body) : std::string(body);
    if (!bytes) return complain("an escape above is not one of \\n \\r \\t \\\\ \\xNN");
    write.content.reserve(bytes->size() * times);
    for (std::size_t time = 0; time < times; ++time) write.content += *bytes;
    file_.steps.emplace_back(std::move(write));
  }

  void read_command() {
    Command command;
    command.words = words_of(line().substr(2));
    command.line = number_;
    next();
    command.expected_begin = at_;
    // A case that was never blessed has nothing here, and may end at the next step.
    while (at_ < text_.size() && !is_exit(line()) && !is_step(line())) next();
    if (at_ < text_.size() && is_exit(line())) next();
    command.expected = text_.substr(command.expected_begin, at_ - command.expected_begin);
    file_.steps.emplace_back(std::move(command));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t number_ = 1;
  CaseFile file_;
};

}  // namespace

CaseFile read_case(std::string_view text) {
  return Reader(text).read();
}

std::string blessed(std::string_view text, const CaseFile& file, const std::vector<std::string>& printed) {
  std::string result;
  std::size_t copied = 0;
  auto print = printed.begin();
  for (const Step& step : file.steps) {
    const auto* command = std::get_if<Command>(&step);
    if (command == nullptr) continue;
    result += text.substr(copied, command->expected_begin - copied);
    result += *print++;
    copied = command->expected_begin + command->expected.size();
  }
  return result += text.substr(copied);
}

}  // namespace nilai::tests
