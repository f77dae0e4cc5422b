// Our JSON Schemas by ajv, the validator most programs use, over profiles read by js-yaml.
import fs from 'node:fs';
import path from 'node:path';
import {
  check,
  copyTree,
  day,
  expect,
  expectSame,
  load,
  repository,
  top,
  upstreamCheck,
  validate,
} from './harness.mjs';

const Ajv = load('ajv').default;
const yaml = load('js-yaml');

export const schemaOf = (name) => JSON.parse(upstreamCheck(['schema', name, '--no-config']).out);

/// Rules that are about the shape, as tests/report/schema_agreement_test.cpp has them.
const shapeRules = new Set([
  'unknown-key',
  'missing-key',
  'wrong-type',
  'out-of-range',
  'unknown-value',
  'invalid-date',
  'unsupported-version',
  'unknown-skill',
  'unknown-stage',
  'unknown-path',
  'unknown-domain',
  'conflicting-keys',
  'not-a-stage',
]);
/// What the program takes in other spellings than a schema can list.
const spellingRules = new Set(['standard-form', 'ambiguous-name']);

function compile(schema) {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    keywords: ['patternErrorMessage'],
  });
  return ajv.compile(schema);
}

function filesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

/// A generator of numbers that gives the same ones each time.
function numbers(seed) {
  let state = BigInt(seed) * 0x9e3779b97f4a7c15n + 1n;
  return (below) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number((state >> 33n) % BigInt(below));
  };
}

const values = [
  null,
  true,
  false,
  0,
  1,
  5,
  -1,
  2.5,
  1e9,
  '',
  'x',
  '保守',
  'design',
  'network',
  'strong',
  '2024-04',
  '2024-02-30',
  '2023-02-29',
  '令和6年4月',
  '2024-4',
  'member',
  'upstream',
  'CCNA',
  [],
  {},
  ['x'],
  [1],
  { x: 1 },
  { 'x-y': [] },
  'あ'.repeat(300),
  '𠮷'.repeat(200),
];
const keys = [
  'x-own',
  'stage',
  'from',
  'to',
  'years',
  'months',
  'level',
  'skils',
  'name',
  'version',
  'role',
  'acquired',
  'expires',
  'network',
];

/// A profile with one to three places changed.
function mutated(profile, next) {
  const copy = structuredClone(profile);
  for (let times = 1 + next(3); times > 0; --times) {
    let place = copy;
    while (true) {
      const inside = Object.values(place).filter((value) => value !== null && typeof value === 'object');
      if (inside.length === 0 || next(3) === 0) break;
      place = inside[next(inside.length)];
    }
    const own = Object.keys(place);
    const value = structuredClone(values[next(values.length)]);
    const what = next(4);
    if (Array.isArray(place)) {
      if (what === 0 && own.length > 0) place.splice(next(own.length), 1);
      else place.splice(next(own.length + 1), what === 1 ? 1 : 0, value);
    } else if (what === 0 && own.length > 0) {
      delete place[own[next(own.length)]];
    } else if (what === 1) {
      place[keys[next(keys.length)]] = value;
    } else if (own.length > 0) {
      place[own[next(own.length)]] = value;
    }
  }
  return copy;
}

/// Of a file of `validate --format json`.
const isRefused = (file) =>
  file.diagnostics.some((found) => shapeRules.has(found.rule) && !/longer than 60 years/.test(found.message));

