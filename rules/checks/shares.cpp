#include <algorithm>

#include "rules/check.hpp"
#include "rules/checks/facts.hpp"
#include "rules/checks/per_cent.hpp"
#include "rules/parts.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;

/// Beyond it nothing is thought of in per cent of a whole: a growth may be of 200%, and no points are of 0 to 10.
constexpr int highest_share = 10;

bool is_above(const Type& type, const Number& number) {
  return type.at_most && *type.at_most > number;
}

/// Whether the points of any part of the score go beyond what a share may be.
bool has_points(const Model& model, std::uint32_t score) {
  const std::vector<Definition> parts = parts_of(model, score);
  return std::any_of(parts.begin(), parts.end(), [&](const Definition& part) {
    return part.kind == Definition::Kind::criterion &&
           is_above(model.type(model.criteria[part.index].points), highest_share);
  });
}

/// What is known of a score beyond its type: it is made of points.
bool is_made_of_points(const Model& model, ExpressionId id) {
  const auto* reference = std::get_if<ScoreReference>(&model.reference(id));
  if (reference == nullptr) return false;
  const auto* phrase = std::get_if<syntax::PhraseUse>(&model.at(model.scores[reference->index].body).node);
  return phrase != nullptr &&
         (phrase->phrase == syntax::Phrase::weighted_average_of_criteria ||
          phrase->phrase == syntax::Phrase::sum_of_points) &&
         has_points(model, reference->index);
}

bool is_number(const Type& type) {
  return !type.is_poisoned && type.kind == Kind::number && !type.is_literal;
}

bool is_share(const Type& type) {
  return is_number(type) && type.unit.empty() && type.at_most && *type.at_most <= 1 && type.at_most->sign() > 0;
}

/// What comparisons, cases and scales hold against numbers.
struct Subject {
  std::string written;
  Type type;
  bool is_made_of_points = false;

  [[nodiscard]] bool is_no_share() const {
    if (!is_number(type)) return false;
    return is_made_of_points || !type.unit.empty() || is_above(type, highest_share) ||
           (type.is_whole && !is_share(type));
  }
};

class ShareCheck {
 public:
  ShareCheck(const Model& model, text::Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

  void check(ExpressionId id) const {
    const auto& node = model_.at(id).node;
    if (const auto* binary = std::get_if<syntax::Binary>(&node)) {
      if (!is_comparison(binary->operation)) return;
      compare(subject_at(binary->left), binary->right);
      compare(subject_at(binary->right), binary->left);
    } else if (const auto* bare = std::get_if<syntax::BareComparison>(&node)) {
      compare(subject_left_out(id, {}), bare->right);
    } else if (const auto* between = std::get_if<syntax::Between>(&node)) {
      const auto subject = subject_left_out(id, between->subject);
      compare(subject, between->low);
      compare(subject, between->high);
    } else if (const auto* scale = std::get_if<syntax::Scale>(&node)) {
      check_scale(subject_left_out(id, scale->subject), *scale);
    }
  }

 private:
  [[nodiscard]] Subject subject_at(ExpressionId id) const {
    return {source_text(model_, id), model_.type(id), is_made_of_points(model_, id)};
  }

  /// `subject`, or the value of the criterion at hand where there is none.
  [[nodiscard]] std::optional<Subject> subject_left_out(ExpressionId id, ExpressionId subject) const {
    if (!subject.is_none()) return subject_at(subject);
    const auto criterion = model_.place(id).criterion;
    if (!criterion) return std::nullopt;
    return subject_at(model_.criteria[*criterion].measured_by);
  }

  void check_scale(const std::optional<Subject>& subject, const syntax::Scale& scale) const {
    std::vector<WrittenOut> percent, plain;  // 0 is the same with the sign and without
    for (const syntax::ScalePoint& point : scale.points) {
      for (const WrittenOut& number : written_out(model_, point.at)) {
        if (number.literal.is_percent) {
          percent.push_back(number);
        } else if (!number_of(number.literal).is_zero()) {
          plain.push_back(number);
        }
      }
    }
    if (percent.empty() || plain.empty()) {
      for (const syntax::ScalePoint& point : scale.points) compare(subject, point.at);
      return;
    }
    const bool is_plain_meant = subject && subject->is_no_share();
    const std::vector<WrittenOut>& wrong = is_plain_meant ? percent : plain;
    auto& diagnostic = diagnostics_.add(Code::scale_mixed, model_.at(wrong.front().id).span);
    for (const WrittenOut& number : wrong) {
      const std::string meant = is_plain_meant ? number.literal.digits : with_sign(number.literal);
      diagnostic.fixes.push_back({{Phrase::did_you_mean, {meant}}, model_.at(number.id).span, meant});
    }
  }

  void compare(const std::optional<Subject>& subject, ExpressionId with) const {
    if (!subject) return;
    for (const WrittenOut& number : written_out(model_, with)) {
      const Number value = number_of(number.literal);
      if (number.literal.is_percent && subject->is_no_share()) {
        report(Code::percent_of_no_share, number, {value.to_text(), subject->written}, number.literal.digits);
      } else if (!number.literal.is_percent && is_share(subject->type) && value > 1) {
        const std::string most = percent_text(*subject->type.at_most);
        report(Code::above_a_share, number, {percent_text(value), subject->written, most}, with_sign(number.literal));
      }
    }
  }

  void report(Code code, const WrittenOut& number, std::vector<std::string> arguments, const std::string& meant) const {
    const Span span = model_.at(number.id).span;
    arguments.insert(arguments.begin(), source_text(model_, number.id));
    auto& diagnostic = diagnostics_.add(code, span, std::move(arguments));
    diagnostic.fixes.push_back({{Phrase::did_you_mean, {meant}}, span, meant});
  }

  const Model& model_;
  text::Diagnostics& diagnostics_;
};

}  // namespace

void check_shares(const Model& model, text::Diagnostics& diagnostics) {
  const ShareCheck check(model, diagnostics);
  for (std::uint32_t i = 0; i < model.book->expressions.size(); ++i) check.check({i});
}

}  // namespace nilai::rules
