// SARIF: Microsoft's validator with the rules of the format and of GitHub, and the fixes applied by another
// hand.
import fs from 'node:fs';
import path from 'node:path';
import {
  Skip,
  check,
  copyTree,
  day,
  expect,
  expectSame,
  judges,
  load,
  repository,
  runProgram,
  upstreamCheck,
  validate,
  write,
} from './harness.mjs';
import { hostileRepository } from './hostile.mjs';

const multitool = path.join(judges, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');

export function runMultitool(args, cwd) {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(multitool))
    throw new Skip('sarif-multitool is not there for this system');
  fs.chmodSync(multitool, 0o755);
  return runProgram(multitool, args, { cwd, env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } });
}

/// What it says of our SARIF and we know better, each with the reason.
const weighed = {
  SARIF2002: 'messages are sentences made of what the profile holds; there are no templates to refer to',
  SARIF2003: 'the program does not ask git who made the checkout',
  SARIF2005: 'there is no web page of the program to name',
  SARIF2006: 'looks whether the address of the schema answers: a question to the network',
  SARIF2009: 'rule ids are words, as everywhere else in the program, and not ABC1234',
  SARIF2010: 'lines of a profile are about a person: they are not copied into reports',
  SARIF2011: 'the same for the lines around them',
  SARIF2012: 'rules have no web page each; NotAStage is PascalCase',
};

/// What the validator finds in these files, [{file, rule, level, text}].
function verdicts(folder, files) {
  const log = path.join(folder, 'verdict.sarif');
  const result = runMultitool(
    [
      'validate',
      ...files,
      '-o',
      log,
      '--log',
      'ForceOverwrite',
      '--level',
      'Error;Warning;Note',
      '--kind',
      'Fail',
      '--rule-kind',
      'Sarif;Ghas',
    ],
    folder,
  );
  expect(fs.existsSync(log), `sarif-multitool ended with ${result.code}: ${result.out}`);
  const run = JSON.parse(fs.readFileSync(log)).runs[0];
  const notes = run.invocations?.[0]?.toolExecutionNotifications ?? [];
  expect(!notes.some((note) => note.level === 'error'), JSON.stringify(notes));
  return (run.results ?? []).map((found) => ({
    file: path.basename(
      decodeURIComponent(found.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''),
    ),
    rule: found.ruleId,
    level: found.level ?? 'warning',
    text: JSON.stringify(found.message),
  }));
}

/// The JSON Schema of SARIF 2.1.0, which comes with the validator.
function schema() {
  const Ajv = load('ajv/dist/2020').default;
  const ajv = new Ajv({ strict: false });
  load('ajv-formats').default(ajv);
  return ajv.compile(JSON.parse(fs.readFileSync(path.join(path.dirname(multitool), 'sarif-2.1.0.json'))));
}

/// Every way to run `validate`, as [name, where, arguments].
function runs() {
  const bad = repository();
  copyTree('tests/validate/bad', bad, 'bad');
  copyTree('profiles', bad);
  const known = repository([['.baseline.json', '{"version": 1, "findings": []}\n']]);
  copyTree('tests/validate/bad', known, 'bad');
  write(
    known,
    'suppressed.yaml',
    'version: 1\nname: A\ncertifications:\n  - TOEIC  # upstream-check: ' +
      'ignore[unknown-certification] not {0} about [infra](https://example.com)\n',
  );
  upstreamCheck(['validate', 'bad', ...day, '--baseline', '.baseline.json', '--update-baseline'], {
    cwd: known,
  });
  write(known, 'bad/new.yaml', 'version: 1\nname: A\nskils: {}\n');
  fs.rmSync(path.join(known, 'bad/overlap.yaml'));
  write(known, 'bad/overlap.yaml', 'version: 1\nname: A\n');
  const lost = repository([['good.yaml', 'version: 1\nname: A\n']]);
  fs.symlinkSync('nowhere', path.join(lost, 'lost.yaml'));
  return [
    ['bad.ja', bad, ['bad', '--expiring-within', '90d', '--lang', 'ja', ...day]],
    ['bad.en', bad, ['bad', '--expiring-within', '90d', '--lang', 'en', ...day]],
    ['profiles', bad, ['profiles', ...day]],
    ['nothing-found', repository([['good.yaml', 'version: 1\nname: A\n']]), ['.']],
    ['hostile', hostileRepository(), ['.']],
    ['known-and-suppressed', known, ['.', '--baseline', '.baseline.json', ...day]],
    ['required', bad, ['profiles', '--fail-under', '99', '--require-path', 'cloud-engineer', ...day]],
    ['unreadable', lost, ['.']],
  ];
}

