// What every judge needs: the program under test, places to run it in, and one line for each check.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const binary = process.env.CONFORMANCE_BINARY;
export const judges = process.env.CONFORMANCE_JUDGES;
/// Loads a judge that is an npm package.
export const load = createRequire(path.join(judges, 'package.json'));

/// Thrown by a check that cannot be made here.
export class Skip extends Error {}

export function expect(holds, what) {
  if (!holds) throw new Error(what);
}

export function expectSame(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
}

const counts = { passed: 0, failed: 0, skipped: 0 };

/// Runs one check and prints its line. What the check returns is said beside its name.
export async function check(name, body) {
  try {
    const said = await body();
    ++counts.passed;
    console.log(`ok    ${name}${said ? ` (${said})` : ''}`);
  } catch (error) {
    const skips = error instanceof Skip;
    ++counts[skips ? 'skipped' : 'failed'];
    console.log(`${skips ? 'skip ' : 'FAIL '} ${name}: ${error.message}`);
    if (!skips && process.env.CONFORMANCE_TRACE) console.log(error.stack);
  }
}

const folders = [];

/// A new folder that is a repository to the program, with these files: {name: text or bytes}. A name may be
/// a Buffer.
export function repository(files = []) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'upstream-check-conformance-'));
  folders.push(folder);
  fs.mkdirSync(path.join(folder, '.git'));
  for (const [name, content] of files) write(folder, name, content);
  return folder;
}

export function write(folder, name, content) {
  const whole = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
  fs.mkdirSync(whole.subarray(0, whole.lastIndexOf('/')), { recursive: true });
  fs.writeFileSync(whole, content);
}

export function copyTree(from, folder, name) {
  fs.cpSync(path.join(top, from), path.join(folder, name ?? from), { recursive: true });
}

/// Runs a program; bytes out, nothing of the caller's environment in.
export function runProgram(program, args, { cwd = top, env = {}, input = '' } = {}) {
  const result = spawnSync(program, args, {
    cwd,
    input,
    env: { PATH: process.env.PATH, HOME: os.tmpdir(), LC_ALL: 'C.UTF-8', TZ: 'UTC', ...env },
    maxBuffer: 1 << 28,
  });
  if (result.error) throw result.error;
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/// The program under test.
export function upstreamCheck(args, options) {
  return runProgram(binary, args, options);
}

/// `validate` with one format on standard output.
export function validate(args, { format = 'json', ...options } = {}) {
  const result = upstreamCheck(['validate', '--format', format, ...args], options);
  expect(
    result.code === 0 || result.code === 1 || result.code === 3,
    `validate ended with ${result.code}: ${result.err}`,
  );
  return result.out.toString();
}

/// The day that the samples are written for.
export const day = ['--as-of', '2026-10-31'];

export function finish() {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(counts.failed > 0 ? 1 : 0);
}
