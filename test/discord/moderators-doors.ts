import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import { forms } from '#src/discord/components/all-components.js';
import { type ActionName, type ComponentAction, customIdOf } from '#src/discord/custom-id.js';
import { citationInput, noteInput } from '#src/discord/writing/for-moderators/accept-form.js';
import { commandLines, completedOptions, filledIn } from '../support/command-lines.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import type { Loopback } from '../support/discord/loopback.js';
import type { OptionValue } from '../support/discord/option-payload.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';

/** What would be changed if a door were open. */
export interface Targets {
  readonly document: string;
  /** Generations of the server: one to go back to, and the live one. */
  readonly generations: { readonly before: string; readonly live: string };
  /** A message that asks whether to publish what is staged. */
  readonly question: SeenMessage;
  /** Where forged buttons are said to hang. */
  readonly under: readonly SeenMessage[];
}

/** Commands that Discord offers to moderators alone, with their subcommands. */
export const moderatorsCommands = commandLines(commandDefinitions).filter(({ isForModerators }) => isForModerators);

function values(discord: Loopback, { document, generations }: Targets): Readonly<Record<string, OptionValue>> {
  return {
    document,
    file: { name: 'More.txt', content: 'The mole of Varna is 70 metres long.' },
    generation: generations.before,
    setting: 'answers',
    answers: false,
    private: true,
    moderator_role_add: discord.role({ name: 'newcomers' }),
    quota_server: '1/1m',
    csv: true,
  };
}

function fingerprintIn({ question }: Targets): string {
  const [, found] = /"custom_id":"publish:(\w{12})"/u.exec(JSON.stringify(question.components)) ?? [];
  if (found === undefined) throw new Error('There is nothing to publish.');
  return found;
}

/** Whose each button and form is, and what a press of a moderator's would do. */
export const actions: { readonly [N in ActionName]: ((targets: Targets) => ComponentAction) | 'for members' } = {
  passage: 'for members',
  page: 'for members',
  share: 'for members',
  up: 'for members',
  down: 'for members',
  dispute: 'for members',
  'dispute-form': 'for members',
  'follow-up-form': 'for members',
  'privacy-delete': 'for members',
  'privacy-keep': 'for members',
  publish: (targets) => ({ action: 'publish', fingerprint: fingerprintIn(targets) }),
  'publish-cancel': (targets) => ({ action: 'publish-cancel', fingerprint: fingerprintIn(targets) }),
  'reindex-stop': () => ({ action: 'reindex-stop' }),
  rollback: ({ generations: { before, live } }) => ({
    action: 'rollback',
    collection: 'own',
    generation: before,
    live,
  }),
  'rollback-cancel': ({ generations: { before } }) => ({
    action: 'rollback-cancel',
    collection: 'own',
    generation: before,
  }),
  'review-accept': () => ({ action: 'review-accept', item: 1 }),
  'review-reject': () => ({ action: 'review-reject', item: 1 }),
  'review-next': () => ({ action: 'review-next', item: 1 }),
  'note-withdraw': () => ({ action: 'note-withdraw', moment: 1 }),
  'note-next': () => ({ action: 'note-next', moment: 1 }),
  'accept-form': () => ({ action: 'accept-form', item: 1 }),
};

const note = { [noteInput]: 'It was fourteen, says ben.', [citationInput]: '1' };

/** Goes through every door; gives what was shown at each, by its name. */
export async function triesEverything(
  discord: Loopback,
  { who, where }: { readonly who: Actor; readonly where: LoopbackChannel },
  targets: Targets,
): Promise<ReadonlyMap<string, Reply>> {
  const replies = new Map<string, Reply>();
  for (const door of moderatorsCommands) {
    replies.set(`/${door.line}`, await who.runs(door.line, filledIn(door, values(discord, targets)), { in: where }));
  }
  for (const [name, action] of Object.entries(actions)) {
    if (action === 'for members') continue;
    const form = Object.hasOwn(forms, name) ? { values: note } : {};
    const forgery = { customId: customIdOf(action(targets)), in: where, ...form };
    for (const under of targets.under) {
      replies.set(`${name} under ${under.id}`, await discord.forges(who, { ...forgery, under }));
    }
  }
  return replies;
}

/** All that is offered in the options of these commands. */
export async function offeredWhileTyping(who: Actor, where: LoopbackChannel): Promise<readonly unknown[]> {
  const offered = [];
  for (const door of moderatorsCommands) {
    for (const option of completedOptions(door)) {
      offered.push(...(await who.autocompletes(door.line, { [option]: '' }, option, { in: where })));
    }
  }
  return offered;
}
