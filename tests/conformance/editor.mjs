// A real YAML language server, as an editor drives it, with the schema of a profile.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  check,
  day,
  expect,
  expectSame,
  judges,
  repository,
  top,
  upstreamCheck,
  validate,
} from './harness.mjs';

const patience = 60_000;

class LanguageServer {
  #process = spawn(process.execPath, [
    path.join(judges, 'node_modules/yaml-language-server/bin/yaml-language-server'),
    '--stdio',
  ]);
  #read = Buffer.alloc(0);
  #asked = new Map();
  #waiting = new Map();
  #published = new Map();
  #last = 0;

  constructor() {
    this.#process.stdout.on('data', (bytes) => this.#take(bytes));
  }

  #take(bytes) {
    this.#read = Buffer.concat([this.#read, bytes]);
    for (;;) {
      const head = this.#read.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#read.subarray(0, head).toString())[1]);
      if (this.#read.length < head + 4 + length) return;
      this.#hear(JSON.parse(this.#read.subarray(head + 4, head + 4 + length).toString()));
      this.#read = this.#read.subarray(head + 4 + length);
    }
  }

  #hear(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
      this.#published.set(message.params.uri, message.params.diagnostics);
      this.#waiting.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method && message.id !== undefined) {
      this.#send({
        id: message.id,
        result: message.method === 'workspace/configuration' ? message.params.items.map(() => ({})) : null,
      });
    } else if (message.id !== undefined) {
      this.#asked.get(message.id)?.(message);
    }
  }

  #send(message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #within(promise, what) {
    return Promise.race([
      promise,
      new Promise((_, reject) =>
        setTimeout(() => reject(new Error(`no answer to ${what}`)), patience).unref(),
      ),
    ]);
  }

  async ask(method, params) {
    const id = ++this.#last;
    const answer = new Promise((resolve) => this.#asked.set(id, resolve));
    this.#send({ id, method, params });
    const message = await this.#within(answer, method);
    if (message.error) throw new Error(`${method}: ${message.error.message}`);
    return message.result;
  }

  tell(method, params) {
    this.#send({ method, params });
  }

  /// Opens a document and gives the first diagnostics that are published for it.
  open(uri, text) {
    const published = new Promise((resolve) => this.#waiting.set(uri, resolve));
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return this.#within(published, `diagnostics of ${uri}`);
  }

  end() {
    this.#process.kill();
  }
}

const header = '# yaml-language-server: $schema=profile.schema.json\n';
/// Where a profile may be wrong in the way that both find.
const shapeSamples = [
  'unknown-key',
  'wrong-type',
  'unknown-value',
  'invalid-date',
  'missing-key',
  'out-of-range',
  'unknown-skill',
  'unknown-stage',
  'unknown-path',
  'unknown-domain',
  'conflicting-keys',
  'not-a-stage',
  'unsupported-version',
];

export async function judge() {
  const folder = repository();
  const server = new LanguageServer();
  const uri = (name) => pathToFileURL(path.join(folder, name)).href;
  const at = (name, line, character) => ({ textDocument: { uri: uri(name) }, position: { line, character } });
  const labels = async (name, text) => {
    await server.open(uri(name), text);
    const lines = text.split('\n');
    const list = await server.ask('textDocument/completion', at(name, lines.length - 1, lines.at(-1).length));
    return (list.items ?? list).map(({ label }) => label);
  };
  try {
    await check('editor: the language server starts', async () => {
      fs.writeFileSync(
        path.join(folder, 'profile.schema.json'),
        upstreamCheck(['schema', 'profile', '--no-config']).out,
      );
      await server.ask('initialize', {
        processId: process.pid,
        rootUri: pathToFileURL(folder).href,
        capabilities: {
          textDocument: {
            completion: { completionItem: { documentationFormat: ['markdown'] } },
            hover: { contentFormat: ['markdown'] },
            publishDiagnostics: {},
          },
        },
      });
      server.tell('initialized', {});
      server.tell('workspace/didChangeConfiguration', {
        settings: { yaml: { schemaStore: { enable: false }, validate: true, completion: true, hover: true } },
      });
    });
    await check('editor: the line in the file finds the schema', async () => {
      const without = await server.open(uri('without.yaml'), 'version: 1\nname: A\nskils: {}\n');
      expectSame(without.length, 0, 'findings without the line');
      const found = await server.open(uri('with.yaml'), `${header}version: 1\nname: A\nskils: {}\n`);
      expectSame(
        found.map(({ range }) => range.start.line),
        [3],
        'lines found',
      );
      return found[0].message;
    });
    await check('editor: completion offers the keys of a profile', async () => {
      const offered = await labels('keys.yaml', `${header}version: 1\nname: A\n`);
      for (const key of ['experience', 'skills', 'certifications', 'environment'])
        expect(offered.includes(key), `${key} is not among ${offered}`);
      return `${offered.length} offered`;
    });
    await check('editor: completion offers the skills', async () => {
      const offered = await labels('skills.yaml', `${header}version: 1\nname: A\nskills:\n  `);
      for (const skill of ['network', 'design-documentation', 'ネットワーク'])
        expect(offered.includes(skill), `${skill} is not among ${offered}`);
      return `${offered.length} offered`;
    });
    await check('editor: completion offers the stages', async () => {
      const offered = await labels('stages.yaml', `${header}version: 1\nname: A\nexperience:\n  - stage: `);
      for (const stage of ['maintenance', '保守', 'design'])
        expect(offered.includes(stage), `${stage} is not among ${offered}`);
      return `${offered.length} offered`;
    });
    await check('editor: hovering explains a key and a skill', async () => {
      const text = `${header}version: 1\nname: A\nskills:\n  network: 3\nenvironment: {sales_strength: weak}\n`;
      await server.open(uri('hover.yaml'), text);
      const said = async (line, character) =>
        JSON.stringify((await server.ask('textDocument/hover', at('hover.yaml', line, character)))?.contents);
      const { properties } = JSON.parse(fs.readFileSync(path.join(folder, 'profile.schema.json')));
      for (const [line, key] of [
        [1, 'version'],
        [2, 'name'],
        [3, 'skills'],
        [5, 'environment'],
      ]) {
        const hover = await said(line, 1);
        const [ja] = properties[key].description.split(' / ');
        expect(hover.includes(ja), `hover of ${key} is ${hover}, not ${ja}`);
      }
      const skill = await said(4, 4);
      expect(skill.includes('ネットワーク'), `hover of network is ${skill}`);
    });
    await check('editor: mistakes of shape are marked on the lines that validate names', async () => {
      const report = JSON.parse(validate(['tests/validate/bad', '--lang', 'en', ...day]));
      for (const name of shapeSamples) {
        const text = header + fs.readFileSync(path.join(top, `tests/validate/bad/${name}.yaml`), 'utf8');
        const marked = (await server.open(uri(`${name}.yaml`), text)).map(({ range }) => range.start.line);
        const file = report.files.find((one) => path.basename(one.path) === `${name}.yaml`);
        // The line that was put in front, and lines that count from 0, cancel out.
        const named = new Set(file.diagnostics.map(({ line }) => line));
        expect(marked.length > 0, `${name}: nothing is marked`);
        for (const line of named)
          expect(marked.includes(line), `${name}: line ${line} is not marked, only ${marked}`);
        for (const line of marked) expect(named.has(line), `${name}: line ${line} is marked, not named`);
      }
      return `${shapeSamples.length} profiles`;
    });
    await check('editor: nothing is marked in the sample profiles', async () => {
      const names = fs.readdirSync(path.join(top, 'profiles')).filter((name) => name.endsWith('.yaml'));
      for (const name of names) {
        const marked = await server.open(
          uri(`sample-${name}`),
          header + fs.readFileSync(path.join(top, 'profiles', name), 'utf8'),
        );
        expect(marked.length === 0, `${name}: ${JSON.stringify(marked[0])}`);
      }
      return `${names.length} profiles`;
    });
  } finally {
    server.end();
  }
}
