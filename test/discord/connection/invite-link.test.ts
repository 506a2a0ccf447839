import { PermissionsBitField } from 'discord.js';
import { expect, it } from 'vitest';
import { inviteLink } from '#src/discord/connection/invite-link.js';

it('invites with both scopes and with what the bot needs, and no more', () => {
  const link = new URL(inviteLink('1417000000000000001'));
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: '1417000000000000001',
    permissions: '274877991936',
    scope: 'bot applications.commands',
  });
  expect(new PermissionsBitField(BigInt(link.searchParams.get('permissions') ?? '0')).toArray().toSorted()).toEqual([
    'EmbedLinks',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
});
