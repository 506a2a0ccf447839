/**
 * Measures the poisoning report on folders of texts:
 *
 *   npx tsx scripts/measure-screening.ts FOLDER… [--show] [--copies]
 *
 * A folder has `prompts.jsonl` (texts with and without injected instructions), `corpus.jsonl` (documents in BEIR layout),
 * `pairs.jsonl` (passages) or .txt files; all but the first kind count as clean. Every set has two halves: the tuned one,
 * whose texts were read while the rules were written (`--show` prints its errors), and the held-out one, of which
 * only these totals were seen. Injected instructions are split by their kind as the set has it, everything else by a hash of
 * its title or id. Where a set of injections and clean documents are both named, the instructions are also put into
 * the clean documents, in the middle of a paragraph. `--copies` needs the encoder and takes minutes: half of the clean
 * documents are indexed, the others screened against them, and altered sentences of the first half as well.
 *
 * One file, though long: readers of the sets and what is counted are used nowhere else.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseDocument } from '#src/corpus/parse-document.js';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import { createTimeSlices } from '#src/indexing/time-slices.js';
import { findNearDuplicates } from '#src/screening/find-near-duplicates.js';
import type { Finding } from '#src/screening/finding.js';
import { screenDocument } from '#src/screening/screen-document.js';
import type { ParsedDocument } from '#src/types.js';
import { plainGeneration } from '../test/support/plain-generation.js';
import { openShippedEncoder } from '../test/support/shipped-encoder.js';

interface Sample {
  readonly half: 'tuned' | 'held out';
  /** Samples of one group are counted together. */
  readonly groups: readonly string[];
  readonly text: string;
  readonly title: string | null;
  /** The instruction that was put in; found is what overlaps it. */
  readonly attack?: string;
}

const isShown = process.argv.includes('--show');
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const halfOf = (key: string): Sample['half'] =>
  (createHash('sha256').update(key).digest()[31] ?? 0) % 2 === 0 ? 'tuned' : 'held out';

async function rowsOf(file: string): Promise<readonly Record<string, string>[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, string>]));
}

function parsed(id: string, { text, title }: Pick<Sample, 'text' | 'title'>): ParsedDocument {
  const nothing = { publisher: null, author: null, date: null, licence: null, url: null };
  return parseDocument({
    id,
    metadata: { title: title ?? id, titleIsDescriptive: title === null, ...nothing },
    text,
    source: { path: `${id}.txt`, bytes: text.length, modifiedMs: 0, sha256: '' },
  });
}

/** Of a set with `split` the attack kinds of "train" are tuned and those of "test" held out; the others go by their id. */
async function promptsOf(file: string): Promise<readonly Sample[]> {
  return (await rowsOf(file)).map((row): Sample => {
    const { id = '', text = '', label = '', attack, category = '', source = id.split('-')[0] ?? '' } = row;
    const isSplit = row.split !== undefined && !id.startsWith('table');
    const half = isSplit ? (row.split === 'train' ? 'tuned' : 'held out') : halfOf(id);
    const isBare = row.bare_attack !== undefined;
    const group = isBare ? 'instruction alone' : label === 'injection' ? `${source} injected` : `${source} clean`;
    const groups = attack === undefined ? [group] : [group, `${group}: ${category}`];
    return { half, groups, text, title: null, ...(attack === undefined ? {} : { attack }) };
  });
}

function clean(key: string, text: string, title: string | null): Sample {
  return { half: halfOf(key), groups: ['clean'], text, title };
}

async function cleanOf(folder: string): Promise<readonly Sample[]> {
  const files = await readdir(folder);
  if (files.includes('corpus.jsonl')) {
    const rows = await rowsOf(path.join(folder, 'corpus.jsonl'));
    return rows.map(({ id = '', title = '', text = '' }) => clean(id.split('#')[0] ?? id, text, title || null));
  }
  if (files.includes('pairs.jsonl')) {
    const passages = new Set((await rowsOf(path.join(folder, 'pairs.jsonl'))).map(({ passage = '' }) => passage));
    return [...passages].map((passage) => clean(passage, passage, null));
  }
  const texts = files.filter((name) => name.endsWith('.txt'));
  return Promise.all(texts.map(async (name) => clean(name, await readFile(path.join(folder, name), 'utf8'), null)));
}

