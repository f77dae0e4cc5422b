// The files by which others run the program: .pre-commit-hooks.yaml by pre-commit itself, action.yml by a validator
// and by running its scripts.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {
  Skip,
  binary,
  check,
  expect,
  expectSame,
  load,
  repository,
  runProgram,
  top,
  write,
} from './harness.mjs';

const yaml = load('js-yaml');

/// A folder for PATH in which the program has its name.
function programFolder() {
  const folder = repository();
  fs.symlinkSync(binary, path.join(folder, 'upstream-check'));
  return folder;
}

export function hasPreCommit() {
  return !spawnSync('pre-commit', ['--version']).error && !spawnSync('git', ['--version']).error;
}

function git(folder, ...args) {
  const result = runProgram(
    'git',
    ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'init.defaultBranch=main', ...args],
    { cwd: folder },
  );
  expect(result.code === 0, `git ${args.join(' ')}: ${result.err}`);
  return result.out.toString().trim();
}

/// Runs pre-commit in a repository with these files and this configuration; HOOKS and REVISION in it stand for a
/// repository with our hooks.
export function runPreCommit(config, files) {
  const hooks = repository([
    ['.pre-commit-hooks.yaml', fs.readFileSync(path.join(top, '.pre-commit-hooks.yaml'))],
  ]);
  fs.rmSync(path.join(hooks, '.git'), { recursive: true });
  git(hooks, 'init', '-q');
  git(hooks, 'add', '.');
  git(hooks, 'commit', '-qm', 'hooks');
  const where = repository(files);
  fs.rmSync(path.join(where, '.git'), { recursive: true });
  write(
    where,
    '.pre-commit-config.yaml',
    config.replaceAll('HOOKS', hooks).replaceAll('REVISION', git(hooks, 'rev-parse', 'HEAD')),
  );
  git(where, 'init', '-q');
  git(where, 'add', '.');
  const result = runProgram('pre-commit', ['run', '--all-files', '--verbose'], {
    cwd: where,
    env: {
      PATH: `${programFolder()}:${process.env.PATH}`,
      PRE_COMMIT_HOME: path.join(repository(), 'home'),
      HOME: hooks,
      UPSTREAM_CHECK_LANG: 'en',
    },
  });
  return { ...result, where, text: result.out.toString() };
}

const config = (...hooks) =>
  `repos:\n- repo: HOOKS\n  rev: REVISION\n  hooks: [${hooks.map((id) => `{id: ${id}}`).join(', ')}]\n`;
const good = 'version: 1\nname: A\n';
const bad = 'version: 1\nname: A\nskils: {}\n';

/// Runs the steps of action.yml as a runner does, with its inputs as they are.
function runAction(where, inputs, { onPath = true } = {}) {
  const action = yaml.load(fs.readFileSync(path.join(top, 'action.yml'), 'utf8'));
  const given = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
    ...inputs,
  };
  const outputs = path.join(repository(), 'output');
  // Stands for the checkout of the action, and for a build in it.
  const actionFolder = repository([['cmake/build_program.sh', `echo building >&2\necho ${binary}\n`]]);
  const stepOutputs = {};
  let result;
  for (const step of action.runs.steps) {
    const env = Object.fromEntries(
      Object.entries(step.env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ (.*?) \}\}/g, (_, what) => {
          if (what === 'github.action_path') return actionFolder;
          const [scope, key, , output] = what.split('.');
          return scope === 'inputs' ? given[key] : stepOutputs[key][output];
        }),
      ]),
    );
    const script = path.join(repository(), 'step.sh');
    fs.writeFileSync(script, step.run);
    result = runProgram('sh', ['-e', script], {
      cwd: where,
      env: {
        ...env,
        PATH: onPath ? `${programFolder()}:${process.env.PATH}` : process.env.PATH,
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: outputs,
        UPSTREAM_CHECK_LANG: 'en',
      },
    });
    if (step.id) {
      stepOutputs[step.id] = Object.fromEntries(
        fs
          .readFileSync(outputs, 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.split(/=(.*)/s)),
      );
    }
    if (result.code !== 0) break;
  }
  return { ...result, program: stepOutputs.program.program };
}

