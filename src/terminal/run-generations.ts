import { type CollectionName, guildOfCollection } from '../collections.js';
import { counted } from '../discord/writing/counted.js';
import type { GenerationRecord } from '../indexing/generation-store.js';
import type { Parley } from '../main.js';
import { operatorsEntry } from './index-guild.js';
import { namedCollection } from './named-collection.js';
import { plainText } from './plain-text.js';
import type { VerbContext } from './verb-context.js';

function lineOf({ id, live, createdAt, counts, sound, fault }: GenerationRecord, { terminal }: VerbContext): string {
  const { paint } = terminal;
  const state = live ? paint.good('live') : '    ';
  const size = counts === null ? '' : `${counted(counts.documents, 'document')}, ${counted(counts.chunks, 'chunk')}`;
  const damage = sound ? '' : `  ${paint.caution(plainText(fault ?? 'damaged'))}`;
  return `${state}  ${id}  ${createdAt ?? 'unknown time'}  ${size}${damage}`;
}

export interface HistoryChoices {
  readonly collection?: string;
  readonly json?: boolean;
}

/** `parley generations`: the history, newest first, each checked against its checksums. */
export async function runGenerations(
  context: VerbContext,
  { collection, json = false }: HistoryChoices,
): Promise<void> {
  const { terminal, parley } = context;
  const name = namedCollection(collection);
  const records = await parley.storeOf(name).history();
  const first =
    guildOfCollection(name) === null
      ? 'run `npx parley index` to make one.'
      : 'moderators of that server publish one with /reindex run.';
  if (json) terminal.write(`${JSON.stringify(records)}\n`);
  else if (records.length === 0) terminal.write(`There is no generation yet; ${first}\n`);
  else terminal.write(records.map((record) => `${lineOf(record, context)}\n`).join(''));
}

const owner = 'npx parley rollback';

async function rollBackGuild(parley: Parley, collection: CollectionName, guild: string, id?: string): Promise<string> {
  const store = parley.storeOf(collection);
  const generation = id ?? (await store.earlier());
  const entry = operatorsEntry(guild, 'parley rollback', generation, await store.live());
  await parley.withCollections(owner, (collections) => collections.rollback(collection, generation, entry));
  return generation;
}

/** `parley rollback`: makes an older generation live, the named one or the one before. */
export async function runRollback(
  { terminal, parley }: VerbContext,
  id: string | undefined,
  { collection: name }: HistoryChoices,
): Promise<void> {
  const collection = namedCollection(name);
  const guild = guildOfCollection(collection);
  const live = guild === null ? await parley.rollBack(owner, id) : await rollBackGuild(parley, collection, guild, id);
  terminal.write(`Generation ${live} is live.\n`);
}
