#!/bin/sh
# batch over 10,000 profiles beside two programs that do less: one that only parses them (libyaml), and one that
# only validates them (js-yaml and ajv). In turn, so that whatever else the machine does falls on all of them.
#   sh tests/benchmark/side_by_side.sh PROGRAM FOLDER [ROUNDS]
# FOLDER is for the profiles, the npm packages and the results. Wants cc, libyaml's header, node, npm and GNU time.
set -eu

program=$(realpath "$1")
folder=$2
rounds=${3:-7}
here=$(realpath "$(dirname "$0")")
sample=$here/../../profiles/ready-but-no-chance.yaml

mkdir -p "$folder/profiles"
cd "$folder"
# Without its id, so that each has that of its name.
grep -v '^id:' "$sample" >sample.yaml
[ -e profiles/m10000.yaml ] || for i in $(seq 10000); do cp sample.yaml "profiles/m$(printf %05d "$i").yaml"; done
cc -O2 -o parse_only "$here/parse_only.c" -lyaml -lpthread
cp "$here/package.json" "$here/validate_only.mjs" .
[ -d node_modules ] || npm install --silent
"$program" schema profile >schema.json

# Seconds of the clock, seconds of CPU, KiB at the peak.
measure() {
  name=$1
  shift
  begin=$(date +%s%N)
  /usr/bin/time -o used -f '%U %S %M' "$@" >/dev/null
  end=$(date +%s%N)
  echo "$begin $end $(cat used)" | awk '{printf "%.4f %.2f %d\n", ($2 - $1) / 1e9, $3 + $4, $5}' >>"$name.times"
}

rm -f ./*.times
for _ in $(seq "$rounds"); do
  measure parse ./parse_only profiles
  measure batch "$program" batch profiles --format ndjson --jobs 2 -o records.ndjson
  measure batch-1 "$program" batch profiles --format ndjson --jobs 1 -o records.ndjson
  measure node node validate_only.mjs profiles schema.json
done

median() { sort -n | awk '{value[NR] = $1} END {print value[int((NR + 1) / 2)]}'; }
printf '%-8s %10s %10s %10s\n' program seconds CPU KiB
for name in parse batch batch-1 node; do
  printf '%-8s %10s %10s %10s\n' "$name" "$(cut -d' ' -f1 "$name.times" | median)" \
    "$(cut -d' ' -f2 "$name.times" | median)" "$(cut -d' ' -f3 "$name.times" | median)"
done
