#!/bin/sh
# Holds what the program writes against programs that others wrote: readers of SARIF, JUnit and GitHub commands,
# validators of JSON Schema, a YAML language server, pre-commit. Builds nothing. The judges come from npm and
# are kept in build/conformance.
#
# sh tests/conformance/run.sh [BINARY]
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
binary=${1:-$top/build/release/apps/upstream-check/upstream-check}

if [ ! -x "$binary" ]; then
  echo "run.sh: there is no program '$binary': build it, or name it" >&2
  exit 2
fi
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")

skip_all() {
  echo "skip  all checks: $1"
  echo "0 passed, 0 failed, 1 skipped"
  exit 0
}

for program in node npm; do
  command -v "$program" >/dev/null || skip_all "$program is not installed"
done
[ "$(node -p 'process.versions.node.split(".")[0] >= 18')" = true ] || skip_all "node is older than 18"

judges=$top/build/conformance
mkdir -p "$judges"
if ! cmp -s "$top/tests/conformance/package-lock.json" "$judges/installed.json"; then
  cp "$top/tests/conformance/package.json" "$top/tests/conformance/package-lock.json" "$judges"
  # No package needs a script of its own to be installed.
  (cd "$judges" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >install.log 2>&1) ||
    skip_all "npm could not install the judges, see build/conformance/install.log"
  cp "$judges/package-lock.json" "$judges/installed.json"
fi

CONFORMANCE_BINARY=$binary CONFORMANCE_JUDGES=$judges exec node "$top/tests/conformance/run.mjs"
