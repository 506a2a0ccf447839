import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { guildOfCollection, sharedCollection } from '#src/collections.js';
import { changeSettings } from '#src/discord/moderating/change-settings.js';
import { createSettingsReader } from '#src/discord/moderating/server-settings.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { pick } from '../bench/seeded-random.js';
import { type Act, moderator, textOf } from './act.js';
import type { ActKind } from './child-words.js';
import { collectionNames, guilds, placesIn } from './installation.js';
import { correctRecords, showDocument } from './shown-quotes.js';
import { stage } from './stage-act.js';

const publish: Act = async ({ collections, state, folder, random, begins }, round) => {
  const collection = pick(collectionNames, random);
  if (collection === sharedCollection) {
    const text = `---\ntitle: shared ${round}\n---\n${textOf('lighthouse', round)}`;
    await writeFile(path.join(placesIn(folder).corpus, 'lighthouse.md'), text);
  } else if ((await state.staging.changes(collection)).length === 0) {
    return null;
  }
  const { fingerprint, live } = await collections.plan(collection);
  const guild = guildOfCollection(collection) ?? guilds[0];
  // Says what it publishes: of the shared documents nobody else would know.
  const subject = collection === sharedCollection ? `shared ${round}` : collection;
  const entry = { guild, actor: moderator, at: round, act: 'reindex run', subject, before: live };
  begins('publish');
  const published = await collections.publish(collection, fingerprint, entry);
  if (published === 'changed') throw new Error('Nobody else changes anything.');
  return { entries: [{ guild, act: 'reindex run', subject, after: published.report.generation }] };
};

const rollback: Act = async ({ collections, random, begins }, round) => {
  const collection = pick(collectionNames, random);
  const history = await collections.history(collection);
  const others = history.filter(({ live }) => !live);
  if (others.length === 0) return null;
  const { id } = pick(others, random);
  const guild = guildOfCollection(collection) ?? guilds[0];
  const before = history.find(({ live }) => live)?.id ?? null;
  const entry = { guild, actor: moderator, at: round, act: 'reindex rollback', subject: collection, before };
  begins('rollback');
  await collections.rollback(collection, id, entry);
  return { entries: [{ guild, act: 'reindex rollback', subject: collection, after: id }] };
};

const settings: Act = async ({ state, random, begins }, round) => {
  const guild = pick(guilds, random);
  const parts = { state, settings: createSettingsReader(state.settings), now: () => round };
  const quota = {
    key: 'quota-member',
    channel: null,
    value: { count: 1 + (round % 90_000), windowMs: 60_000 },
  } as const;
  const answers = { key: 'answers', channel: guild, value: pick([true, false, null], random) } as const;
  const change = round % 2 === 0 ? quota : answers;
  begins('settings');
  const request = () => ({ changes: [change], hints: [] });
  const changed = await changeSettings({ guild, user: moderator, channel: guild }, request, parts);
  if ('refusal' in changed) throw new Error(changed.refusal);
  return { entries: changed.changed.map(({ subject, after }) => ({ guild, act: 'settings', subject, after })) };
};

const migrate: Act = async ({ folder, begins }, round) => {
  const { old, template } = placesIn(folder);
  const [fresh, ready] = [path.join(old, `${round}.copy`), path.join(old, `${round}`)];
  await mkdir(fresh, { recursive: true });
  await cp(template, path.join(fresh, 'state.sqlite'));
  await rename(fresh, ready);
  begins('migrate');
  await (await openSqliteStateStore({ file: path.join(ready, 'state.sqlite') })).close();
  return {};
};

const show: Act = async ({ state, collections, random, begins }, round) => {
  const guild = pick(guilds, random);
  const visible = await collections.visibleTo(guild).catch(() => []);
  const generation = visible[round % Math.max(1, visible.length)];
  if (generation === undefined || generation.documents.length === 0) return null;
  begins('show');
  return { records: [await showDocument(state, guild, generation, round)] };
};

const correct: Act = async ({ state, collections, begins }) => {
  const [waiting] = await state.staging.correcting();
  const collection = collectionNames.find((name) => name === waiting?.collection);
  const live = collection === undefined ? null : await collections.live(collection);
  if (collection === undefined || live === null) return null;
  begins('correct');
  await correctRecords(state, collection, guildOfCollection(collection), live);
  return {};
};

export const acts: Readonly<Record<Exclude<ActKind, 'open'>, Act>> = {
  stage,
  publish,
  rollback,
  settings,
  migrate,
  show,
  correct,
};
