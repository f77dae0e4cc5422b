// Reads the profiles of a folder with js-yaml and holds them against the JSON Schema of profiles with ajv; no
// more than that. validate_only.mjs FOLDER SCHEMA
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import yaml from 'js-yaml';

const [folder, schema] = process.argv.slice(2);
const ajv = new Ajv({strict: false, allErrors: true});
const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
let valid = 0;
for (const name of fs.readdirSync(folder).sort()) {
  const profile = yaml.load(fs.readFileSync(path.join(folder, name), 'utf8'), {schema: yaml.CORE_SCHEMA});
  if (validate(profile)) ++valid;
}
console.log(valid);