/// Applies the replacements of SARIF to a text: lines and columns count from 1, columns in code points.
function fixed(text, results) {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const points = [...text.slice(mark.length)];
  const lines = [0];
  for (let i = 0; i < points.length; ++i) {
    if (points[i] === '\n' || (points[i] === '\r' && points[i + 1] !== '\n')) lines.push(i + 1);
  }
  const at = (line, column) => lines[line - 1] + column - 1;
  const edits = results
    .filter((result) => !result.suppressions)
    .flatMap((result) => result.fixes ?? [])
    .flatMap((fix) => fix.artifactChanges)
    .flatMap((change) => change.replacements)
    .map(({ deletedRegion: r, insertedContent: c }) => [
      at(r.startLine, r.startColumn),
      at(r.endLine, r.endColumn),
      c.text,
    ])
    .sort((a, b) => b[0] - a[0]);
  for (const [begin, end, content] of edits) points.splice(begin, end - begin, content);
  return [mark + points.join(''), edits.length];
}

const fixable = [
  [
    'crlf.yaml',
    'version: 1\r\nname: A\r\nas_of: 令和8年10月\r\ncertifications:\r\n  - {name: ＣＣＮＡ, acquired: Ｒ７.12}\r\n',
  ],
  ['mark.yaml', '\ufeffversion: 1\nname: A\nas_of: 令和8年10月\n'],
  [
    'emoji.yaml',
    'version: 1\nname: A\ncertifications:\n  - {x-😀𠮷: "𩸽😀", name: "ＣＣＮＡ", x-か\u3099: 1, acquired: 令和7年12月}\n',
  ],
  [
    'known.yaml',
    'version: 1\nname: A\n# upstream-check: ignore[standard-form] so it stands on paper\nas_of: 令和8年10月\n',
  ],
];

