import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChatSettings } from '#src/chatting/chat-settings.js';
import { checkChat } from '#src/terminal/doctor/check-chat.js';
import type { Finding } from '#src/terminal/doctor/finding.js';
import { missingPackage } from '../../support/chat/missing-package.js';
import { openaiWire } from '../../support/chat/wire-formats.js';
import { startWireServer, type WireReply, type WireServer } from '../../support/chat/wire-server.js';

const key = 'sk-very-secret-0123456789';
let server: WireServer;
beforeEach(async () => {
  server = await startWireServer(openaiWire);
});
afterEach(() => server.close());

async function look(environment: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const { settings, faults } = readChatSettings(environment, '/srv/parley');
  expect(faults).toEqual([]);
  const findings = await checkChat(settings);
  expect(JSON.stringify(findings)).not.toContain(key);
  return findings;
}

function ask(...replies: readonly WireReply[]): Promise<readonly Finding[]> {
  server.script(...replies);
  return look({ CHAT_MODEL: 'openai:m', OPENAI_BASE_URL: `${server.origin}/v1`, OPENAI_API_KEY: key });
}

function complaint(status: number, code: string): WireReply {
  return { status, raw: JSON.stringify({ error: { message: `no ${key}`, code } }) };
}

/** `chat key` for what is well, `chat key!` for what is not. */
function names(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ name, ok }) => (ok ? name : `${name}!`));
}

describe('the look at the chat model', () => {
  it('asks about a passage as questions do, and tells its speed', async () => {
    const findings = await ask({ text: ['The talks lasted', ' 15 hours [1].'] });
    expect(names(findings)).toEqual(['chat package', 'chat server', 'chat key', 'chat model', 'chat answer']);
    expect(findings[1]?.what).toContain('That is in your own network.');
    expect(findings[4]?.what).toMatch(/^“The talks lasted 15 hours \[1\]\.”, \d+ tokens\/s\.$/u);
    const { messages } = server.requests[0]?.body ?? {};
    const [, question] = messages as readonly { readonly content: string }[];
    expect(question?.content).toMatch(/<passage n="1"[^>]*>\n[\s\S]*?\n<\/passage>\n\n<question>\n.*\n<\/question>$/u);
  });

  it('says when passages are not marked, and shows nothing that moves a cursor', async () => {
    const [answer] = (await ask({ text: ['15 \u001B[31mhours.'] })).slice(-1);
    expect(answer).toMatchObject({ ok: true, what: expect.stringContaining('did not mark the passage') });
    expect(answer?.what).toContain('“15 [31mhours.”');
  });

  it('finds an empty answer wrong', async () => {
    const [answer] = (await ask({ text: [] })).slice(-1);
    expect(answer).toMatchObject({ ok: false, remedy: expect.stringContaining('Raise CHAT_MAX_TOKENS') });
  });

  it('tells a key that is refused', async () => {
    const findings = await ask(complaint(401, 'invalid_api_key'));
    expect(names(findings)).toEqual(['chat package', 'chat server', 'chat key!']);
    expect(findings[2]?.remedy).toContain('Check OPENAI_API_KEY');
  });

  it('names what the server has instead of a model that it does not know', async () => {
    const list = JSON.stringify({ data: [{ id: 'm-large' }, { id: 7 }, null] });
    const findings = await ask(complaint(404, 'model_not_found'), { status: 200, raw: list });
    expect(names(findings)).toEqual(['chat package', 'chat server', 'chat key', 'chat model!']);
    expect(findings[3]?.remedy).toContain('It has m-large.');
  });

  it('goes without that when the server does not say', async () => {
    const findings = await ask(complaint(404, 'model_not_found'), complaint(500, 'x'));
    expect(findings[3]?.remedy).not.toContain('It has');
  });

  it('tells a server that is not there, with what starts it', async () => {
    await server.close();
    const findings = await ask();
    expect(names(findings)).toEqual(['chat package', 'chat server!']);
    expect(findings[1]?.what).toContain(`Nobody answers for openai:m at ${server.origin}/v1 (ECONNREFUSED).`);
    server = await startWireServer(openaiWire);
  });

  it('tells a package that is not installed, with what to type', async () => {
    const { settings } = readChatSettings({ CHAT_MODEL: 'gguf:model.gguf' }, '/srv/parley');
    const findings = await checkChat(settings, missingPackage);
    expect(names(findings)).toEqual(['chat package!']);
    expect(findings[0]?.remedy).toBe('Type: npm install node-llama-cpp');
  });

  it('is well when there is none', async () => {
    expect(names(await look({}))).toEqual(['chat model']);
  });
});

describe('the look at whoever gives second opinions', () => {
  const answer: WireReply = { text: ['The talks lasted 15 hours [1].'] };

  function askBoth(...replies: readonly WireReply[]): Promise<readonly Finding[]> {
    server.script(answer, ...replies);
    const url = `${server.origin}/v1`;
    return look({ CHAT_MODEL: 'openai:m', CHAT_JUDGE: 'on', OPENAI_BASE_URL: url, OPENAI_API_KEY: key });
  }

  it('has it judge a true sentence and a false one, and tells how long that takes', async () => {
    const findings = await askBoth({ text: ['1: yes\n2: no'] });
    expect(names(findings).slice(-2)).toEqual(['chat answer', 'chat judge']);
    expect(findings.at(-1)?.what).toMatch(/^openai:m tells what a passage says .* took \d+\.\d s, /u);
  });

  it.each([
    ['1: yes\n2: yes', 'It does not tell'],
    ['I am not sure.', 'It did not say yes or no'],
  ])('finds %j wrong', async (text, what) => {
    const judge = (await askBoth({ text: [text] })).at(-1);
    expect(judge).toMatchObject({ name: 'chat judge', ok: false, remedy: expect.stringContaining('CHAT_JUDGE') });
    expect(judge?.what).toContain(what);
  });

  it('tells what is wrong with it, as of the other model', async () => {
    expect(names(await askBoth(complaint(401, 'invalid_api_key'))).slice(-2)).toEqual(['chat answer', 'chat judge!']);
  });
});
