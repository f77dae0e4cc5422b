// Names and texts that are something else to whoever reads the reports: a command, markup, an address, a column.
import { repository } from './harness.mjs';

export const names = [
  'a b.yaml',
  '100%25.yaml',
  '%0A::error::x.yaml',
  'a,b:c.yaml',
  'file=a,line=9::x.yaml',
  'line\nbreak.yaml',
  'return\rhere.yaml',
  '佐藤/プロフィール.yaml',
  '😀𠮷.yaml',
  Buffer.concat([Buffer.from('bytes-'), Buffer.from([0xff, 0xfe, 0x81]), Buffer.from('.yaml')]),
  '##[error]x.yaml',
  '::error::x.yaml',
  '[text](target).yaml',
  '<b>&amp;".yaml',
  "']]>'.yaml",
  '#a?b&c=d.yaml',
  'a\\b.yaml',
];

export const texts = [
  '::error file=x,line=1::boom',
  '##[error]boom',
  '%0A::error::boom',
  'a\n::warning::boom',
  'a\r\n##[add-mask]boom',
  ' \t::stop-commands::x',
  '100%25 %0D %2C %3A',
  '[text](https://example.com) {0}',
  '<script>]]>&amp;',
  '😀𠮷\u202e\u2028',
];

/// Every text is an unknown key, an unknown value, an unknown certificate and a suppression's reason.
function profile() {
  const lines = ['version: 1', 'name: "::error::name"'];
  for (const text of texts) lines.push(`${JSON.stringify(text)}: 1`);
  lines.push('preferences:', `  goal: ${JSON.stringify(texts[0])}`, 'certifications:');
  for (const text of texts) lines.push(`  - ${JSON.stringify(text)}`);
  lines.push('  # upstream-check: ignore[unknown-certification] ::error::reason ##[error]reason');
  lines.push('  - "##[error]suppressed"');
  lines.push('##[error]a comment is a line, too');
  return `${lines.join('\n')}\n`;
}

export function hostileRepository() {
  const text = profile();
  const files = names.map((name) => [name, text]);
  files.push(['syntax.yaml', 'version: 1\nname: [::error::boom\n##[error]boom\n']);
  return repository(files);
}
