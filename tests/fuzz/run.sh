#!/bin/sh
# run.sh assess_fuzzer|lanes_fuzzer|plan_fuzzer [OPTION OF LIBFUZZER]...
# Looks for an input that breaks a promise, beginning at the samples and at what was found before. Prints figures,
# or what broke and the input, as a line of shell that writes it. The commit is the seed: other inputs for each
# change, the same again for whoever looks into a failure.
set -eu
cd "$(dirname "$0")/../.."
fuzzer=$1
shift
seed=$(printf '%d' "0x$(git rev-parse --short=7 HEAD 2>/dev/null || echo 1)")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/inputs"
cp profiles/*.yaml tests/fuzz/corpus/* "$work/inputs"
if "build/asan/tests/$fuzzer" -seed="$seed" -timeout=10 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 \
  -dict=tests/fuzz/profile.dict -artifact_prefix="$work/" "$@" "$work/inputs" >"$work/log" 2>&1; then
  echo "$fuzzer, seed $seed"
  grep 'stat::' "$work/log"
  exit 0
fi
{
  printf '%s, seed %s: ' "$fuzzer" "$seed"
  grep -A 30 -m 1 -e 'broken promise' -e 'ERROR' -e 'runtime error' "$work/log" ||
    tail -n 30 "$work/log"
  find "$work" -maxdepth 1 -name '*-*' ! -name 'slow-*' \
    -printf 'echo ' -exec base64 -w 0 {} ';' -printf ' | base64 -d >found.yaml\n'
} >&2
exit 1
