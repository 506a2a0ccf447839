import { type Client, MessageFlags, MessageFlagsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Answerable, Appearance } from '#src/discord/replying/answerable.js';
import { noticeReply } from '#src/discord/replying/notice-reply.js';
import { respondTo } from '#src/discord/replying/respond.js';
import { quietParts } from '../quiet-parts.js';

interface Sent {
  readonly call: 'deferUpdate' | 'deferReply' | 'editReply' | 'followUp';
  readonly isEphemeral: boolean;
}

/** A form that came back, opened from a message with these flags, or from no message; it notes what is done with it. */
function form(messageFlags: number | null): { readonly interaction: Answerable; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  const noting =
    (call: Sent['call']) =>
    async ({ flags = 0 }: { readonly flags?: number } = {}) => {
      sent.push({ call, isEphemeral: (flags & MessageFlags.Ephemeral) !== 0 });
      return { id: '1' };
    };
  const interaction = {
    id: '1',
    channelId: '2',
    message: messageFlags === null ? null : { flags: new MessageFlagsBitField(messageFlags) },
    isMessageComponent: () => false,
    isModalSubmit: () => true,
    isFromMessage: () => messageFlags !== null,
    deferUpdate: noting('deferUpdate'),
    deferReply: noting('deferReply'),
    editReply: noting('editReply'),
    followUp: noting('followUp'),
  };
  return { interaction: interaction as unknown as Answerable, sent };
}

async function respond(messageFlags: number | null, appearance: Appearance): Promise<readonly Sent[]> {
  const { interaction, sent } = form(messageFlags);
  const parts = quietParts(undefined as unknown as Client, { desk: {} });
  const messages = [...noticeReply('One.').messages, ...noticeReply('Two.').messages];
  await respondTo(interaction, appearance, async () => ({ messages, record: null }), parts);
  return sent;
}

describe('a reply in place of the message that a form was opened from', () => {
  it('changes that message, and what follows is as private as it', async () => {
    for (const flags of [MessageFlags.Ephemeral, 0]) {
      expect(await respond(flags, 'update')).toEqual([
        { call: 'deferUpdate', isEphemeral: false },
        { call: 'editReply', isEphemeral: false },
        { call: 'followUp', isEphemeral: flags !== 0 },
      ]);
    }
  });

  it('is for the member alone where there is no such message', async () => {
    expect(await respond(null, 'update')).toEqual([
      { call: 'deferReply', isEphemeral: true },
      { call: 'editReply', isEphemeral: false },
      { call: 'followUp', isEphemeral: true },
    ]);
  });
});
