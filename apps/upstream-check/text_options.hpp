#pragma once

#include "settings.hpp"
#include "upstream/report/text_report.hpp"

namespace upstream::app {

[[nodiscard]] inline TextOptions text_options(const Settings& settings) {
  return {settings.result_language, settings.width, settings.color, settings.everything};
}

}  // namespace upstream::app