export async function judge() {
  await check('pre-commit: takes the hooks', () => {
    if (!hasPreCommit()) throw new Skip('pre-commit is not installed (Debian: pre-commit)');
    const result = runProgram('pre-commit', ['validate-manifest', path.join(top, '.pre-commit-hooks.yaml')]);
    expectSame(result.code, 0, result.out.toString() + result.err);
  });
  await check('pre-commit: runs the checking hook on profiles, and on nothing else', () => {
    if (!hasPreCommit()) throw new Skip('pre-commit is not installed (Debian: pre-commit)');
    const files = [
      ['a.upstream.yaml', bad],
      ['サブ/b c.upstream.yml', bad],
      ['d.upstream.json', '{"version": 1}\n'],
      ['other.yaml', bad],
      ['upstream.yaml', bad],
    ];
    const { code, text } = runPreCommit(config('upstream-check-validate'), files);
    expectSame(code, 1, 'exit code');
    for (const name of ['a.upstream.yaml:3', 'サブ/b c.upstream.yml:3', 'd.upstream.json:1', '3 files:'])
      expect(text.includes(name), `${name} is missing: ${text}`);
    expect(!text.includes('other.yaml') && !/(^|\n)upstream\.yaml/.test(text), text);
    expectSame(
      runPreCommit(config('upstream-check-validate'), [['a.upstream.yaml', good]]).code,
      0,
      'exit code for a good profile',
    );
  });
  await check('pre-commit: sees an id that stands in two files', () => {
    if (!hasPreCommit()) throw new Skip('pre-commit is not installed (Debian: pre-commit)');
    const many = Array.from({ length: 60 }, (_, i) => [`p${i}.upstream.yaml`, `${good}id: one\n`]);
    const { text } = runPreCommit(config('upstream-check-validate'), many);
    expect(text.includes('60 files:') && text.includes('59 warnings'), text.slice(-300));
  });
  await check('pre-commit: the mending hook fails where it changes a file', () => {
    if (!hasPreCommit()) throw new Skip('pre-commit is not installed (Debian: pre-commit)');
    const { code, text, where } = runPreCommit(config('upstream-check-fix'), [
      ['a.upstream.yaml', `${good}as_of: 令和8年10月\n`],
    ]);
    expectSame(code, 1, 'exit code');
    expect(text.includes('files were modified by this hook'), text);
    expectSame(
      fs.readFileSync(path.join(where, 'a.upstream.yaml'), 'utf8'),
      `${good}as_of: 2026-10\n`,
      'the file',
    );
  });
  await check('action: is valid', () => {
    const { validateAction } = load('@action-validator/core');
    const errors = (text) => validateAction(text).errors;
    const text = fs.readFileSync(path.join(top, 'action.yml'), 'utf8');
    expect(
      errors(text.replace('using: composite', 'using: nothing')).length > 0,
      'the validator takes everything',
    );
    expectSame(errors(text), [], 'errors');
  });
  await check('action: no input is part of a script, and no other action is used', () => {
    const { runs } = yaml.load(fs.readFileSync(path.join(top, 'action.yml'), 'utf8'));
    for (const step of runs.steps) {
      expect(!step.uses && !/\$\{\{/.test(step.run), JSON.stringify(step));
      expect(spawnSync('sh', ['-n'], { input: step.run }).status === 0, 'a script is no shell script');
    }
    return `${runs.steps.length} steps`;
  });
  await check('action: its scripts check what they are given, and nothing else happens', () => {
    const where = repository([
      ['a b.yaml', good],
      ["$(touch pwned) '; touch pwned; '.yaml", bad],
      ['sub/c.yaml', bad],
      ['*.yaml', good],
      ['-x.yaml', good],
    ]);
    expectSame(runAction(where, {}).code, 1, 'exit code for all');
    expectSame(runAction(where, { paths: 'a b.yaml' }).code, 0, 'exit code for a path with a blank');
    const one = runAction(where, { paths: '*.yaml\n-x.yaml\n' });
    expectSame(
      [one.code, /2 files/.test(one.out)],
      [0, true],
      `paths that look like something else: ${one.out}${one.err}`,
    );
    const hostile = runAction(where, {
      paths: "$(touch pwned) '; touch pwned; '.yaml\n`touch pwned`",
      args: '--expiring-within=90d\n--lang\nen',
      sarif: "o'ut $(touch pwned).sarif",
    });
    expectSame(hostile.code, 3, `exit code: ${hostile.err}`);
    expect(hostile.err.includes('::error '), 'no annotations');
    expect(!fs.existsSync(path.join(where, 'pwned')), 'an input was executed');
    JSON.parse(fs.readFileSync(path.join(where, "o'ut $(touch pwned).sarif"), 'utf8'));
    expectSame(runAction(where, { args: '--no-such-option' }).code, 2, 'exit code of wrong usage');
  });
  await check('action: takes the program on PATH if it is the wanted version, else builds', () => {
    const where = repository([['a.yaml', good]]);
    const version = runProgram(binary, ['--version']).out.toString().trim().split(' ')[1];
    expect(runAction(where, {}).program.endsWith('/upstream-check'), 'program');
    expect(runAction(where, { version }).program !== binary, 'the one on PATH was not used');
    expectSame(runAction(where, { version: '99.0.0' }).program, binary, 'what was built');
    expectSame(runAction(where, {}, { onPath: false }).program, binary, 'what was built');
  });
}
