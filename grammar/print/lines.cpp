#include "grammar/print/lines.hpp"

#include <algorithm>
#include <utility>

namespace nilai::grammar {

namespace {

/// The comments that go to one line.
struct Attached {
  std::vector<const Comment*> before;
  std::vector<const Comment*> behind;
};

class Commented {
 public:
  Commented(const std::vector<Line>& lines, const std::vector<Comment>& comments)
      : lines_(lines), attached_(lines.size()) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].anchor != Line::nowhere) places_.emplace_back(lines[i].anchor, i);
    }
    std::sort(places_.begin(), places_.end());
    for (const Comment& comment : comments) attach(comment);
  }

  std::string text() {
    for (std::size_t i = 0; i < lines_.size(); ++i) write(lines_[i], attached_[i]);
    if (!last_.empty() && !text_.empty()) text_ += '\n';
    for (const Comment* comment : last_) text_ += comment->text + '\n' + (comment->blank_follows ? "\n" : "");
    while (text_.ends_with("\n\n")) text_.pop_back();
    return std::move(text_);
  }

 private:
  void attach(const Comment& comment) {
    const std::size_t line = comment.is_own_line ? next_after(comment) : last_before(comment);
    if (line == lines_.size()) {
      last_.push_back(&comment);
    } else {
      (comment.is_own_line ? attached_[line].before : attached_[line].behind).push_back(&comment);
    }
  }

  /// The part that begins first behind a comment. Several may begin with the same content, as a list and its first
  /// item: the one that the comment stood before, where that is known.
  [[nodiscard]] std::size_t next_after(const Comment& comment) const {
    const auto found = std::lower_bound(places_.begin(), places_.end(), std::pair(comment.begin, std::size_t{0}));
    if (found == places_.end()) return lines_.size();
    const auto end = std::upper_bound(found, places_.end(), std::pair(found->first, lines_.size()));
    const auto same = std::find_if(found, end, [&](const auto& place) {
      return !comment.before.empty() && beginning_of_yaml(lines_[place.second].text) == comment.before;
    });
    return (same == end ? found : same)->second;
  }

  /// The part that begins last before a comment; the first of all where none does.
  [[nodiscard]] std::size_t last_before(const Comment& comment) const {
    const auto found = std::upper_bound(places_.begin(), places_.end(), std::pair(comment.begin, lines_.size()));
    return found == places_.begin() ? next_after(comment) : std::prev(found)->second;
  }

  void write(const Line& line, const Attached& comments) {
    const std::string indent(std::min(line.text.find_first_not_of(' '), line.text.size()), ' ');
    const auto own_line = [&](const Comment& comment) {
      text_ += indent + comment.text + '\n' + (comment.blank_follows && indent.empty() ? "\n" : "");
    };
    for (const Comment* comment : comments.before) own_line(*comment);
    if (comments.behind.size() == 1) {
      text_ += line.text + "  " + comments.behind.front()->text + '\n';
      return;
    }
    for (const Comment* comment : comments.behind) text_ += indent + comment->text + '\n';
    text_ += line.text + '\n';
  }

  const std::vector<Line>& lines_;
  std::vector<std::pair<std::uint32_t, std::size_t>> places_;  ///< where each line's content stood, in that order
  std::vector<Attached> attached_;
  std::vector<const Comment*> last_;
  std::string text_;
};

}  // namespace

std::string with_comments(const std::vector<Line>& lines, const std::vector<Comment>& comments) {
  return Commented(lines, comments).text();
}

}  // namespace nilai::grammar
