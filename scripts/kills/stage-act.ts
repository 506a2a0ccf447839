import { collectionOfGuild } from '#src/collections.js';
import { stageFile } from '../../test/support/stage-file.js';
import { pick } from '../bench/seeded-random.js';
import { type Act, moderator, textOf } from './act.js';
import { guilds, type OpenInstallation } from './installation.js';

const names = ['harbour', 'tower', 'market', 'ferry', 'bridge', 'school'] as const;

/** Documents of a server that there are, live or staged. */
async function documentsOf({ collections, state }: OpenInstallation, guild: string) {
  const collection = collectionOfGuild(guild);
  const live = (await collections.live(collection))?.documents.map(({ id }) => id) ?? [];
  const staged = await state.staging.changes(collection);
  return { collection, live, staged, taken: new Set([...live, ...staged.map(({ document }) => document)]) };
}

/** Adds, replaces, removes or discards a document. */
export const stage: Act = async (parts, round) => {
  const { state, random, begins } = parts;
  const guild = pick(guilds, random);
  const { collection, live, staged, taken } = await documentsOf(parts, guild);
  const entry = { guild, actor: moderator, at: round, before: null };
  const how = random();
  const [waiting] = staged;
  if (how < 0.1 && waiting !== undefined) {
    begins('stage');
    const discard = { ...entry, act: 'corpus discard', subject: waiting.document, after: null };
    return (await state.staging.discard(collection, waiting.document, discard)) ? { entries: [discard] } : null;
  }
  const [document] = live;
  if (how < 0.2 && document !== undefined) {
    begins('stage');
    const removal = { ...entry, act: 'corpus remove', subject: document, after: null };
    const change = { kind: 'remove', collection, document, version: `${round}`, by: moderator, at: round } as const;
    await state.staging.remove(change, removal);
    return { entries: [removal] };
  }
  const name = pick(names, random);
  const replaced = [...taken].find((id) => id.startsWith(`server:${name}-`)) ?? null;
  const title = `${name} ${round}`;
  const sent = { collection, by: moderator, at: round, name: `${name}.txt`, title, text: textOf(name, round) };
  // Reading takes much longer than what it leads to, and leaves nothing behind.
  const onRead = (): void => begins('stage');
  const { document: subject } = await stageFile(state.staging, { ...sent, replaced, taken, onRead });
  return { entries: [{ guild, act: replaced === null ? 'corpus add' : 'corpus replace', subject, after: title }] };
};
