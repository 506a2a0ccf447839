import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 *   top      cli.ts  main.ts  config.ts  terminal/  web/   may know everything below
 *            desk.ts  collections.ts  collections/         put the rooms and the state together for them, and know no surface
 *   discord  discord/                                     knows the stories, the desk, the collections and the state's seams
 *   stories  ingest.ts  ask.ts  …  ingesting/  evaluating/  writing/   join the rooms
 *   rooms    corpus/  embedding/  indexing/  …            know themselves and the ground, never each other
 *   ground   types.ts  errors.ts  cite-chunk.ts  redaction.ts  loopback-address.ts  language/   know only the ground
 */
type Layer = 'ground' | 'room' | 'story' | 'discord' | 'top';

const source = path.resolve('src');
const groundFiles = ['types.ts', 'errors.ts', 'redaction.ts', 'loopback-address.ts', 'cite-chunk.ts'];
/** What the configuration may know besides itself. */
const configKnows = ['errors.ts', 'loopback-address.ts', 'chatting/chat-settings.ts'];
const topFiles = ['cli.ts', 'main.ts', 'desk.ts', 'collections.ts', 'config.ts'];
/** Folders of what a story, or several, are made of. */
const storyFolders: ReadonlySet<string> = new Set(['evaluating', 'ingesting', 'writing']);
/** At the top, and yet under the surfaces: these know no discord/, terminal/ or web/, and neither main.ts nor cli.ts. */
const underSurfaces = /^(?:desk|collections)(?:\.ts$|\/)/u;
const surfaces = /^(?:(?:discord|terminal|web)\/|(?:main|cli|config)\.ts$)/u;
/** What the surface in Discord may know besides the stories and the ground. */
const discordKnows = /^(?:desk\.ts|collections\.ts|state\/state-store\.ts|state\/seams\/.+|conversing\/turn\.ts)$/u;
/** Where things lie that are no code: known to the top, and to no one else. */
const placesFile = 'project-files.ts';

function layerOf(file: string): Layer {
  const [folder = '', inFolder] = file.split('/');
  if (inFolder === undefined) {
    if (groundFiles.includes(file)) return 'ground';
    return topFiles.includes(file) || file === placesFile ? 'top' : 'story';
  }
  if (folder === 'language') return 'ground';
  if (folder === 'discord') return 'discord';
  if (folder === 'terminal' || folder === 'web' || folder === 'collections') return 'top';
  return storyFolders.has(folder) ? 'story' : 'room';
}

/** Both files relative to src/, with `/` between the parts. */
function isAllowed(importer: string, imported: string): boolean {
  const from = layerOf(importer);
  const to = layerOf(imported);
  switch (from) {
    case 'ground':
      return to === 'ground';
    case 'room':
      return to === 'ground' || importer.split('/')[0] === imported.split('/')[0];
    case 'story':
      return to !== 'top' && to !== 'discord';
    case 'discord':
      return to === 'ground' || to === 'story' || to === 'discord' || discordKnows.test(imported);
    case 'top':
      if (underSurfaces.test(importer)) return !surfaces.test(imported);
      return importer !== 'config.ts' || configKnows.includes(imported);
  }
}

const importLine =
  /(?:^|\s)(?:import|export)\s[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s*'([^']+)'|new URL\(\s*'(\.[^']+)'/gmu;

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(importLine)].map(([, from, dynamic, bare, url]) => from ?? dynamic ?? bare ?? url ?? '');
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll(path.sep, '/'));

describe('the source', () => {
  it('has no import that crosses its layers', () => {
    const crossings: string[] = [];
    let arrows = 0;
    for (const file of files) {
      for (const name of importsOf(readFileSync(path.join(source, file), 'utf8'))) {
        if (name.startsWith('#')) crossings.push(`${file} → ${name}: tests import that way, the source does not`);
        if (!name.startsWith('.')) continue;
        const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name)).replace(/\.js$/u, '.ts');
        arrows += 1;
        if (!isAllowed(file, target)) crossings.push(`${file} → ${target}`);
      }
    }
    expect(crossings).toEqual([]);
    // A pattern that no longer finds imports would find no crossing either.
    expect(arrows).toBeGreaterThan(files.length);
  });

  it('reads the environment in config.ts alone', () => {
    const readers = files.filter((file) =>
      /\bprocess\s*\.\s*env\b|\bprocess\[/u.test(readFileSync(path.join(source, file), 'utf8')),
    );
    expect(readers).toEqual(['config.ts']);
  });

  it('has no file that only passes on the exports of others', () => {
    const barrels = files.filter((file) => {
      const statements = readFileSync(path.join(source, file), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')
        .trim();
      return /^(?:export\s[^;]*?from\s*'[^']+';\s*)+$/u.test(statements);
    });
    expect(barrels).toEqual([]);
  });
});

describe('the rule', () => {
  it.each([
    ['retrieval/retrieve.ts', 'indexing/term-index.ts', false],
    ['corpus/read-document.ts', 'ask.ts', false],
    ['answering/assess.ts', 'language/terms.ts', true],
    ['answering/assess.ts', 'answering/evidence.ts', true],
    ['language/terms.ts', 'corpus/paragraphs.ts', false],
    ['language/terms.ts', 'types.ts', true],
    ['ask.ts', 'retrieval/retrieve.ts', true],
    ['ask.ts', 'main.ts', false],
    ['ask.ts', 'config.ts', false],
    ['evaluating/judged-set.ts', 'terminal/log.ts', false],
    ['terminal/run-ask.ts', 'main.ts', true],
    ['config.ts', 'main.ts', false],
    ['discord/answer-member.ts', 'retrieval/retrieve.ts', false],
    ['discord/answer-member.ts', 'state/state-store.ts', true],
    ['discord/answer-member.ts', 'state/sqlite-state-store.ts', false],
    ['discord/answer-member.ts', 'state/seams/staging.ts', true],
    ['discord/answer-member.ts', 'collections.ts', true],
    ['discord/answer-member.ts', 'collections/open-collections.ts', false],
    ['collections/open-collections.ts', 'indexing/build-lock.ts', true],
    ['collections/open-collections.ts', 'discord/reply.ts', false],
    ['collections.ts', 'main.ts', false],
    ['ask.ts', 'collections.ts', false],
    ['ask.ts', 'discord/reply.ts', false],
  ])('for %s importing %s says %s', (importer, imported, allowed) => {
    expect(isAllowed(importer, imported)).toBe(allowed);
  });

  it('finds every way to import', () => {
    const text = [
      "import { a } from './a.js';",
      "import type {\n  B,\n} from '../b.js';",
      "export { c } from './c.js';",
      "const d = await import('./d.js');",
      "import './e.js';",
      "new Worker(new URL('./f.js', import.meta.url));",
    ].join('\n');
    expect(importsOf(text)).toEqual(['./a.js', '../b.js', './c.js', './d.js', './e.js', './f.js']);
  });
});
