// GitHub's hash of a line, by which it knows an alert again: computed here from its description, and by
// Microsoft's tools, which have it too.
import fs from 'node:fs';
import path from 'node:path';
import { check, copyTree, day, expect, expectSame, repository, validate } from './harness.mjs';
import { hostileRepository } from './hostile.mjs';
import { runMultitool } from './sarif.mjs';

/// The hash of every line. Of a line count the first 100 UTF-16 units from its beginning on, spaces and tabs left
/// out, each line break as \n, and behind the end of the file one unit 0xFFFF and zeros: the polynomial of
/// them in 37, modulo 2^64, and a number that tells lines of one hash apart.
function lineHashes(bytes) {
  return hashesOf(normalised(bytes.toString('utf8')));
}

function normalised(text) {
  let units = '';
  let behindReturn = false;
  for (let i = 0; i < text.length; ++i) {
    const unit = text[i];
    // A blank between \r and \n parts them.
    if (!(unit === ' ' || unit === '\t' || (unit === '\n' && behindReturn)))
      units += unit === '\r' ? '\n' : unit;
    behindReturn = unit === '\r';
  }
  return units;
}

function hashesOf(units) {
  const padded = `${units}\uffff${'\0'.repeat(100)}`;
  const begins = [0];
  for (let i = 0; i < units.length; ++i) if (units[i] === '\n') begins.push(i + 1);
  const seen = new Map();
  return begins.map((begin) => {
    let hash = 0n;
    for (let i = begin; i < begin + 100; ++i)
      hash = BigInt.asUintN(64, hash * 37n + BigInt(padded.charCodeAt(i)));
    const hex = hash.toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    return `${hex}:${seen.get(hex)}`;
  });
}

const many = (end) =>
  Array.from({ length: 60 }, (_, i) => `"k${i} 😀\t ${'あ'.repeat((i * 7) % 50)}": ${i}`).join(end);
const body = (end) =>
  ['version: 1', 'name: 𠮷田', '', ' ', many(end), 'a: 1', 'b: 1', 'b: 1', 'b: 1', ''].join(end);

const files = [
  ['lf.yaml', body('\n')],
  ['crlf.yaml', body('\r\n')],
  ['cr.yaml', body('\r')],
  ['mark.yaml', `\ufeff${body('\n')}`],
  ['mark-crlf.yaml', `\ufeff${body('\r\n')}`],
  ['no-break-at-end.yaml', body('\n').trimEnd()],
  ['empty.yaml', ''],
  ['break.yaml', '\n'],
  ['one.yaml', 'a'],
  [
    'cut.yaml',
    Buffer.concat([
      Buffer.from('name: '),
      Buffer.from([0xe3, 0x81]),
      Buffer.from('\nあ: '),
      Buffer.from([0xf0, 0x9f, 0x98, 0x0a]),
      Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xff, 0xe3]),
      Buffer.from('\n'),
    ]),
  ],
];

/// [where, uri, line, hash] of every result.
function hashed(where, args) {
  const { results } = JSON.parse(validate([...args, ...day], { cwd: where, format: 'sarif' })).runs[0];
  return results.map((result) => {
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    return [
      where,
      artifactLocation.uri,
      region.startLine,
      result.partialFingerprints.primaryLocationLineHash,
    ];
  });
}

function bytesOf(where, uri) {
  const name = Buffer.from(
    uri.replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  return fs.readFileSync(Buffer.concat([Buffer.from(`${where}/`), name]));
}

export async function judge() {
  await check('line hashes: the description gives the hashes that GitHub publishes as examples', () => {
    expectSame(lineHashes(Buffer.from('')), ['c129715d7a2bc9a3:1'], 'an empty file');
    const lines = lineHashes(Buffer.from('Lorem ipsum dolor sit amet.\n'.repeat(10)));
    expectSame(
      [lines[5], lines[6], lines[10]],
      ['a7f2ff13bc495cf2:6', 'a7f2ff1481e87703:1', 'c129715d7a2bc9a3:1'],
      'equal lines',
    );
  });
  const samples = repository();
  copyTree('tests/validate/bad', samples, 'bad');
  copyTree('profiles', samples);
  const all = [
    ...hashed(samples, ['.', '--expiring-within', '3650', '--fail-under', '100']),
    ...hashed(repository(files), ['.']),
    ...hashed(hostileRepository(), ['.']),
  ];
  await check('line hashes: those in SARIF are those of the description', () => {
    const places = new Set();
    for (const [where, uri, line, hash] of all) {
      expectSame(hash, lineHashes(bytesOf(where, uri))[line - 1], `${uri}:${line}`);
      places.add(`${where}${uri}:${line}`);
    }
    expect(places.size > 400, `only ${places.size} lines were looked at`);
    return `${all.length} results, ${places.size} lines of ${new Set(all.map(([where, uri]) => where + uri)).size} files`;
  });
  await check("line hashes: those in SARIF are those of Microsoft's tools", () => {
    const folder = repository();
    const [input, output] = ['without.sarif', 'with.sarif'].map((name) => path.join(folder, name));
    // A path that is no UTF-8 is no file to it.
    const text = all.filter(([, uri]) => !uri.includes('%FF'));
    const results = text.map(([where, uri, line]) => ({
      ruleId: 'x',
      message: { text: 'x' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `file://${where}/${uri}` },
            region: { startLine: line },
          },
        },
      ],
    }));
    fs.writeFileSync(
      input,
      JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results }] }),
    );
    runMultitool(
      [
        'rewrite',
        input,
        '-o',
        output,
        '--insert',
        'RollingHashPartialFingerprints',
        '--log',
        'ForceOverwrite',
      ],
      folder,
    );
    JSON.parse(fs.readFileSync(output)).runs[0].results.forEach((result, i) => {
      expectSame(
        text[i][3],
        result.partialFingerprints?.primaryLocationLineHash,
        `${text[i][1]}:${text[i][2]}`,
      );
    });
    return `${text.length} results`;
  });
}
