import type { Actor } from '../../test/support/discord/actor.js';
import type { Reply } from '../../test/support/discord/reply.js';
import { pick } from '../bench/seeded-random.js';
import { commandActs } from './command-acts.js';
import { type Act, follow, type Scene } from './scene.js';
import type { Place, ShownMessage } from './stage.js';
import { disputes, questions } from './talk.js';

/** Presses a button on something that has it; asks in private when nothing has. */
async function press(
  scene: Scene,
  label: string,
): Promise<{ reply: Reply; shown: ShownMessage; actor: Actor } | undefined> {
  const { stage, random } = scene;
  const shown = stage.withButton(label, random);
  if (shown === undefined) {
    await commandActs.askPrivately(scene);
    return undefined;
  }
  const actor = stage.viewerOf(shown, random);
  const reply = await follow(scene, shown.place, actor, () => actor.presses(shown.message, label, { until: 'sent' }));
  return reply === undefined ? undefined : { reply, shown, actor };
}

const pressing =
  (label: string): Act =>
  async (scene) => {
    await press(scene, label);
  };

/** Two presses before either shows: everybody sees it once. */
const shareTwice: Act = async (scene) => {
  const { stage, random, journal, event } = scene;
  const shown = stage.withButton('Share', random);
  if (shown === undefined) return commandActs.askPrivately(scene);
  const actor = stage.viewerOf(shown, random);
  const pressOnce = () =>
    follow(scene, shown.place, actor, () => actor.presses(shown.message, 'Share', { until: 'sent' }));
  const replies = await Promise.all([pressOnce(), pressOnce()]);
  const isPublic = replies.filter((reply) => reply !== undefined && reply.messages.length > 0 && !reply.isEphemeral);
  if (isPublic.length > 1) journal.fails(`${event}: two presses at once were shared twice`);
};

/** A form that a button or a menu opened, filled in and sent. */
async function submit(scene: Scene, place: Place, actor: Actor, form: Reply | undefined, text: string): Promise<void> {
  const label = form?.modal?.inputs[0]?.label;
  if (form === undefined || label === undefined) return;
  await follow(scene, place, actor, () => actor.submits(form, { [label]: text }, { until: 'sent' }));
}

const dispute: Act = async (scene) => {
  const pressed = await press(scene, 'Dispute');
  if (pressed === undefined) return;
  await submit(scene, pressed.shown.place, pressed.actor, pressed.reply, pick(disputes, scene.random));
};

const followUpByForm: Act = async (scene) => {
  const { discord, stage, random } = scene;
  if (stage.shown.length === 0) return commandActs.ask(scene);
  const shown = pick(stage.shown, random);
  const message = discord.look(shown.message);
  if (message === undefined) return;
  const actor = stage.viewerOf(shown, random);
  const form = await follow(scene, shown.place, actor, () =>
    actor.opensMenu('Ask about this', message, { until: 'sent' }),
  );
  await submit(scene, shown.place, actor, form, pick(questions, random).slice(0, 300));
};

/** Everything that is done to what the bot showed. */
export const buttonActs = {
  followUpByForm,
  showPassage: pressing('Show passage'),
  nextPassage: pressing('▶'),
  previousPassage: pressing('◀'),
  voteUp: pressing('👍'),
  voteDown: pressing('👎'),
  share: pressing('Share'),
  shareTwice,
  dispute,
} as const satisfies Readonly<Record<string, Act>>;
