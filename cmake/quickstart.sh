#!/bin/sh
# From a fresh Debian 12 machine to a report: packages, build, and upstream-check with the arguments given here.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)

sh "$top/cmake/packages.sh" build
cmake -S "$top" --preset release -DBUILD_TESTING=OFF -DUPSTREAM_DEVELOPER_MODE=OFF -B "$top/build/quickstart" >&2
cmake --build "$top/build/quickstart" >&2
exec "$top/build/quickstart/apps/upstream-check/upstream-check" "$@"
