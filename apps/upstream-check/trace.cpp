#include "trace.hpp"

#include <spdlog/sinks/stdout_sinks.h>

namespace upstream::app {

std::shared_ptr<spdlog::logger> make_trace(bool verbose) {
  auto logger =
      std::make_shared<spdlog::logger>("upstream-check", std::make_shared<spdlog::sinks::stderr_sink_st>());
  logger->set_pattern("%n: [%l] %v");
  logger->set_level(verbose ? spdlog::level::debug : spdlog::level::off);
  logger->flush_on(spdlog::level::debug);
  return logger;
}

}  // namespace upstream::app
