import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Collections, guildOfCollection, sharedCollection } from '#src/collections.js';
import type { StagingStore } from '#src/state/seams/staging.js';
import { stageFile } from '../../test/support/stage-file.js';
import { pick } from '../bench/seeded-random.js';
import type { Ledger, Swap } from './ledger.js';
import { letterOf, markedText } from './marked-text.js';
import type { MarkedCollection } from './places.js';

export interface ModeratingParts {
  readonly collections: Collections;
  readonly staging: StagingStore;
  readonly corpusFolder: string;
  readonly ledger: Ledger;
  /** Numbers from 0 up to 1. */
  readonly random: () => number;
}

const moderator = '200000000000000001';
/** Of each text, so that a publication takes seconds and not minutes. */
const paragraphs = 6;
/** Long enough ago that no file counts as "perhaps still being written". */
const writtenAt = new Date('2026-01-02T03:04:05Z');

let version = 0;

interface Content {
  readonly title: string;
  readonly text: string;
}

/** A version of a document that there never was before, or `null` for none. */
function nextContents({ canary, texts }: MarkedCollection, withSecond: boolean): readonly (Content | null)[] {
  version += 1;
  const mark = `${canary}-${letterOf(version)}`;
  return texts.map((text, at) =>
    at === 0 || withSecond ? { title: `Text ${at} of ${mark}`, text: markedText(text, paragraphs, mark) } : null,
  );
}

async function changeFolder(folder: string, contents: readonly (Content | null)[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [at, content] of contents.entries()) {
    const file = path.join(folder, `text-${at}.md`);
    if (content === null) {
      await rm(file, { force: true });
    } else {
      const { title, text } = content;
      await writeFile(file, `---\ntitle: ${title}\ndate: 2019-09\n---\n${text}`);
      await utimes(file, writtenAt, new Date(writtenAt.getTime() + version * 1000));
    }
  }
}

async function changeServer(
  { name: collection }: MarkedCollection,
  contents: readonly (Content | null)[],
  { collections, staging }: ModeratingParts,
): Promise<void> {
  const taken = new Set((await collections.live(collection))?.documents.map(({ id }) => id));
  for (const [at, content] of contents.entries()) {
    // Named after the title under which it came first.
    const document = [...taken].find((id) => id.startsWith(`server:text-${at}-`)) ?? null;
    const act = { collection, by: moderator, at: Date.now() };
    if (content !== null) {
      await stageFile(staging, { ...act, ...content, name: `text-${at}.txt`, replaced: document, taken });
    } else if (document !== null) {
      const entry = { guild: guildOfCollection(collection) ?? '0', actor: moderator, at: act.at, act: 'corpus remove' };
      const change = { kind: 'remove', document, version: `removal-${version}`, ...act } as const;
      await staging.remove(change, { ...entry, subject: document, before: null, after: null });
    }
  }
}

function entryFor({ guild }: MarkedCollection, act: string) {
  return { guild: guild ?? '0', actor: moderator, at: Date.now(), act, subject: null, before: null };
}

/** Brings a version live that there never was before. */
export async function publishNext(of: MarkedCollection, parts: ModeratingParts): Promise<Swap> {
  const { collections, corpusFolder, ledger, random } = parts;
  const contents = nextContents(of, random() < 0.5);
  if (of.name === sharedCollection) await changeFolder(corpusFolder, contents);
  else await changeServer(of, contents, parts);
  const { fingerprint } = await collections.plan(of.name);
  const begunAt = performance.now();
  const published = await collections.publish(of.name, fingerprint, entryFor(of, 'reindex run'));
  if (published === 'changed' || published.report.generation === null) throw new Error('Nothing was published.');
  const { generation } = published.report;
  const swap: Swap = { kind: 'publish', collection: of.name, generation, begunAt, doneAt: performance.now() };
  ledger.note(swap, await collections.load(of.name, generation));
  return swap;
}

/** Makes one live that was so before. */
export async function rollBackSomewhere(of: MarkedCollection, parts: ModeratingParts): Promise<Swap> {
  const { collections, ledger, random } = parts;
  const others = (await collections.history(of.name)).filter(({ live }) => !live);
  const { id } = pick(others, random);
  const begunAt = performance.now();
  await collections.rollback(of.name, id, entryFor(of, 'reindex rollback'));
  const swap: Swap = { kind: 'rollback', collection: of.name, generation: id, begunAt, doneAt: performance.now() };
  ledger.note(swap, await collections.load(of.name, id));
  return swap;
}
