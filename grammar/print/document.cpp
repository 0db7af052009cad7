#include "grammar/print/document.hpp"

#include <utility>

#include "grammar/text/source.hpp"

namespace nilai::grammar {

/// Writes a document from left to right.
class Document::Layout {
 public:
  Layout(std::size_t column, std::size_t limit) : column_(column), limit_(limit) {}

  void write(const Document& document, std::size_t indent, bool is_flat) {
    switch (document.kind_) {
      case Kind::text:
        text_ += document.text_;
        column_ += document.width_;
        return;
      case Kind::line:
        end_line(indent, is_flat);
        return;
      case Kind::sequence:
        for (const Document& part : document.parts_) write(part, indent, is_flat);
        return;
      case Kind::group:
        write(document.parts_.front(), indent, is_flat || column_ + document.width_ <= limit_);
        return;
      case Kind::filled:
        fill(document.parts_, is_flat);
        return;
      case Kind::aligned:
        write(document.parts_.front(), column_, is_flat);
        return;
    }
  }

  /// What was written, handed over.
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  void fill(const std::vector<Document>& parts, bool is_flat) {
    const std::size_t indent = column_;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) end_line(indent, is_flat || column_ + 1 + parts[i].width_ <= limit_);
      write(parts[i], indent, is_flat);
    }
  }

  void end_line(std::size_t indent, bool is_flat) {
    if (is_flat) {
      text_ += ' ';
      ++column_;
    } else {
      text_ += '\n' + std::string(indent, ' ');
      column_ = indent;
    }
  }

  std::string text_;
  std::size_t column_, limit_;
};

Document::Document(std::string text) : text_(std::move(text)), width_(text::width(text_)) {}

Document Document::line() {
  Document document;
  document.kind_ = Kind::line;
  document.width_ = 1;
  return document;
}

Document Document::group(Document inner) {
  Document document;
  document.kind_ = Kind::group;
  document.width_ = inner.width_;
  document.parts_.push_back(std::move(inner));
  return document;
}

Document Document::aligned(Document inner) {
  Document document = group(std::move(inner));
  document.kind_ = Kind::aligned;
  return document;
}

Document Document::filled(std::vector<Document> parts) {
  Document document;
  document.kind_ = Kind::filled;
  document.width_ = parts.empty() ? 0 : parts.size() - 1;
  for (const Document& part : parts) document.width_ += part.width_;
  document.parts_ = std::move(parts);
  return document;
}

Document& Document::operator+=(Document next) {
  if (kind_ == Kind::text && text_.empty()) return *this = std::move(next);
  if (kind_ == Kind::text && next.kind_ == Kind::text) {
    text_ += next.text_;
    width_ += next.width_;
    return *this;
  }
  if (kind_ != Kind::sequence) {
    Document sequence;
    sequence.kind_ = Kind::sequence;
    sequence.width_ = width_;
    sequence.parts_.push_back(std::move(*this));
    *this = std::move(sequence);
  }
  width_ += next.width_;
  parts_.push_back(std::move(next));
  return *this;
}

std::string Document::flat() const {
  Layout layout(0, 0);
  layout.write(*this, 0, true);
  return std::move(layout).text();
}

std::string Document::laid_out(std::size_t column, std::size_t limit) const {
  Layout layout(column, limit);
  layout.write(*this, column, false);
  return std::move(layout).text();
}

}  // namespace nilai::grammar
