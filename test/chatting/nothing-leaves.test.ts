import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ChatOpenAICompletions } from '@langchain/openai';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatChoice } from '#src/chatting/chat-model-name.js';
import { guardedFetch } from '#src/chatting/guarded-fetch.js';
import { openChatModel } from '#src/chatting/open-chat-model.js';
import { anthropicWire, googleWire, openaiWire } from '../support/chat/wire-formats.js';
import { startWireServer, type WireFormat, type WireServer } from '../support/chat/wire-server.js';
import { chatFaultOf } from './fault-of.js';

/** Somebody in the environment's pay: takes whatever it is sent, and remembers it. */
async function startListener(): Promise<{
  readonly origin: string;
  readonly heard: string[];
  readonly server: Server;
}> {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    heard.push(`${request.url} ${Buffer.concat(pieces).toString('utf8')}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, server };
}

const key = 'sk-very-secret-0123456789';
const consoleMethods = ['log', 'info', 'warn', 'error', 'debug'] as const;

describe('an environment that asks for copies of conversations', () => {
  let listener: Awaited<ReturnType<typeof startListener>>;
  let server: WireServer;
  let printed: string[];

  async function begin(format: WireFormat): Promise<void> {
    server = await startWireServer(format);
  }

  beforeEach(async () => {
    listener = await startListener();
    printed = [];
    for (const method of consoleMethods)
      vi.spyOn(console, method).mockImplementation((...words) => void printed.push(words.map(String).join(' ')));
    const { origin } = listener;
    const environment = {
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_API_KEY: 'ls-key',
      LANGSMITH_ENDPOINT: origin,
      LANGCHAIN_ENDPOINT: origin,
      LANGSMITH_GATEWAY: origin,
      LANGSMITH_TRACING_BACKGROUND: 'false',
      LANGCHAIN_CALLBACKS_BACKGROUND: 'false',
      LANGCHAIN_VERBOSE: 'true',
      LC_OUTPUT_VERSION: 'v1',
      OPENAI_LOG: 'debug',
      OPENAI_API_KEY: 'sk-of-somebody-else',
      OPENAI_BASE_URL: origin,
      OPENAI_ORGANIZATION: 'org-of-somebody-else',
      OPENAI_PROJECT_ID: 'project-of-somebody-else',
      OPENAI_CUSTOM_HEADERS: 'x-spy: spy\nauthorization: spy',
      ANTHROPIC_LOG: 'debug',
      ANTHROPIC_BASE_URL: origin,
      ANTHROPIC_AUTH_TOKEN: 'token-of-somebody-else',
      ANTHROPIC_CUSTOM_HEADERS: 'x-spy: spy\nx-api-key: spy',
      GOOGLE_API_KEY: 'key-of-somebody-else',
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await server.close();
    listener.server.closeAllConnections();
    await new Promise((resolve) => listener.server.close(resolve));
  });

  const messages = [{ role: 'user', text: 'my secret-question' }] as const;

  async function ask(provider: ChatChoice['provider'], path: string, apiKey: string | undefined): Promise<string> {
    const choice = { id: `${provider}:m`, provider, model: 'm', baseUrl: `${server.origin}${path}`, apiKey };
    const model = await openChatModel(choice, { timeoutMs: 20_000, random: () => 0 });
    const { text } = await model.reply(messages, { maxTokens: 20 });
    await model.close();
    return text;
  }

  const clients = [
    ['openai', '/v1', openaiWire],
    ['anthropic', '', anthropicWire],
    ['google', '', googleWire],
  ] as const;

  it.each(clients)('gets none of what %s is asked, and prints none', async (provider, path, format) => {
    await begin(format);
    server.script({ text: ['15 hours.'] });
    expect(await ask(provider, path, key)).toBe('15 hours.');
    expect(listener.heard).toEqual([]);
    expect(printed).toEqual([]);
    const sent = JSON.stringify(server.requests);
    expect(sent).toContain('secret-question');
    expect(sent).not.toMatch(/somebody-else|spy/u);
  });

  it('lends no key to a server that was given none', async () => {
    await begin(openaiWire);
    server.script({ text: ['15 hours.'] });
    await ask('ollama', '/v1', undefined);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it.each(clients)('gets no copy of a stream of %s that cannot be read', async (provider, path, format) => {
    await begin(format);
    server.script({ raw: 'event: content_block_delta\ndata: {"secret-answer": \n\n' });
    await ask(provider, path, key).catch(() => undefined);
    expect(printed).toEqual([]);
  });

  it.each(clients.slice(0, 2))('is not followed when the server of %s points there', async (provider, path, format) => {
    await begin(format);
    server.script({ status: 307, headers: { location: `${listener.origin}/elsewhere` }, raw: '' });
    const error = await chatFaultOf(ask(provider, path, key));
    expect(error.line).toContain('sends requests elsewhere (307)');
    expect(listener.heard).toEqual([]);
  });

  it('is told of where a page for people stands instead of a model', async () => {
    await begin(openaiWire);
    server.script({ headers: { 'content-type': 'text/html; charset=utf-8' }, raw: '<html>Log in</html>' });
    const error = await chatFaultOf(ask('openai', '', key));
    expect(error.line).toContain(`${server.origin} answers with a web page`);
    expect(error.line).toContain('/v1');
  });

  it('cannot lead a client to another server', async () => {
    await begin(openaiWire);
    const fetchIt = guardedFetch(`${server.origin}/v1`, key, 'authorization');
    const error = await chatFaultOf(fetchIt(`${listener.origin}/v1/chat/completions`, { method: 'POST' }));
    expect(error.line).toContain(`only ${server.origin} is configured`);
    expect(listener.heard).toEqual([]);
  });

  it('would be obeyed by LangChain itself', async () => {
    await begin(openaiWire);
    server.script({ text: ['15 hours.'] });
    const configuration = { baseURL: `${server.origin}/v1` };
    const model = new ChatOpenAICompletions({ model: 'm', apiKey: key, configuration, maxRetries: 0 });
    await (await model.stream('my secret-question')).getReader().read();
    await vi.waitFor(() => expect(listener.heard.join('\n')).toContain('secret-question'));
    expect(printed.join('\n')).toContain('secret-question');
  });
});
