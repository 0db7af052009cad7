#include "app/io/dataset_yaml.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <functional>
#include <map>

#include "grammar/text/nearest.hpp"

namespace nilai::app {

namespace {

using text::Code;
using text::Diagnostics;
using text::Phrase;
using text::Span;

/// Keys that interfaces.md gives a meaning, but this version does not have yet.
constexpr const char* later_keys[] = {"sheet", "header", "database", "query", "table"};

/// What a key of a mapping does with its value.
using Reader = std::function<void(const Spanned& key, const YAML::Node& value)>;
using Readers = std::map<std::string, Reader>;

class YamlReader {
 public:
  YamlReader(const text::Source& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  DatasetDescription read(const YAML::Node& root) {
    DatasetDescription dataset;
    if (!root.IsMap()) {
      wrong_shape({source_.name(), {}}, Phrase::shape_keys);
      return dataset;
    }
    Readers readers = format_readers(dataset.format);
    readers["dataset"] = [&](const Spanned& key, const YAML::Node& value) { dataset.name = text_of(key, value); };
    readers["holidays"] = [&](const Spanned& key, const YAML::Node& value) { dataset.holidays = texts_of(key, value); };
    readers["tables"] = [&](const Spanned& key, const YAML::Node& value) {
      dataset.tables_span = key.span;
      for (auto& [name, node] : pairs_of(key, value)) dataset.tables.push_back(table_of(name, node));
    };
    read_keys({source_.name(), {}}, root, readers);
    return dataset;
  }

  /// The bytes at a mark of the YAML reader, which counts lines and columns from 0.
  [[nodiscard]] std::uint32_t offset(const YAML::Mark& mark) const {
    if (mark.is_null()) return 0;
    const std::uint32_t start = source_.files().front()->line_starts[static_cast<std::size_t>(mark.line)];
    const auto size = static_cast<std::uint32_t>(source_.text().size());
    return std::min(start + static_cast<std::uint32_t>(mark.column), size);
  }

 private:
  // --- texts ------------------------------------------------------------------------------------------------------

  /// The characters of a scalar. `null` and `~` are texts here: what an office writes into a cell, or a key of ours.
  [[nodiscard]] std::optional<Spanned> scalar(const YAML::Node& node) const {
    const std::uint32_t begin = offset(node.Mark());
    if (node.IsNull()) {
      for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
        if (source_.text().substr(begin, word.size()) == word)
          return Spanned{std::string(word), sized(begin, word.size())};
      }
      return std::nullopt;
    }
    if (!node.IsScalar()) return std::nullopt;
    return Spanned{node.Scalar(), scalar_span(begin, node.Scalar())};
  }

  [[nodiscard]] static Span sized(std::uint32_t begin, std::size_t size) {
    return {begin, begin + static_cast<std::uint32_t>(size)};
  }

  [[nodiscard]] Span scalar_span(std::uint32_t begin, const std::string& text) const {
    const std::string_view rest = source_.text().substr(begin);
    if (rest.substr(0, text.size()) == text) return sized(begin, text.size());
    // Quoted: up to the quote that closes it.
    const std::size_t end = rest.empty() ? std::string_view::npos : rest.find(rest.front(), 1);
    return sized(begin, end == std::string_view::npos ? std::min<std::size_t>(rest.size(), 1) : end + 1);
  }

  std::optional<Spanned> text_of(const Spanned& key, const YAML::Node& node) {
    auto text = scalar(node);
    if (!text) wrong_shape(key, Phrase::shape_text);
    return text;
  }

  std::vector<Spanned> texts_of(const Spanned& key, const YAML::Node& node) {
    std::vector<Spanned> texts;
    if (const auto text = scalar(node)) return {*text};
    bool is_right = node.IsSequence();
    if (is_right) {
      for (const YAML::Node& item : node) {
        const auto text = scalar(item);
        if (text) texts.push_back(*text);
        is_right = is_right && text.has_value();
      }
    }
    if (!is_right) wrong_shape(key, Phrase::shape_texts);
    return texts;
  }

  // --- mappings ---------------------------------------------------------------------------------------------------

  /// The keys of a mapping with their values, each key once: the YAML reader accepts a second one silently.
  std::vector<std::pair<Spanned, YAML::Node>> pairs_of(const Spanned& key, const YAML::Node& node) {
    std::vector<std::pair<Spanned, YAML::Node>> pairs;
    if (!node.IsMap()) {
      wrong_shape(key, Phrase::shape_keys);
      return pairs;
    }
    for (const auto& pair : node) {
      const auto name = scalar(pair.first);
      if (!name) {
        wrong_shape(key, Phrase::shape_keys);
        continue;
      }
      const auto earlier =
          std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first.text == name->text; });
      if (earlier == pairs.end()) {
        pairs.emplace_back(*name, pair.second);
      } else {
        auto& diagnostic = diagnostics_.add(Code::dataset_key_twice, name->span, {name->text});
        diagnostic.labels.push_back({earlier->first.span, {Phrase::first_here, {}}});
      }
    }
    return pairs;
  }

