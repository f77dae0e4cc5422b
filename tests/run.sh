#!/bin/sh
# From a fresh Debian 12 machine to passed tests: packages, build, every test.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"

sh cmake/packages.sh build test
cmake --preset release
cmake --build --preset release
ctest --preset release --parallel "$(nproc)"
