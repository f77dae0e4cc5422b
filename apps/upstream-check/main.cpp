#include <exception>

#include "run.hpp"

int main(int argc, char** argv) {
  using namespace upstream::app;
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& error) {
    return static_cast<int>(internal_error(error.what()));
  } catch (...) {
    return static_cast<int>(internal_error("?"));
  }
}
