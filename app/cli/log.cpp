#include "app/cli/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ostream_sink.h>

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

namespace nilai::app {

namespace {

/// A JSON object a line. Times are local, as an operator's clock shows them, with the zone.
class JsonFormatter : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& target) override {
    spdlog::memory_buf_t head;
    head_.format(message, head);
    append(target, {head.data(), head.size()});
    append(target, boost::json::serialize(boost::json::string(message.payload.data(), message.payload.size())));
    append(target, "}\n");
  }

  [[nodiscard]] std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<JsonFormatter>(); }

 private:
  static void append(spdlog::memory_buf_t& target, std::string_view text) {
    target.append(text.data(), text.data() + text.size());
  }

  spdlog::pattern_formatter head_{R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","message":)",
                                  spdlog::pattern_time_type::local, ""};
};

}  // namespace

struct Log::Logger {
  Logger(std::ostream& target, const LogOptions& options)
      : logger("nilai", std::make_shared<spdlog::sinks::ostream_sink_mt>(target, true)) {
    if (options.format == LogOptions::Format::json) {
      logger.set_formatter(std::make_unique<JsonFormatter>());
    } else {
      logger.set_pattern("%v");
    }
    logger.set_level(options.is_quiet     ? spdlog::level::err
                     : options.is_verbose ? spdlog::level::info
                                          : spdlog::level::warn);
  }

  spdlog::logger logger;
};

Log::Log(std::ostream& target, const LogOptions& options) : logger_(std::make_unique<Logger>(target, options)) {}
Log::~Log() = default;

void Log::detail(const std::string& message) {
  logger_->logger.info("{}", message);
}
void Log::warning(const std::string& message) {
  logger_->logger.warn("{}", message);
}
void Log::error(const std::string& message) {
  logger_->logger.error("{}", message);
}

Stopwatch::~Stopwatch() {
  const auto taken = std::chrono::steady_clock::now() - begin_;
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(taken).count();
  log_.detail(step_ + ": " + std::to_string(milliseconds) + " ms");
}

}  // namespace nilai::app
