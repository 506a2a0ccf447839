import { EventEmitter } from 'node:events';
import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { watchProcess } from '#src/discord/connection/watch-process.js';
import { recordingLog } from './recording-log.js';

function setUp() {
  const process = new EventEmitter();
  const log = recordingLog();
  let crashes = 0;
  const stop = watchProcess({
    process,
    log,
    onCrash: () => {
      crashes += 1;
    },
  });
  return { process, log, stop, crashes: () => crashes };
}

describe('an error that nobody caught', () => {
  it.each(['uncaughtException', 'unhandledRejection'])('(%s) ends the process with a line', (event) => {
    const { process, log, crashes } = setUp();
    process.emit(event, new TypeError('x is not a function'));
    expect(crashes()).toBe(1);
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
    expect(log.text()).toContain('x is not a function');
  });

  it('does not put the token of an interaction, or an answer, into the log', () => {
    const { process, log } = setUp();
    const token = `aW50ZXJhY3Rpb246${'x'.repeat(60)}`;
    const url = `https://discord.com/api/v10/webhooks/1417000000000000001/${token}`;
    const body = { body: { content: 'what somebody asked' } };
    process.emit(
      'unhandledRejection',
      new DiscordAPIError({ code: 10015, message: 'Unknown' }, 10015, 404, 'PATCH', url, body),
    );
    expect(log.text()).toContain('10015');
    expect(log.text()).not.toContain(token);
    expect(log.text()).not.toContain('what somebody asked');
  });

  it('ends nothing when it is a frame of the gateway that discord.js cannot digest', () => {
    const { process, log, crashes } = setUp();
    const error = new TypeError("Cannot read properties of null (reading 'toString')");
    error.stack = `${error.message}\n    at WebSocketShard.onMessage (/app/node_modules/@discordjs/ws/dist/index.js:1:1)`;
    process.emit('unhandledRejection', error);
    expect(crashes()).toBe(0);
    expect(log.lines).toHaveLength(1);
  });

  it("is nobody's any more after the watch", () => {
    const { process, stop } = setUp();
    stop();
    expect(process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection')).toBe(0);
  });
});
