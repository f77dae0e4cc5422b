#!/bin/sh
# From a fresh Debian 12 machine to the program: packages and build. Prints where the program lies, and nothing else
# on standard output.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)

sh "$top/cmake/packages.sh" build >&2
cmake -S "$top" --preset release -DBUILD_TESTING=OFF -DUPSTREAM_DEVELOPER_MODE=OFF -B "$top/build/quickstart" >&2
cmake --build "$top/build/quickstart" >&2
echo "$top/build/quickstart/apps/upstream-check/upstream-check"
