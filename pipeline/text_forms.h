// Numbers and times as the pipeline writes them into names and reports.
#pragma once

#include <chrono>
#include <string>

namespace donthu {

// At least four digits: 1 is "0001".
std::string FourDigits(int number);

// RFC 3339, whole seconds, UTC: "2026-07-06T02:30:00Z".
std::string UtcText(std::chrono::system_clock::time_point time);

}  // namespace donthu
