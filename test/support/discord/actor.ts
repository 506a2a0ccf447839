import type { ModalValues } from './modal-values.js';
import type { OptionValue } from './option-payload.js';
import type { Reply } from './reply.js';
import type { SeenMessage } from './seen-message.js';

/** A channel, a thread or a direct channel. */
export interface LoopbackChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'thread' | 'direct';
  /** `null` for a direct channel. */
  readonly guildId: string | null;
}

export interface ActingIn {
  /** #general when absent. */
  readonly in?: LoopbackChannel;
  /** What to wait for: the whole answer (by default), its acknowledgement, or nothing. */
  readonly until?: 'complete' | 'acknowledged' | 'sent';
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/**
 * Somebody at a Discord client. They see and do only what that client would let them: a command they are not shown, a
 * button that is not there, a form that is not filled in make the call fail, without the bot hearing of it.
 */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Their direct channel with the bot. */
  readonly direct: LoopbackChannel;
  /** `/name`; subcommands follow after a space: `corpus add`. */
  runs(command: string, options?: Readonly<Record<string, OptionValue>>, where?: ActingIn): Promise<Reply>;
  /** What is offered while they type in the option `focused`. @throws Error when nothing is offered in time. */
  autocompletes(
    command: string,
    options: Readonly<Record<string, OptionValue>>,
    focused: string,
    where?: ActingIn,
  ): Promise<readonly Choice[]>;
  /** Apps › `command` on a message, or on a person. */
  opensMenu(command: string, target: SeenMessage | Actor, where?: ActingIn): Promise<Reply>;
  /** @param button Its label or its emoji. */
  presses(message: SeenMessage, button: string, where?: ActingIn): Promise<Reply>;
  /** Chooses options, by their labels, in the select with this placeholder or custom id. */
  selects(message: SeenMessage, select: string, labels: readonly string[], where?: ActingIn): Promise<Reply>;
  /** Fills in the form that a reply opened, by the labels of its inputs. */
  submits(form: Reply, values: ModalValues, where?: ActingIn): Promise<Reply>;
  /** Posts a message; `<@BOT>` in it becomes the bot's mention. A reply pings its author unless `ping` is false. */
  says(
    content: string,
    where?: { readonly in?: LoopbackChannel; readonly replyTo?: SeenMessage; readonly ping?: boolean },
  ): Promise<SeenMessage>;
  /** The messages of a channel as they see it now, oldest first, their own ephemeral ones included. */
  sees(channel?: LoopbackChannel): readonly SeenMessage[];
  /** Changes a message of their own. */
  edits(message: SeenMessage, content: string): void;
  deletes(message: SeenMessage): void;
}