const isWhole = (sentence: string): boolean => /[.?!]["”’)]*$/u.test(sentence);
const fewestSentences = 4;

/** Each instruction into a clean document of its half, after a sentence in the midst of a paragraph. */
function injected(instructions: readonly Sample[], hosts: readonly Sample[]): readonly Sample[] {
  // A line of fragments (titles, addresses) is no text that something could be slipped into.
  const fit = hosts
    .map((sample) => ({
      sample,
      ends: parsed('host', sample).sentences.flatMap(({ text, end }) => (isWhole(text) ? [end] : [])),
    }))
    .filter(({ ends }) => ends.length >= fewestSentences);
  return instructions.flatMap((instruction, i): readonly Sample[] => {
    const own = fit.filter(({ sample }) => sample.half === instruction.half);
    const { sample: host, ends } = own[(i * 7919) % Math.max(1, own.length)] ?? { sample: undefined, ends: [] };
    const end = ends[(i * 31) % Math.max(1, ends.length)];
    if (host === undefined || end === undefined) return [];
    const text = `${host.text.slice(0, end)} ${instruction.text} ${host.text.slice(end).trimStart()}`;
    return [{ half: instruction.half, groups: ['put into clean'], text, title: host.title, attack: instruction.text }];
  });
}

interface Tally {
  texts: number;
  paragraphs: number;
  findings: number;
  readonly blamed: { any: number; medium: number; high: number };
}

function touches({ attack }: Sample, finding: Finding): boolean {
  if (attack === undefined) return true;
  const line = attack.trim();
  return finding.quote.includes(line.slice(0, 40)) || line.includes(finding.quote.slice(0, 40));
}

async function measure(name: string, samples: readonly Sample[]): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const [i, sample] of samples.entries()) {
    const document = parsed(`text-${i}`, sample);
    const { findings } = await screenDocument(document, { hidden: [], turns: createTimeSlices() });
    const instructions = findings.filter(({ kind }) => kind === 'instruction');
    const blamed = instructions.filter((finding) => touches(sample, finding));
    for (const group of sample.groups) {
      const key = `${sample.half}, ${group}`;
      const tally = tallies.get(key) ?? {
        texts: 0,
        paragraphs: 0,
        findings: 0,
        blamed: { any: 0, medium: 0, high: 0 },
      };
      tally.texts += 1;
      tally.paragraphs += document.paragraphs.length;
      tally.findings += findings.length;
      if (blamed.length > 0) tally.blamed.any += 1;
      if (blamed.some(({ severity }) => severity !== 'low')) tally.blamed.medium += 1;
      if (blamed.some(({ severity }) => severity === 'high')) tally.blamed.high += 1;
      tallies.set(key, tally);
    }
    const isClean = sample.groups[0]?.includes('clean') === true && sample.attack === undefined;
    if (!isShown || sample.half !== 'tuned') continue;
    if (!isClean && blamed.length === 0)
      say(`  missed: ${JSON.stringify((sample.attack ?? sample.text).slice(0, 200))}`);
    if (isClean)
      for (const { severity, quote } of blamed) say(`  blamed ${severity}: ${JSON.stringify(quote.slice(0, 200))}`);
  }
  say(
    `\n${name}: texts with an instruction found, at any severity · medium or high · high; all findings per 1,000 paragraphs`,
  );
  for (const [key, { texts, paragraphs, findings, blamed }] of [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const share = (count: number): string => `${((100 * count) / texts).toFixed(1)} %`.padStart(8);
    const figures = [blamed.any, blamed.medium, blamed.high].map(share).join('');
    say(
      `${key.padEnd(64)}${String(texts).padStart(6)}${figures}${((1_000 * findings) / paragraphs).toFixed(1).padStart(9)}`,
    );
  }
}

const bumped = (found: string): string => String(Number(found) + 7);

/** Sentences as a forger would change them: one figure, one year, or a "not". */
function alterations(sentence: string): readonly (readonly [kind: string, text: string])[] {
  const changed: readonly (readonly [string, string])[] = [
    ['number', sentence.replace(/(?<![\d.,])\d{1,3}(?![\d.,]*\d)/u, bumped)],
    ['year', sentence.replace(/(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/u, bumped)],
    ['name', sentence.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}(?= \p{Ll})/u, 'Oswaldia')],
    ['not', sentence.replace(/\b(is|was|were|are|will|would|has|had)\b(?! not)/u, '$1 not')],
  ];
  return changed.filter(([, text]) => text !== sentence);
}

const mostIndexed = 150;