export async function judge() {
  const all = runs();
  const folder = repository();
  let found = null;
  const fits = schema();
  const seen = new Map();
  await check('sarif: the validator can be run and refuses what is wrong', () => {
    for (const [name, where, args] of all)
      fs.writeFileSync(path.join(folder, `${name}.sarif`), validate(args, { cwd: where, format: 'sarif' }));
    const wrong = JSON.parse(fs.readFileSync(path.join(folder, 'bad.ja.sarif')));
    const [first, second, third, fourth] = wrong.runs[0].results;
    first.ruleIndex = 1000;
    second.locations = [];
    third.locations[0].physicalLocation.artifactLocation.uri = 'a b.yaml';
    fourth.locations[0].physicalLocation.region.endLine = 1;
    fs.writeFileSync(path.join(folder, 'wrong.sarif'), JSON.stringify(wrong));
    found = verdicts(folder, [...all.map(([name]) => `${name}.sarif`), 'wrong.sarif']);
    const rules = new Set(
      found.filter(({ file, level }) => file === 'wrong.sarif' && level === 'error').map((f) => f.rule),
    );
    expectSame(
      [...rules].sort(),
      ['GH1015', 'GH1017', 'GH2012', 'SARIF1002', 'SARIF1007', 'SARIF1009'],
      'errors of a wrong file',
    );
    return [...rules].sort().join(' ');
  });
  for (const [name] of all) {
    await check(`sarif: ${name} is valid`, () => {
      if (!found) throw new Skip('the validator did not run');
      const here = found.filter(({ file }) => file === `${name}.sarif`);
      // The validator says nothing of a file that it cannot read.
      expect(
        here.some(({ rule }) => rule === 'SARIF2003'),
        'the validator did not read it',
      );
      const taken = here.filter(({ rule, level }) => level === 'error' || !(rule in weighed));
      expect(
        taken.length === 0,
        taken
          .map((f) => `${f.level} ${f.rule} ${f.text}`)
          .slice(0, 5)
          .join('; '),
      );
      for (const { rule } of here) seen.set(rule, (seen.get(rule) ?? 0) + 1);
      const sarif = JSON.parse(fs.readFileSync(path.join(folder, `${name}.sarif`)));
      expect(fits(sarif), JSON.stringify(fits.errors?.[0]));
      return `${sarif.runs[0].results.length} results`;
    });
  }
  await check('sarif: advice of the validator that is not taken is still given', () => {
    if (!found) throw new Skip('the validator did not run');
    for (const rule of Object.keys(weighed))
      expect(seen.has(rule) || rule === 'SARIF2006', `${rule} is not: take it from the list`);
    return [...seen]
      .sort()
      .map(([rule, times]) => `${rule} ${times}×`)
      .join(', ');
  });
  await check('sarif: what the page of GitHub asks for is there', () => {
    const isText = (text) => typeof text === 'string' && text.trim() !== '' && [...text].length <= 1024;
    let results = 0;
    for (const [name] of all) {
      const {
        version,
        $schema,
        runs: [run],
      } = JSON.parse(fs.readFileSync(path.join(folder, `${name}.sarif`)));
      expect(version === '2.1.0' && isText($schema) && run.automationDetails.id.endsWith('/'), name);
      expectSame(run.columnKind, 'unicodeCodePoints', 'columns');
      for (const rule of run.tool.driver.rules) {
        for (const text of [
          rule.id,
          rule.shortDescription.text,
          rule.fullDescription.text,
          rule.help.text,
          rule.help.markdown,
        ])
          expect(isText(text), `${rule.id}: ${text}`);
        expect((rule.name ?? '').length <= 255 && rule.properties.tags.length <= 10, rule.id);
        expect(['error', 'warning', 'recommendation'].includes(rule.properties['problem.severity']), rule.id);
      }
      for (const result of run.results) {
        const { artifactLocation, region } = result.locations[0].physicalLocation;
        expect(result.message.text.trim() !== '' && isText(artifactLocation.uri), JSON.stringify(result));
        expectSame(
          Object.keys(region),
          ['startLine', 'startColumn', 'endLine', 'endColumn'],
          'keys of a region',
        );
        expect(
          /^[0-9a-f]+:[1-9][0-9]*$/.test(result.partialFingerprints.primaryLocationLineHash),
          JSON.stringify(result),
        );
        expectSame(run.tool.driver.rules[result.ruleIndex].id, result.ruleId, 'rule of a result');
        expect(result.locations.length === 1 && (result.relatedLocations ?? []).length <= 1000, 'places');
        ++results;
      }
    }
    return `${results} results`;
  });
  await check('sarif: every path leads to its file', () => {
    const hostile = all.find(([name]) => name === 'hostile');
    const sarif = JSON.parse(fs.readFileSync(path.join(folder, 'hostile.sarif')));
    const uris = new Set(
      sarif.runs[0].results.map((r) => r.locations[0].physicalLocation.artifactLocation.uri),
    );
    for (const uri of uris) {
      expect(/^[A-Za-z0-9\-._~/%]+$/.test(uri) && !uri.startsWith('/') && !uri.startsWith('./'), uri);
      const bytes = Buffer.from(
        uri.replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );
      expect(fs.existsSync(Buffer.concat([Buffer.from(`${hostile[1]}/`), bytes])), uri);
    }
    return `${uris.size} files`;
  });
  await check('sarif: fixes applied by another hand give what --fix writes', () => {
    const where = repository(fixable);
    copyTree('tests/validate/bad', where, 'bad');
    copyTree('profiles', where);
    const names = fs.readdirSync(where, { recursive: true }).filter((name) => name.endsWith('.yaml'));
    const mended = new Map();
    let edits = 0;
    for (let round = 0; round < 10; ++round) {
      const { results } = JSON.parse(validate(['.', ...day], { cwd: where, format: 'sarif' })).runs[0];
      let here = 0;
      for (const name of names) {
        const uri = name.split('/').map(encodeURIComponent).join('/');
        const own = results.filter(
          (r) => r.locations[0].physicalLocation.artifactLocation.uri === uri && r.fixes,
        );
        if (own.length === 0) continue;
        const [text, count] = fixed(fs.readFileSync(path.join(where, name), 'utf8'), own);
        here += count;
        if (count > 0) mended.set(name, text);
        write(where, name, text);
      }
      edits += here;
      if (here === 0) break;
    }
    const again = repository(fixable);
    copyTree('tests/validate/bad', again, 'bad');
    copyTree('profiles', again);
    upstreamCheck(['validate', '.', '--fix', ...day], { cwd: again });
    for (const name of names) {
      const [a, b] = [where, again].map((one) => fs.readFileSync(path.join(one, name)).toString('hex'));
      expect(a === b, `${name} differs`);
    }
    for (const name of ['crlf.yaml', 'mark.yaml', 'emoji.yaml'])
      expect(mended.has(name), `${name} is not mended`);
    expect(!mended.has('known.yaml'), 'what a comment suppresses is mended');
    return `${edits} fixes in ${mended.size} files`;
  });
}
