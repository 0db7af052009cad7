#include "app/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <thread>

#include "app/cli/check.hpp"
#include "app/cli/convert.hpp"
#include "app/cli/diff.hpp"
#include "app/cli/exit_code.hpp"
#include "app/cli/explain.hpp"
#include "app/cli/explain_error.hpp"
#include "app/cli/fmt.hpp"
#include "app/cli/graph.hpp"
#include "app/cli/help.hpp"
#include "app/cli/new_folder.hpp"
#include "app/cli/run.hpp"
#include "app/cli/test.hpp"
#include "app/words.hpp"
#include "grammar/text/nearest.hpp"

namespace nilai::app {

namespace {

using text::Language;

constexpr unsigned max_threads = 1024;

/// Everything that can be said on a command line, and the program that reads it.
class CommandLine {
 public:
  CommandLine() {
    program_.set_help_flag("--help,-h");
    program_.set_version_flag("--version", "nilai " NILAI_VERSION);
    program_.require_subcommand(1);
    program_.fallthrough();
    program_.add_option("--lang", language_name_)->check(CLI::IsMember({"id", "en"}));
    add_check();
    add_run();
    add_explain();
    add_explain_error();
    add_convert();
    add_fmt();
    add_diff();
    add_graph();
    add_new();
    add_test();
  }

