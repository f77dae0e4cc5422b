// GitHub workflow commands, read as the runner reads them: both of its forms, undone escape by escape.
import fs from 'node:fs';
import path from 'node:path';
import { check, copyTree, day, expect, expectSame, repository, upstreamCheck, validate } from './harness.mjs';
import { hostileRepository, names } from './hostile.mjs';

function undone(text, escapes) {
  for (const [escape, character] of escapes) text = text.replaceAll(escape, character);
  return text;
}

const ofData = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const ofProperties = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];

function pairs(text, separator) {
  return Object.fromEntries(
    text
      .split(separator)
      .map((pair) => pair.trim())
      .filter((pair) => pair.includes('='))
      .map((pair) => [
        pair.slice(0, pair.indexOf('=')),
        undone(pair.slice(pair.indexOf('=') + 1), ofProperties),
      ]),
  );
}

/// `::name key=value,…::data` behind any blanks at the beginning of a line.
function colonCommand(line) {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return null;
  const [, name, rest] = /^(\S*) ?(.*)$/s.exec(text.slice(2, end));
  return { name, properties: pairs(rest, ','), data: undone(text.slice(end + 2), ofData) };
}

/// `##[name key=value;…]data` anywhere in a line.
function bracketCommand(line) {
  const begin = line.indexOf('##[');
  const end = begin < 0 ? -1 : line.indexOf(']', begin);
  if (end < 0) return null;
  return { name: line.slice(begin + 3, end).split(' ')[0], properties: {}, data: line.slice(end + 1) };
}

/// All that the runner knows.
const registered = new Set([
  'internal-set-repo-path',
  'set-env',
  'set-output',
  'save-state',
  'add-path',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'warning',
  'error',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
  'set-secret',
]);

/// The runner's lines end where .NET's do; what a log viewer takes for an end of line must be none either.
const linesOf = (text) => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);

function commandsIn(text) {
  return linesOf(text)
    .flatMap((line) => [colonCommand(line), bracketCommand(line)])
    .filter((command) => command && registered.has(command.name));
}

/// The program writes what hides or ends a line, and what would begin a command, as \u{…}.
const unescaped = (text) =>
  text.replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)));

