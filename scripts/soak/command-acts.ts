import { pick } from '../bench/seeded-random.js';
import { type Act, follow, sent, somewhere } from './scene.js';
import type { Place, Stage } from './stage.js';
import { claims, questions } from './talk.js';

/** A slash command somewhere, by somebody. */
const command =
  (
    places: (stage: Stage) => readonly Place[],
    name: string,
    options: (random: () => number) => Record<string, string | boolean>,
  ): Act =>
  async (scene) => {
    const { place, actor } = somewhere(places(scene.stage), scene.random);
    const chosen = options(scene.random);
    await follow(scene, place, actor, () => actor.runs(name, chosen, sent(place)));
  };

const question = (random: () => number) => ({ question: pick(questions, random) });

const complete: Act = async ({ event, stage, ledger, random }) => {
  const { place, actor } = somewhere(stage.everywhere, random);
  const sentAt = performance.now();
  try {
    const typed = pick(['', 'whole', 'a', 'zzz'], random);
    await actor.autocompletes('summary', { section: typed }, 'section', { in: place.channel });
  } catch {
    ledger.excuseMiss(event, sentAt);
  }
};

/** A menu on what somebody just wrote. */
const menu =
  (name: string): Act =>
  async (scene) => {
    const { stage, random } = scene;
    const { place, actor } = somewhere([...stage.channels, ...stage.threads], random);
    const target = await pick(place.people, random).says(pick([...claims, ...questions], random), {
      in: place.channel,
    });
    await follow(scene, place, actor, () => actor.opensMenu(name, target, sent(place)));
  };

/** Slash commands, what is offered while they are typed, and menus. */
export const commandActs = {
  ask: command(({ everywhere }) => everywhere, 'ask', question),
  askPrivately: command(
    ({ channels }) => channels,
    'ask',
    (random) => ({ ...question(random), private: true }),
  ),
  check: command(
    ({ everywhere }) => everywhere,
    'check',
    (random) => ({ claim: pick(claims, random) }),
  ),
  summary: command(
    ({ everywhere }) => everywhere,
    'summary',
    (random) => ({
      length: pick(['short', 'medium', 'long'], random),
      ...(random() < 0.3 ? { section: pick(['7-19', 'syria-ceasefire-2016', 'no such part', '900-901'], random) } : {}),
      ...(random() < 0.3 ? { focus: 'Aleppo' } : {}),
      private: random() < 0.3,
    }),
  ),
  digest: command(
    ({ threads, channels }) => [...threads, ...channels.slice(0, 1)],
    'digest',
    () => ({}),
  ),
  sources: command(
    ({ everywhere }) => everywhere,
    'sources',
    () => ({}),
  ),
  help: command(
    ({ everywhere }) => everywhere,
    'help',
    () => ({}),
  ),
  complete,
  askMenu: menu('Ask about this'),
  checkMenu: menu('Check against the documents'),
} as const satisfies Readonly<Record<string, Act>>;