  int run(std::vector<std::string> arguments, Console& console) {
    // The language of a complaint is that of the option, even where the rest of the line cannot be read.
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (arguments[i] == "--lang=id" ||
          (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "id"))
        console.language = Language::id;
      if (arguments[i] == "--lang=en" ||
          (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en"))
        console.language = Language::en;
    }
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    try {
      program_.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
      console.out << help_text(command_name(), console.language);
      return exit_done;
    } catch (const CLI::CallForVersion& version) {
      console.out << version.what() << "\n";
      return exit_done;
    } catch (const CLI::ParseError& error) {
      console.err << complaint(error, console.language);
      return exit_command_line_is_wrong;
    }
    if (check_command_->parsed()) return app::check(check_, console);
    if (run_command_->parsed()) return app::run(run_, console);
    if (explain_error_command_->parsed()) return app::explain_error(explain_error_, console);
    if (convert_command_->parsed()) return app::convert(convert_, console);
    if (fmt_command_->parsed()) return app::fmt(fmt_, console);
    if (diff_command_->parsed()) return app::diff(diff_, console);
    if (graph_command_->parsed()) return app::graph(graph_, console);
    if (new_command_->parsed()) return app::new_folder(new_, console);
    if (test_command_->parsed()) return app::test(test_, console);
    return app::explain(explain_, console);
  }

 private:
  // --- commands ---------------------------------------------------------------------------------------------------

  CLI::App* add_command(const std::string& name) {
    CLI::App* command = program_.add_subcommand(name);
    command->set_help_flag("--help,-h");
    return command;
  }

  void add_check() {
    using Format = CheckParameters::Format;
    check_command_ = add_command("check");
    check_command_->add_option("RULEBOOK", check_.rulebooks)->required();
    add_choice(check_command_, "--format", check_.format,
               std::map<std::string, Format>{{"text", Format::text}, {"json", Format::json}, {"sarif", Format::sarif}});
  }

  void add_run() {
    run_command_ = add_command("run");
    add_evaluation(run_command_, run_.evaluate, run_.log);
    run_command_->add_option("--out", run_.out);
    run_command_
        ->add_option_function<std::vector<std::string>>(
            "--format",
            [this](const std::vector<std::string>& formats) {
              run_.writes_csv = std::find(formats.begin(), formats.end(), "csv") != formats.end();
              run_.writes_json = std::find(formats.begin(), formats.end(), "json") != formats.end();
            })
        ->delimiter(',')
        ->check(CLI::IsMember({"csv", "json"}));
    run_command_->add_option("--rows", run_.evaluate.rows_table);
    run_command_->add_flag("--strict", run_.is_strict);
    run_command_->add_flag("--show-personal", run_.shows_personal);
  }

  void add_explain() {
    using Format = ExplainParameters::Format;
    explain_command_ = add_command("explain");
    add_evaluation(explain_command_, explain_.evaluate, explain_.log);
    explain_command_->add_option("--subject", explain_.subject)->required();
    explain_command_->add_option("--toward", explain_.toward);
    add_choice(explain_command_, "--format", explain_.format,
               std::map<std::string, Format>{{"text", Format::text}, {"json", Format::json}});
  }

  void add_explain_error() {
    explain_error_command_ = add_command("explain-error");
    explain_error_command_->add_option("CODE", explain_error_.code);
  }

  void add_convert() {
    using grammar::Form;
    using grammar::KeywordLanguage;
    convert_command_ = add_command("convert");
    convert_command_->add_option("RULEBOOK", convert_.rulebook)->required();
    add_choice(convert_command_, "--to", convert_.form,
               std::map<std::string, Form>{{"native", Form::native}, {"yaml", Form::yaml}});
    add_choice(
        convert_command_, "--keywords", convert_.keywords,
        std::map<std::string, KeywordLanguage>{{"id", KeywordLanguage::indonesian}, {"en", KeywordLanguage::english}});
  }

  void add_fmt() {
    fmt_command_ = add_command("fmt");
    CLI::Option* files = fmt_command_->add_option("RULEBOOK", fmt_.rulebooks);
    CLI::Option* filter = fmt_command_->add_flag("--stdin", fmt_.is_filter);
    fmt_command_->add_flag("--check", fmt_.checks_only)->excludes(filter);
    files->excludes(filter);
    fmt_command_->callback([this] {
      if (fmt_.rulebooks.empty() && !fmt_.is_filter) throw CLI::RequiredError("RULEBOOK");
    });
  }

  void add_diff() {
    using Format = DiffParameters::Format;
    diff_command_ = add_command("diff");
    diff_command_->add_option("OLD NEW", diff_.compared)->required();
    diff_command_->add_option("--data", diff_.data)->allow_extra_args(false);
    diff_command_->add_option("--period", diff_.period);
    diff_command_->add_option("--by", diff_.by);
    add_choice(diff_command_, "--format", diff_.format,
               std::map<std::string, Format>{{"text", Format::text}, {"json", Format::json}, {"csv", Format::csv}});
    add_reading(diff_command_, diff_.threads, diff_.kept, diff_.log);
  }

  void add_graph() {
    using Format = GraphParameters::Format;
    graph_command_ = add_command("graph");
    graph_command_->add_option("RULEBOOK", graph_.rulebook)->required();
    graph_command_->add_option("--of", graph_.of);
    add_choice(graph_command_, "--format", graph_.format,
               std::map<std::string, Format>{
                   {"dot", Format::dot}, {"svg", Format::svg}, {"json", Format::json}, {"mermaid", Format::mermaid}});
  }

  void add_new() {
    new_command_ = add_command("new");
    new_command_->add_option("DIR", new_.folder)->required();
  }

  void add_test() {
    using Format = TestParameters::Format;
    test_command_ = add_command("test");
    test_command_->add_option("RULEBOOK", test_.rulebooks)->required();
    test_command_->add_flag("--coverage", test_.covers);
    test_command_->add_flag("--mutate", test_.mutates);
    add_choice(test_command_, "--format", test_.format,
               std::map<std::string, Format>{{"text", Format::text}, {"json", Format::json}, {"junit", Format::junit}});
  }

  /// What `run` and `explain` share.
  static void add_evaluation(CLI::App* command, EvaluateRequest& request, LogOptions& log) {
    command->add_option("RULEBOOK", request.rulebook)->required();
    command->add_option("--data", request.data)->required();
    command->add_option("--period", request.period);
    add_reading(command, request.threads, request.kept, log);
    command->callback([&request, &log] { request.is_quiet = log.is_quiet; });
  }

  /// What all commands that read records share.
  static void add_reading(CLI::App* command, unsigned& threads, std::optional<std::string>& kept, LogOptions& log) {
    using Format = LogOptions::Format;
    threads = std::max(1U, std::thread::hardware_concurrency());
    command->add_option("--threads", threads)->check(CLI::Range(1U, max_threads));
    command->add_option("--kept", kept);
    CLI::Option* quiet = command->add_flag("--quiet", log.is_quiet);
    command->add_flag("--verbose", log.is_verbose)->excludes(quiet);
    add_choice(command, "--log-format", log.format,
               std::map<std::string, Format>{{"text", Format::text}, {"json", Format::json}});
  }

  template <class Target, class Value>
  static void add_choice(CLI::App* command, const std::string& name, Target& target,
                         const std::map<std::string, Value>& choices) {
    std::vector<std::string> names;
    names.reserve(choices.size());
    for (const auto& [choice, value] : choices) names.push_back(choice);
    command
        ->add_option_function<std::string>(
            name, [&target, choices](const std::string& choice) { target = choices.at(choice); })
        ->check(CLI::IsMember(names));
  }

  // --- complaints -------------------------------------------------------------------------------------------------

  [[nodiscard]] std::string command_name() const {
    const auto commands = program_.get_subcommands();
    return commands.empty() ? std::string() : commands.front()->get_name();
  }

  [[nodiscard]] std::vector<std::string> known_words() const {
    std::vector<std::string> words = {"--help", "--lang"};
    const auto commands = program_.get_subcommands();
    if (commands.empty()) {
      for (const CLI::App* command : program_.get_subcommands({})) words.push_back(command->get_name());
    } else {
      for (const CLI::Option* option : commands.front()->get_options()) words.push_back(option->get_name());
    }
    return words;
  }

  /// What is wrong, in words of ours, and where help is.
  [[nodiscard]] std::string complaint(const CLI::ParseError& error, Language language) const {
    const std::string command = command_name();
    std::string text = "nilai: ";
    const std::vector<std::string> unread = program_.remaining(true);
    if (!unread.empty()) {
      const std::string& word = unread.front();
      const bool is_command = command.empty() && !word.starts_with('-');
      text += say(is_command ? Word::unknown_command : Word::unknown_argument, language, {word});
      if (const auto near = text::nearest(word, known_words())) text += say(Word::did_you_mean, language, {*near});
    } else if (command.empty()) {
      text += say(Word::no_command, language);
    } else if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
      const std::string what = error.what();  // "--data is required"
      text += say(Word::argument_missing, language, {what.substr(0, what.find(' '))});
    } else {
      text += say(Word::wrong_argument, language, {error.what()});
    }
    const std::string help = command.empty() ? "nilai" : "nilai " + command;
    return text + "\n" + say(Word::see_help, language, {help}) + "\n";
  }

  CLI::App program_;
  std::string language_name_;
  CLI::App* check_command_ = nullptr;
  CLI::App* run_command_ = nullptr;
  CLI::App* explain_command_ = nullptr;
  CLI::App* explain_error_command_ = nullptr;
  CLI::App* convert_command_ = nullptr;
  CLI::App* fmt_command_ = nullptr;
  CLI::App* diff_command_ = nullptr;
  CLI::App* graph_command_ = nullptr;
  CLI::App* new_command_ = nullptr;
  CLI::App* test_command_ = nullptr;
  CheckParameters check_;
  RunParameters run_;
  ExplainParameters explain_;
  ExplainErrorParameters explain_error_;
  ConvertParameters convert_;
  FmtParameters fmt_;
  DiffParameters diff_;
  GraphParameters graph_;
  NewFolderParameters new_;
  TestParameters test_;
};

}  // namespace

int run_command_line(const std::vector<std::string>& arguments, Console& console) {
  return CommandLine().run(arguments, console);
}

}  // namespace nilai::app
