#include "app/cli/log.hpp"

#include <catch2/catch.hpp>
#include <sstream>

namespace nilai::app {
namespace {

void say_all(Log& log) {
  log.detail("detail");
  log.warning("warning");
  log.error("error");
}

TEST_CASE("quiet says errors, verbose says all", "[app]") {
  std::ostringstream quiet, usual, verbose;
  Log quiet_log(quiet, {true, false, LogOptions::Format::text});
  Log usual_log(usual, {});
  Log verbose_log(verbose, {false, true, LogOptions::Format::text});
  for (Log* log : {&quiet_log, &usual_log, &verbose_log}) say_all(*log);
  CHECK(quiet.str() == "error\n");
  CHECK(usual.str() == "warning\nerror\n");
  CHECK(verbose.str() == "detail\nwarning\nerror\n");
}

TEST_CASE("a message is a JSON object a line, whatever is in it", "[app]") {
  std::ostringstream target;
  Log log(target, {false, false, LogOptions::Format::json});
  log.error("two \"lines\"\nof {} text");
  const std::string line = target.str();
  CHECK(line.starts_with("{\"time\":\""));
  CHECK(line.ends_with("\"level\":\"error\",\"message\":\"two \\\"lines\\\"\\nof {} text\"}\n"));
}

}  // namespace
}  // namespace nilai::app
