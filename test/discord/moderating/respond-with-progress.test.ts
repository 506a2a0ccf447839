import { describe, expect, it } from 'vitest';
import { respondWithProgress, type WorkEnd } from '#src/discord/moderating/respond-with-progress.js';
import { noticeReply } from '#src/discord/replying/notice-reply.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { deferred } from '../../support/deferred.js';
import { manualTimers } from '../connection/manual-timers.js';
import { recordingLog } from '../connection/recording-log.js';
import { quietParts } from '../quiet-parts.js';

const minute = 60_000;
const guild = '100000000000000001';

/** A command of a moderator, and what is shown of it. */
function commanded() {
  const shown: string[] = [];
  const interaction = {
    id: '1',
    guildId: guild,
    channelId: '2',
    user: { id: '3' },
    member: null,
    memberPermissions: { has: () => true },
    isMessageComponent: () => false,
    deferReply: async () => undefined,
    async editReply({ content }: { readonly content: string }) {
      shown.push(content);
      return { id: '4' };
    },
  };
  const told: string[] = [];
  const channel = {
    guildId: guild,
    isDMBased: () => false,
    isSendable: () => true,
    guild: { available: true, members: { me: {} } },
    permissionsFor: () => ({ has: () => true }),
    send: async ({ content }: { readonly content: string }) => told.push(content),
  };
  const log = recordingLog();
  const client = { channels: { cache: new Map([['9', channel]]) } };
  const settings = { known: () => undefined, of: async () => ({ logChannel: '9' }), forget: () => undefined };
  const parts = quietParts(client as never, { desk: {}, log, settings: settings as never });
  return { interaction: interaction as never, shown, told, log, parts };
}

const ended = (text: string, more: Partial<WorkEnd> = {}): WorkEnd => ({
  reply: noticeReply(text),
  told: text,
  ...more,
});

describe('work that takes a while', () => {
  it('shows how far it is in one message, which ends with the reply, and nobody else is told', async () => {
    const { interaction, shown, told, parts } = commanded();
    const timers = manualTimers();
    const goOn = deferred();
    const responding = respondWithProgress(
      interaction,
      'private',
      async (_, show) => {
        show(() => writeNotice('half', 'notice'));
        await goOn.promise;
        return ended('all', { afterwards: async () => void shown.push('afterwards') });
      },
      parts,
      { timers },
    );
    await timers.timerSet();
    await timers.advance(1000);
    goOn.resolve();
    await responding;
    expect(shown).toEqual(['half', 'all', 'afterwards']);
    expect(told).toEqual([]);
    expect(timers.pending).toBe(0);
  });

  it('goes on when its message can soon be changed no more, and its end is told in the log channel', async () => {
    const { interaction, shown, told, parts } = commanded();
    const timers = manualTimers();
    const goOn = deferred();
    const responding = respondWithProgress(
      interaction,
      'private',
      async () => {
        await goOn.promise;
        return ended('done at last');
      },
      parts,
      { timers },
    );
    await timers.timerSet();
    await timers.advance(14 * minute);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain('It goes on');
    goOn.resolve();
    await responding;
    expect(told).toEqual(['done at last']);
    expect(shown).toHaveLength(1);
  });

  it('of no use by then is ended, and its reply is shown', async () => {
    const { interaction, shown, told, parts } = commanded();
    const timers = manualTimers();
    const goOn = deferred();
    const responding = respondWithProgress(
      interaction,
      'private',
      async () => {
        await goOn.promise;
        return ended('stopped');
      },
      parts,
      { timers, onOverdue: goOn.resolve },
    );
    await timers.timerSet();
    await timers.advance(14 * minute);
    await responding;
    expect([shown, told]).toEqual([['stopped'], []]);
  });

  it('that fails late is logged, and breaks nothing', async () => {
    const { interaction, log, parts } = commanded();
    const timers = manualTimers();
    const goOn = deferred();
    const responding = respondWithProgress(
      interaction,
      'private',
      () => goOn.promise.then(() => Promise.reject(new TypeError('a defect'))),
      parts,
      { timers },
    );
    await timers.timerSet();
    await timers.advance(14 * minute);
    goOn.resolve();
    await responding;
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});