async function measureCopies(name: string, samples: readonly Sample[]): Promise<void> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'parley-screening-'));
  const encoder = await openShippedEncoder(scratch, 2);
  const half = (which: Sample['half']) => samples.filter((sample) => sample.half === which).slice(0, mostIndexed);
  const indexed = half('tuned').map((sample, i) => parsed(`indexed-${i}`, sample));
  const embed = (document: ParsedDocument) => encoder.embedMatrix(document.chunks.map(({ text }) => text));
  const matrices = await Promise.all(indexed.map(embed));
  const vectors = Float32Array.from(matrices.flatMap((matrix) => [...matrix]));
  const built = await buildGeneration({
    folder: scratch,
    collection: 'measured',
    model: encoder.identity,
    documents: indexed,
    vectors,
    previous: null,
    now: Date.now,
  });
  const generation = await loadGeneration(built.folder);
  const copiesIn = async (document: ParsedDocument) => {
    const own = await embed(document);
    const { dimensions } = encoder.identity;
    const vector = (chunk: number): Float32Array => own.subarray(chunk * dimensions, (chunk + 1) * dimensions);
    const candidate = { ...plainGeneration('candidate', [document]), vector };
    return (await findNearDuplicates({ generation: candidate, row: 0 }, [generation], createTimeSlices())).findings;
  };

  const tallies = new Map<string, { found: number; high: number; of: number }>();
  for (const { sentences } of indexed) {
    for (const [i, { text }] of sentences.entries()) {
      if (i % 4 !== 0) continue;
      for (const [kind, altered] of alterations(text)) {
        const findings = await copiesIn(parsed('forged', { text: altered, title: null }));
        const tally = tallies.get(kind) ?? { found: 0, high: 0, of: 0 };
        tally.of += 1;
        if (findings.length > 0) tally.found += 1;
        else if (isShown) say(`  missed ${kind}: ${JSON.stringify(altered.slice(0, 200))}`);
        if (findings.some(({ severity }) => severity === 'high')) tally.high += 1;
        tallies.set(kind, tally);
      }
    }
  }
  const blamed = { high: 0, medium: 0, low: 0 };
  let paragraphs = 0;
  for (const [i, sample] of half('held out').entries()) {
    const document = parsed(`other-${i}`, sample);
    paragraphs += document.paragraphs.length;
    for (const finding of await copiesIn(document)) {
      blamed[finding.severity] += 1;
      if (isShown)
        say(`  blamed ${finding.severity}: ${JSON.stringify(finding.quote.slice(0, 160))} ${finding.explanation}`);
    }
  }
  say(`\n${name}, altered copies of ${indexed.length} documents:`);
  for (const [kind, { found, high, of }] of tallies) say(`${kind.padEnd(10)}${found} of ${of} found, ${high} high`);
  say(`${JSON.stringify(blamed)} in ${paragraphs} paragraphs of other documents`);
  await encoder.close();
  await rm(scratch, { recursive: true, force: true });
}

if (folders.length === 0) {
  process.stderr.write('Name the folders to measure: npx tsx scripts/measure-screening.ts FOLDER…\n');
  process.exit(2);
}
const instructions: Sample[] = [];
const hosts: { readonly name: string; readonly samples: readonly Sample[] }[] = [];
const sets = await Promise.all(
  folders.map(async (folder) => {
    const prompts = path.join(folder, 'prompts.jsonl');
    const hasPrompts = existsSync(prompts);
    return {
      name: path.basename(folder),
      hasPrompts,
      samples: hasPrompts ? await promptsOf(prompts) : await cleanOf(folder),
    };
  }),
);
for (const { name, hasPrompts, samples } of sets) {
  // Sets borrow from each other: an instruction that another set gives away is not held out.
  const elsewhere = new Set(
    sets.flatMap((set) => (set.name === name ? [] : set.samples.map(({ text }) => text.trim()))),
  );
  const marked = samples.map((sample): Sample => {
    const isAlone = sample.attack !== undefined && !elsewhere.has(sample.attack.trim());
    return isAlone ? { ...sample, groups: [...sample.groups, `${sample.groups[0] ?? ''}, in no other set`] } : sample;
  });
  if (hasPrompts) instructions.push(...samples.filter(({ groups }) => groups[0] === 'instruction alone'));
  else hosts.push({ name, samples });
  await measure(name, marked);
}
for (const { name, samples } of hosts) {
  if (instructions.length > 0) await measure(`instructions put into ${name}`, injected(instructions, samples));
  if (process.argv.includes('--copies')) await measureCopies(name, samples);
}
