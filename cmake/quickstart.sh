#!/bin/sh
# From a fresh Debian 12 machine to a report: packages, build, and upstream-check with the arguments given here.
set -eu

program=$(sh "$(dirname "$0")/build_program.sh")
exec "$program" "$@"