  void read_keys(const Spanned& key, const YAML::Node& node, const Readers& readers) {
    for (const auto& [name, value] : pairs_of(key, node)) {
      const auto reader = readers.find(name.text);
      if (reader != readers.end()) {
        reader->second(name, value);
      } else {
        unknown_key(name, readers);
      }
    }
  }

  void unknown_key(const Spanned& key, const Readers& readers) {
    if (std::find(std::begin(later_keys), std::end(later_keys), key.text) != std::end(later_keys)) {
      auto& diagnostic = diagnostics_.add(Code::dataset_later_key, key.span, {key.text});
      diagnostic.notes.push_back({Phrase::only_csv_yet, {}});
      return;
    }
    std::vector<std::string> known;
    std::string listed;
    for (const auto& [name, reader] : readers) {
      known.push_back(name);
      listed += (listed.empty() ? "`" : ", `") + name + "`";
    }
    auto& diagnostic = diagnostics_.add(Code::dataset_unknown_key, key.span, {key.text});
    if (const auto near = text::nearest(key.text, known)) {
      diagnostic.fixes.push_back({{Phrase::did_you_mean, {*near}}, key.span, *near});
    } else {
      diagnostic.notes.push_back({Phrase::known_keys, {listed}});
    }
  }

  void wrong_shape(const Spanned& key, Phrase shape) {
    diagnostics_.add(Code::dataset_wrong_shape, key.span, {key.text, text::translated(shape)});
  }

  // --- what the keys mean -----------------------------------------------------------------------------------------

  Readers format_readers(FormatDescription& format) {
    const auto text_into = [this](std::optional<Spanned>& target) {
      return [this, &target](const Spanned& key, const YAML::Node& value) { target = text_of(key, value); };
    };
    return {{"locale", text_into(format.locale)},
            {"dates", text_into(format.dates)},
            {"delimiter", text_into(format.delimiter)},
            {"encoding", text_into(format.encoding)},
            {"null", [&](const Spanned& key, const YAML::Node& value) { format.nulls = texts_of(key, value); }}};
  }

  TableDescription table_of(const Spanned& name, const YAML::Node& node) {
    TableDescription table{name, {}};
    if (node.IsMap()) {
      table.sources.push_back(source_of(name, node));
    } else if (node.IsSequence()) {
      for (const YAML::Node& item : node) {
        if (item.IsMap()) {
          table.sources.push_back(source_of(name, item));
        } else {
          wrong_shape(name, Phrase::shape_sources);
        }
      }
    } else {
      wrong_shape(name, Phrase::shape_sources);
    }
    return table;
  }

  SourceDescription source_of(const Spanned& table, const YAML::Node& node) {
    SourceDescription source;
    Readers readers = format_readers(source.format);
    readers["file"] = [&](const Spanned& key, const YAML::Node& value) { source.files = texts_of(key, value); };
    readers["period"] = [&](const Spanned& key, const YAML::Node& value) { source.period = text_of(key, value); };
    readers["columns"] = [&](const Spanned& key, const YAML::Node& value) {
      for (auto& [column, names] : pairs_of(key, value)) source.columns.push_back({column, texts_of(column, names)});
    };
    readers["values"] = [&](const Spanned& key, const YAML::Node& value) {
      for (auto& [column, mapping] : pairs_of(key, value)) source.values.push_back(values_of(column, mapping));
    };
    read_keys(table, node, readers);
    return source;
  }

  ValuesDescription values_of(const Spanned& column, const YAML::Node& node) {
    ValuesDescription values{column, {}};
    for (auto& [found, meant] : pairs_of(column, node)) {
      if (auto text = text_of(found, meant)) values.pairs.emplace_back(found, std::move(*text));
    }
    return values;
  }

  const text::Source& source_;
  Diagnostics& diagnostics_;
};

}  // namespace

DatasetDescription read_dataset_yaml(const text::Source& source, Diagnostics& diagnostics) {
  YamlReader reader(source, diagnostics);
  try {
    return reader.read(YAML::Load(std::string(source.text())));
  } catch (const YAML::Exception& exception) {
    const std::uint32_t at = reader.offset(exception.mark);
    diagnostics.add(Code::dataset_not_yaml, {at, at}, {exception.msg});
    return {};
  }
}

}  // namespace nilai::app
