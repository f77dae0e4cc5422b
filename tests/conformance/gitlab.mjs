// GitLab Code Quality: what GitLab needs of an entry, and fingerprints by which it knows a finding again.
import fs from 'node:fs';
import path from 'node:path';
import { check, copyTree, day, expect, expectSame, load, repository, validate, write } from './harness.mjs';
import { hostileRepository } from './hostile.mjs';

const Ajv = load('ajv').default;

/// GitLab stops at the first entry that is not so; everything behind it is lost.
const entry = {
  type: 'object',
  required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
  properties: {
    description: { type: 'string', minLength: 1 },
    check_name: { type: 'string', minLength: 1 },
    fingerprint: { type: 'string', minLength: 1 },
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: {
      type: 'object',
      required: ['path', 'lines'],
      properties: {
        path: { type: 'string', pattern: '^(?!\\./|/)' },
        lines: {
          type: 'object',
          required: ['begin'],
          properties: { begin: { type: 'integer', minimum: 1 } },
        },
      },
    },
  },
};

const issues = (where, args = []) =>
  JSON.parse(validate(['.', '--lang', 'en', ...args, ...day], { cwd: where, format: 'gitlab' }));

/// What stays when lines move: path, rule and fingerprint.
const marks = (found) =>
  found
    .map(({ location, check_name, fingerprint }) => `${location.path} ${check_name} ${fingerprint}`)
    .sort();

export async function judge() {
  const fits = new Ajv().compile({ type: 'array', items: entry });
  const bad = repository();
  copyTree('tests/validate/bad', bad, 'bad');
  copyTree('profiles', bad);
  await check('gitlab: every entry has what GitLab needs, and a fingerprint of its own', () => {
    let all = 0;
    for (const found of [
      issues(bad, ['--expiring-within', '90d', '--fail-under', '90']),
      issues(hostileRepository()),
    ]) {
      expect(fits(found), JSON.stringify(fits.errors?.[0]));
      expectSame(new Set(found.map(({ fingerprint }) => fingerprint)).size, found.length, 'fingerprints');
      all += found.length;
    }
    return `${all} entries`;
  });
  await check('gitlab: a run without findings is an empty array', () => {
    expectSame(issues(repository([['good.yaml', 'version: 1\nname: A\n']])), [], 'issues');
  });
  await check('gitlab: fingerprints stay when ten comment lines are put on top', () => {
    const moved = repository();
    copyTree('tests/validate/bad', moved, 'bad');
    copyTree('profiles', moved);
    let files = 0;
    for (const name of fs.readdirSync(moved, { recursive: true }).filter((one) => one.endsWith('.yaml'))) {
      write(
        moved,
        name,
        Buffer.concat([Buffer.from('# a comment\n'.repeat(10)), fs.readFileSync(path.join(moved, name))]),
      );
      ++files;
    }
    const [before, after] = [issues(bad), issues(moved)];
    expectSame(marks(after), marks(before), 'fingerprints');
    const ten = after.filter(
      (one, i) => one.location.lines.begin === before[i].location.lines.begin + 10,
    ).length;
    expect(ten > before.length / 2, `only ${ten} of ${before.length} findings moved`);
    return `${before.length} findings in ${files} files`;
  });
  const list = [
    'stage: 監視, years: 2',
    'stage: 保守, yeers: 3',
    'stage: 構築, years: 70',
    'stage: kochiku, years: 1',
    'stage: 構築, years: 1, domains: [netwerk]',
  ];
  const profile = (items, certificates) =>
    [
      'version: 1',
      'name: A',
      'experience:',
      ...items.map((item) => `  - {${item}}`),
      'certifications:',
      ...certificates.map((name) => `  - ${name}`),
      '',
    ].join('\n');
  await check('gitlab: fingerprints stay when a list is put in another order', () => {
    const [before, after] = [
      [list, ['TOEIC', 'CCNA', 'LPIC']],
      [[...list].reverse(), ['LPIC', 'CCNA', 'TOEIC']],
    ].map(([items, names]) => marks(issues(repository([['a.yaml', profile(items, names)]]))));
    expectSame(after, before, 'fingerprints');
    return `${before.length} findings`;
  });
  await check('gitlab: fingerprints stay when items are put in front', () => {
    const before = marks(issues(repository([['a.yaml', profile(list, ['TOEIC', 'LPIC'])]])));
    const after = marks(
      issues(
        repository([['a.yaml', profile(['stage: 監視, months: 3', ...list], ['AWS SAA', 'TOEIC', 'LPIC'])]]),
      ),
    );
    expectSame(
      before.filter((mark) => !after.includes(mark)),
      [],
      'fingerprints that are gone',
    );
    return `${before.length} findings`;
  });
  await check('gitlab: fingerprints are the same in another language and on another day', () => {
    const where = repository([['a.yaml', profile(list, ['TOEIC'])]]);
    const japanese = JSON.parse(
      validate(['.', '--lang', 'ja', '--as-of', '2025-01-01'], { cwd: where, format: 'gitlab' }),
    );
    expectSame(marks(japanese), marks(issues(where)), 'fingerprints');
  });
}