export async function judge() {
  const fits = {};
  for (const name of [
    'profile',
    'assessment',
    'validation',
    'rubric',
    'settings',
    'batch',
    'team',
    'plan',
    'whatif',
    'compare',
    'timeline',
  ]) {
    await check(`schemas: ajv takes ${name}`, () => {
      fits[name] = compile(schemaOf(name));
    });
  }
  await check('schemas: every sample profile fits', () => {
    const files = filesBelow(path.join(top, 'profiles'));
    for (const file of files) {
      const profile = yaml.load(fs.readFileSync(file, 'utf8'), { schema: yaml.CORE_SCHEMA });
      expect(fits.profile(profile), `${file}: ${JSON.stringify(fits.profile.errors?.[0])}`);
    }
    expect(files.length > 20, `only ${files.length} files`);
    return `${files.length} files`;
  });
  await check('schemas: the bad profiles that are YAML are refused where the shape is wrong', () => {
    const report = JSON.parse(validate(['tests/validate/bad', '--lang', 'en', ...day]));
    let [refused, accepted, unread] = [0, 0, 0];
    for (const file of report.files) {
      let profile;
      try {
        profile = yaml.load(fs.readFileSync(path.join(top, file.path), 'utf8'), { schema: yaml.CORE_SCHEMA });
      } catch {
        expect(
          file.diagnostics.some(({ severity }) => severity === 'error'),
          `${file.path} is no YAML to js-yaml only`,
        );
        ++unread;
        continue;
      }
      // What is wrong with the text is nothing to whoever only sees the values.
      if (
        file.diagnostics.some(
          ({ rule }) =>
            rule.startsWith('yaml-') ||
            [
              'encoding',
              'control-character',
              'too-many-entries',
              'too-deep',
              'empty-document',
              ...spellingRules,
            ].includes(rule),
        )
      )
        continue;
      expectSame(fits.profile(profile), !isRefused(file), file.path);
      fits.profile(profile) ? ++accepted : ++refused;
    }
    return `${refused} refused by both, ${accepted} accepted by both, ${unread} no YAML`;
  });
  await check('schemas: ajv and the program agree over mutated profiles', () => {
    const folder = repository();
    const sound = filesBelow(path.join(top, 'profiles')).map((file) =>
      yaml.load(fs.readFileSync(file, 'utf8'), { schema: yaml.CORE_SCHEMA }),
    );
    const next = numbers(1);
    const mutants = Array.from({ length: 600 }, (_, i) => mutated(sound[i % sound.length], next));
    mutants.forEach((mutant, i) => {
      // Half of them as YAML.
      const text = i % 2 === 0 ? JSON.stringify(mutant) : yaml.dump(mutant);
      fs.writeFileSync(path.join(folder, `${String(i).padStart(3, '0')}.yaml`), text);
    });
    const report = JSON.parse(validate(['.', '--lang', 'en', ...day], { cwd: folder }));
    expectSame(report.files.length, mutants.length, 'files');
    let [refused, accepted] = [0, 0];
    report.files.forEach((file, i) => {
      const read = yaml.load(fs.readFileSync(path.join(folder, file.path), 'utf8'), {
        schema: yaml.CORE_SCHEMA,
      });
      expect(
        fits.profile(read) !== isRefused(file),
        `${JSON.stringify(mutants[i])}: ajv ${JSON.stringify(fits.profile.errors?.slice(0, 2))}, ` +
          `program ${JSON.stringify(file.diagnostics.map(({ rule, line, message }) => [rule, line, message]))}`,
      );
      fits.profile(read) ? ++accepted : ++refused;
    });
    expect(refused > 150 && accepted > 75, `${refused} refused, ${accepted} accepted`);
    return `${refused} refused by both, ${accepted} accepted by both`;
  });
  await check('schemas: what the program prints fits', () => {
    const assessments = JSON.parse(
      upstreamCheck(['--format', 'json', ...day, 'profiles/minimal.yaml', 'profiles/everything.yaml']).out,
    );
    for (const assessment of assessments)
      expect(fits.assessment(assessment), JSON.stringify(fits.assessment.errors?.[0]));
    const where = repository();
    copyTree('tests/validate/bad', where, 'bad');
    const reports = [
      validate(['bad', '--expiring-within', '90d', '--fail-under', '90', ...day], { cwd: where }),
      validate(['profiles', ...day]),
    ];
    for (const report of reports)
      expect(fits.validation(JSON.parse(report)), JSON.stringify(fits.validation.errors?.[0]));
    expect(
      fits.rubric(
        yaml.load(upstreamCheck(['rubric', 'export']).out.toString(), { schema: yaml.CORE_SCHEMA }),
      ),
      JSON.stringify(fits.rubric.errors?.[0]),
    );
  });  await check('schemas: what is answered of every sample profile fits', () => {
    const samples = filesBelow(path.join(top, 'profiles')).map((file) => path.relative(top, file));
    const fitsOutput = (name, args) => {
      const { code, out, err } = upstreamCheck([...args, '--format', 'json']);
      // 1: there is no plan; that is an answer, too.
      expect(code === 0 || (name === 'plan' && code === 1), `${args.join(' ')} ended with ${code}: ${err}`);
      expect(fits[name](JSON.parse(out)), `${args.join(' ')}: ${JSON.stringify(fits[name].errors?.[0])}`);
    };
    const saved = path.join(repository(), 'before.json');
    let plans = 0;
    for (const sample of samples) {
      fitsOutput('whatif', ['whatif', sample]);
      fitsOutput('whatif', [
        'whatif',
        sample,
        ...['--set', 'skills.network=4', '--set', 'preferences.goal=stay', '--add-cert', 'CCNP'],
        ...['--add-months', 'build=12', '--at', '2028-04', '--lang', 'en'],
      ]);
      fitsOutput('timeline', ['timeline', sample]);
      upstreamCheck([sample, '--format', 'json', '-o', saved]);
      fitsOutput('compare', ['compare', saved, sample, '--as-of', '2028-10-31']);
      fitsOutput('compare', ['compare', sample, samples[0], '--lang', 'en']);
      const goals = [['design'], ['design', '--change-post', '--lang', 'en'], ['build', '--by', '2026-12-31']];
      // Plans to a path take a second.
      if (/case-h|everything/.test(sample)) goals.push(['cloud-engineer', '--avoid', 'cert']);
      for (const goal of goals) fitsOutput('plan', ['plan', sample, '--to', ...goal, ...day]);
      plans += goals.length;
    }
    const { out } = upstreamCheck(['batch', 'profiles', 'tests/validate/bad', '--format', 'ndjson', ...day]);
    const records = out.toString().trim().split('\n');
    for (const record of records)
      expect(fits.batch(JSON.parse(record)), `${record}: ${JSON.stringify(fits.batch.errors?.[0])}`);
    expect(records.length > samples.length, `only ${records.length} records`);
    for (const names of [[], ['--names'], ['--pseudonyms'], ['--min-group', '3']])
      fitsOutput('team', ['team', 'profiles', ...names, ...day]);
    return `${samples.length} files, ${plans} plans, ${records.length} records`;
  });
}
