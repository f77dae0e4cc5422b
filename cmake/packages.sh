#!/bin/sh
# Installs the Debian 12 packages of the groups named: build, test, fuzz, lint, bench. Does nothing where all are there.
set -eu

packages=""
for group in "$@"; do
  case $group in
    build) packages="$packages g++ cmake ninja-build libcli11-dev libyaml-cpp-dev libyaml-dev libspdlog-dev libfmt-dev nlohmann-json3-dev libutf8proc-dev libpugixml-dev libtbb-dev" ;;
    test) packages="$packages libgtest-dev libgmock-dev libvalijson-dev parallel" ;;
    fuzz) packages="$packages clang libclang-rt-14-dev" ;;
    lint) packages="$packages clang-format clang-tidy" ;;
    bench) packages="$packages libbenchmark-dev" ;;
    *) echo "packages.sh: unknown group '$group' (build, test, fuzz, lint, bench)" >&2; exit 2 ;;
  esac
done

missing=""
for package in $packages; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root=sudo
echo "installing:$missing" >&2
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of words
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
