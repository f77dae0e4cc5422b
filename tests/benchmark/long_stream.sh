#!/bin/sh
# batch over streams of 10,000, 100,000 and 1,000,000 profiles, each a line of JSON with an id of its own: the time
# grows with the number, the memory does not.
#   sh tests/benchmark/long_stream.sh PROGRAM FOLDER
# FOLDER is one in which side_by_side.sh has run (for js-yaml), and takes records of some 900 MB.
set -eu

program=$(realpath "$1")
cd "$2"
node --input-type=module -e "
import fs from 'node:fs';
import yaml from 'js-yaml';
console.log(JSON.stringify(yaml.load(fs.readFileSync('sample.yaml', 'utf8'), {schema: yaml.CORE_SCHEMA})));
" >sample.json

printf '%9s %10s %10s %10s %10s\n' profiles seconds CPU KiB records
for count in 10000 100000 1000000; do
  begin=$(date +%s%N)
  awk -v count="$count" '{
    for (i = 1; i <= count; ++i) print "{\"id\":\"m" i "\"," substr($0, 2)
  }' sample.json |
    /usr/bin/time -o used -f '%U %S %M' \
      "$program" batch - --input-format ndjson --format ndjson --no-summary --jobs 2 -o records.ndjson
  end=$(date +%s%N)
  echo "$begin $end $(cat used) $(wc -l <records.ndjson)" | awk -v count="$count" '{
    printf "%9d %10.2f %10.2f %10d %10d\n", count, ($2 - $1) / 1e9, $3 + $4, $5, $6
  }'
done
rm records.ndjson
