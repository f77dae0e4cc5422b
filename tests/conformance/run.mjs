import { finish } from './harness.mjs';

const judges = [
  'sarif',
  'line_hashes',
  'schemas',
  'editor',
  'junit',
  'github',
  'gitlab',
  'manifests',
  'ci_page',
];
for (const judge of judges) await (await import(`./${judge}.mjs`)).judge();
finish();