export async function judge() {
  const hostile = hostileRepository();
  const bad = repository();
  copyTree('tests/validate/bad', bad, 'bad');
  const kinds = { error: 'error', warning: 'warning', notice: 'note' };
  await check('github: the reader finds both forms', () => {
    expectSame(
      commandsIn('  ::error file=a%2Cb,line=1::x%0Ay').map(({ properties, data }) => [properties, data]),
      [[{ file: 'a,b', line: '1' }, 'x\ny']],
      '::',
    );
    expectSame(commandsIn('a ##[error]b').length, 1, '##[');
    expectSame(commandsIn('a ::error::b\n##[unknown]').length, 0, 'no command');
  });
  const whole = (found) =>
    [
      found.message,
      ...found.notes.filter(({ line }) => line === null).map(({ message }) => message),
      found.help,
    ]
      .filter(Boolean)
      .join('. ');
  const compare = (where, args) => {
    const run = ['--lang', 'en', ...args];
    const output = validate(run, { cwd: where, format: 'github' });
    const report = JSON.parse(validate(run, { cwd: where }));
    const lines = output.split('\n').filter(Boolean);
    const commands = lines.map(colonCommand);
    expect(
      commands.every((command) => command && command.name in kinds),
      'a line is no annotation',
    );
    const places = commands.filter(({ properties }) => properties.file !== undefined);
    for (const name of Object.keys(kinds))
      expect(commands.filter((command) => command.name === name).length <= 10, `more than ten of ${name}`);
    const found = report.files.flatMap((file) =>
      file.diagnostics.filter(({ suppressed }) => !suppressed).map((one) => [file, one]),
    );
    for (const { name, properties, data } of places) {
      const match = found.find(
        ([file, one]) =>
          file.path === properties.file &&
          one.severity === kinds[name] &&
          String(one.line ?? 1) === properties.line &&
          one.rule === properties.title &&
          whole(one) === unescaped(data) &&
          (properties.col === undefined || String(one.column) === properties.col),
      );
      expect(match, `${JSON.stringify({ name, properties, data })} is no finding`);
      if (properties.col === undefined) continue;
      expect(properties.endLine === properties.line, 'columns over several lines are dropped');
      expect(Number(properties.endColumn) >= Number(properties.col), 'columns run backwards');
    }
    const rest = commands.filter(({ properties }) => properties.file === undefined);
    const shown = places.length;
    if (found.length > shown)
      expectSame(
        [rest.length, rest[0].data],
        [1, `${report.summary.errors + report.summary.warnings + report.summary.notes - shown} more`],
        'the rest',
      );
    else expectSame(rest.length, 0, 'a word of more');
    return [places.length, found.length, new Set(places.map(({ properties }) => properties.file)).size];
  };
  await check('github: path, line, title and message come out as they went in', () => {
    const [shown, of] = compare(bad, ['bad', ...day]);
    return `${shown} of ${of} findings`;
  });
  await check('github: hostile paths and texts come out as they went in', () => {
    let files = 0;
    let shown = 0;
    // One by one: ten annotations are little.
    for (const name of names.filter((one) => typeof one === 'string')) {
      const counts = compare(hostile, ['--', name]);
      shown += counts[0];
      files += counts[2];
    }
    expect(files >= names.length - 1, `only ${files} files`);
    return `${shown} annotations in ${files} files`;
  });
  await check('github: no other output holds a command', () => {
    let bytes = 0;
    for (const format of ['text', 'json', 'sarif', 'junit', 'gitlab']) {
      for (const lang of ['ja', 'en']) {
        for (const extra of [[], ['--diff'], ['-v']]) {
          if (extra[0] === '--diff' && format !== 'text') continue;
          const args = [
            'validate',
            '.',
            '--lang',
            lang,
            ...extra,
            ...(extra[0] === '--diff' ? [] : ['--format', format]),
          ];
          const { out, err } = upstreamCheck(args, { cwd: hostile });
          for (const [stream, text] of [
            ['stdout', out],
            ['stderr', err],
          ]) {
            bytes += text.length;
            expectSame(commandsIn(text.toString()), [], `${args.join(' ')} ${stream}`);
          }
        }
      }
    }
    return `${bytes} bytes`;
  });
  await check('github: no other command of the program holds one', () => {
    for (const args of [
      ['syntax.yaml'],
      ['100%25.yaml'],
      ['--all', '::error::x.yaml'],
      ['no ##[error]such.yaml'],
      ['validate', '::error::absent'],
      ['explain', '##[error]x'],
      ['::error::x'],
      ['--format', '##[error]x', '.'],
      ['validate', '--fail-under', '##[error]x', '.'],
    ]) {
      const { out, err } = upstreamCheck([...args, '--lang', 'en'], { cwd: hostile });
      expectSame([...commandsIn(out.toString()), ...commandsIn(err.toString())], [], args.join(' '));
    }
  });
  await check(
    'github: in a job of GitHub annotations come by themselves, and a summary without markup',
    () => {
      const summary = path.join(repository(), 'summary.md');
      const { out, err, code } = upstreamCheck(['validate', '.', '--lang', 'en'], {
        cwd: hostile,
        env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
      });
      expectSame(code, 1, 'exit code');
      expect([...commandsIn(out.toString()), ...commandsIn(err.toString())].length >= 11, 'no annotations');
      const text = fs.readFileSync(summary, 'utf8');
      expect(text.length < 1024 * 1024, 'the summary is too long for GitHub');
      expect(!/[<>]|\]\(|https?:\/\//.test(text.replace(/\\./g, '')), 'markup in the summary');
      const rows = text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.replace(/\\./g, '').split('|').length);
      expectSame([...new Set(rows)], [7], 'cells of a row');
      return `${rows.length} rows`;
    },
  );
}
