import type { ActingIn, Actor, LoopbackChannel } from './actor.js';
import type { Changes } from './changes.js';
import type { InteractionDesk, InteractionDraft, PendingInteraction } from './interaction-desk.js';
import {
  componentDraft,
  formDraft,
  messageMenuDraft,
  type Standing,
  slashDraft,
  userMenuDraft,
} from './interaction-drafts.js';
import { usersNamed } from './message-contents.js';
import { buttonOf, selection } from './message-controls.js';
import type { MessageStore } from './message-store.js';
import { createReply, type Reply } from './reply.js';
import { type SeenMessage, seenMessage } from './seen-message.js';
import type { StoredMessage } from './stored-message.js';
import type { World, WorldUser } from './world.js';

export interface ActorParts {
  readonly world: World;
  readonly store: MessageStore;
  readonly desk: InteractionDesk;
  readonly changes: Changes;
  /** Where an actor is when a call does not say. */
  readonly usual: LoopbackChannel;
  readonly direct: LoopbackChannel;
  /** How long to wait for the bot. */
  readonly patienceMs: number;
  /** The interaction behind a reply, shared by all actors. */
  readonly behind: WeakMap<Reply, PendingInteraction>;
}

const isAnswered = ({ acknowledgedAfterMs, failed }: Reply): boolean =>
  acknowledgedAfterMs !== null || failed !== undefined;

/** What somebody can reach: channels they are in, messages they see. */
function createView({ world, usual }: ActorParts, user: WorldUser) {
  function standing(id: string): Standing {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new Error('There is no such channel.');
    const { guild, recipient, name } = channel;
    const isThere = guild === null ? recipient?.id === user.id : guild.members.has(user.id);
    if (!isThere) throw new Error(`${user.username} is not in ${name}.`);
    return { world, user, channel };
  }

  return {
    standing: (where: Pick<ActingIn, 'in'>): Standing => standing((where.in ?? usual).id),
    message({ id, channelId }: SeenMessage): StoredMessage {
      const message = standing(channelId).channel.messages.find((candidate) => candidate.id === id);
      if (message === undefined || message.isDeleted) throw new Error('The message is gone.');
      if (message.onlyFor === null || message.onlyFor === user.id) return message;
      throw new Error(`${user.username} does not see the message.`);
    },
    at: ({ channel }: StoredMessage): Standing => standing(channel.id),
  };
}

/** Somebody by their user. */
export function createActor(user: WorldUser, parts: ActorParts): Actor {
  const { world, store, desk, changes, patienceMs, behind, usual, direct } = parts;
  const view = createView(parts, user);

  async function send(draft: InteractionDraft, { until = 'complete' }: ActingIn): Promise<Reply> {
    const interaction = desk.send(draft);
    const reply = createReply(interaction, changes, patienceMs);
    behind.set(reply, interaction);
    if (until === 'complete') await reply.settled();
    if (until === 'acknowledged') await reply.until(isAnswered, 'an acknowledgement');
    return reply;
  }

  const contents = (text: string) => {
    const content = text.replaceAll('<@BOT>', `<@${world.bot.id}>`);
    return { content, mentions: usersNamed(world, content) };
  };

  return {
    id: user.id,
    name: user.username,
    direct,
    runs: async (command, options = {}, where = {}) =>
      send(slashDraft(view.standing(where), command, options, null), where),
    async autocompletes(command, options, focused, where = {}) {
      const interaction = desk.send(slashDraft(view.standing(where), command, options, focused));
      const offered = await changes.until(() => interaction.choices ?? (interaction.isMissed ? 'nothing' : undefined), {
        what: 'choices',
        withinMs: patienceMs,
      });
      if (offered === 'nothing') throw new Error('Loading options failed.');
      return offered.map(({ name, value }) => ({ name, value }));
    },
    async opensMenu(command, target, where = {}) {
      if (!('channelId' in target)) return send(userMenuDraft(view.standing(where), command, target.id), where);
      const message = view.message(target);
      return send(messageMenuDraft(view.at(message), command, message), where);
    },
    async presses(seen, button, where = {}) {
      const message = view.message(seen);
      return send(componentDraft(view.at(message), message, buttonOf(message, button)), where);
    },
    async selects(seen, wanted, labels, where = {}) {
      const message = view.message(seen);
      const { select, values } = selection(message, wanted, labels);
      return send(componentDraft(view.at(message), message, select, values), where);
    },
    async submits(form, values, where = {}) {
      const opened = behind.get(form);
      if (opened?.user !== user) throw new Error(`${user.username} has no such form.`);
      return send(formDraft({ world, user, channel: opened.channel }, opened, values), where);
    },
    async says(text, { in: place = usual, replyTo, ping = true } = {}) {
      const { channel } = view.standing({ in: place });
      const reference = replyTo === undefined ? null : view.message(replyTo);
      const { content, mentions } = contents(text);
      const pinged = reference !== null && ping && !mentions.includes(reference.author) ? [reference.author] : [];
      const message = store.create({
        channel,
        author: user,
        content,
        reference,
        mentions: [...mentions, ...pinged],
      });
      return seenMessage(message);
    },
    edits(seen, text) {
      const message = view.message(seen);
      if (message.author !== user) throw new Error(`${user.username} did not write the message.`);
      store.edit(message, contents(text));
    },
    deletes: (seen) => store.remove(view.message(seen)),
    sees(place = usual) {
      return view
        .standing({ in: place })
        .channel.messages.filter(({ isDeleted, onlyFor }) => !isDeleted && (onlyFor === null || onlyFor === user.id))
        .map(seenMessage);
    },
  };
}
