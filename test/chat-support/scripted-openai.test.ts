import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openScriptedOpenAi, type ScriptedOpenAi } from '../support/chat/scripted-openai.js';
import {
  createGate,
  failsWith,
  inPieces,
  outOfQuota,
  rateLimited,
  says,
  saysForever,
  tooLong,
  writes,
} from '../support/chat/scripted-openai-reply.js';

const key = 'sk-scripted';
let server: ScriptedOpenAi;

beforeEach(async () => {
  server = await openScriptedOpenAi({ models: ['scripted-1', 'scripted-2'], key });
});

afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

/** OpenAI's client would write what it can't read to the console: answers of models don't belong there. */
function client({ model = 'scripted-1', apiKey = key } = {}): ChatOpenAI {
  const configuration = { baseURL: server.baseUrl, logLevel: 'off' } as const;
  return new ChatOpenAI({ model, apiKey, maxRetries: 0, configuration });
}

const prompt = `Read this.
<passage n="1" source="Analysis" publisher="Russia Direct" date="2016-09">
The talks lasted 15 hours.
</passage>
<passage n="2" source="Other">
A second
passage.
</passage>
<question>
How long did the talks last?
</question>`;

async function pieces(chat: ChatOpenAI, question = prompt, signal?: AbortSignal): Promise<readonly string[]> {
  const read: string[] = [];
  for await (const { text } of await chat.stream(question, signal === undefined ? {} : { signal })) {
    if (text !== '') read.push(text);
  }
  return read;
}

describe('a reply', () => {
  it('is a function of what was asked: passages, question, key and messages', async () => {
    server.script(({ passages, question, messages, key: sent, stream }) =>
      says(JSON.stringify({ passages, question, roles: messages.map(({ role }) => role), sent, stream })),
    );
    const { text } = await client().invoke([new SystemMessage('Answer.'), new HumanMessage(prompt)]);
    expect(JSON.parse(text)).toEqual({
      passages: [
        {
          n: 1,
          attributes: { source: 'Analysis', publisher: 'Russia Direct', date: '2016-09' },
          text: 'The talks lasted 15 hours.',
        },
        { n: 2, attributes: { source: 'Other' }, text: 'A second\npassage.' },
      ],
      question: 'How long did the talks last?',
      roles: ['system', 'user'],
      sent: key,
      stream: false,
    });
  });

  it('comes in the pieces that were chosen, marks cut in two', async () => {
    server.script(writes([{ text: 'The talks lasted 15 hours [' }, { text: '2' }, { text: '].' }]));
    expect(await pieces(client())).toEqual(['The talks lasted 15 hours [', '2', '].']);
  });

  it('reads the same when its bytes are cut inside characters', async () => {
    const text = 'Кэрри и Лавров — “пятнадцать часов” 🕊️ [1].';
    server.script(says(text, { bytesAtOnce: 1 }));
    expect((await pieces(client())).join('')).toBe(text);
  });

  it('arrives in the pieces in which it is sent, halves of characters among them', async () => {
    server.script(says('Кэрри', { bytesAtOnce: 1 }));
    const { body } = await fetch(`${server.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ model: 'scripted-1', stream: true, messages: [{ role: 'user', content: 'Who?' }] }),
    });
    let halves = 0;
    for await (const read of body ?? []) halves += new TextDecoder().decode(read).includes('\ufffd') ? 1 : 0;
    // A busy machine may join some; each of the five letters has two bytes.
    expect(halves).toBeGreaterThan(0);
  });

  it('cut into pieces of characters keeps them whole', () => {
    expect(inPieces('a🕊️bc', 2)).toEqual([{ text: 'a🕊' }, { text: '\ufe0fb' }, { text: 'c' }]);
  });

  it('tells its tokens, as counted or as scripted, or keeps them to itself', async () => {
    const usages: unknown[] = [];
    server.script(
      says('12345678'),
      says('1', { usage: { inputTokens: 7, outputTokens: 9 } }),
      says('1', { usage: null }),
    );
    for (let n = 0; n < 3; n += 1) {
      let usage: unknown;
      for await (const chunk of await client().stream('1234')) usage = chunk.usage_metadata ?? usage;
      usages.push(usage);
    }
    expect(usages).toMatchObject([
      { input_tokens: 1, output_tokens: 2 },
      { input_tokens: 7, output_tokens: 9 },
      undefined,
    ]);
  });

  it('says that it was cut off at the limit', async () => {
    server.script(says('The talks', { finish: 'length' }));
    const { response_metadata: metadata } = await client().invoke(prompt);
    expect(metadata).toMatchObject({ finish_reason: 'length' });
  });

  it('may be empty, thought aloud, or call a tool that nobody offered', async () => {
    server.script(
      says(''),
      writes([{ reasoning: 'They want hours.' }, { text: 'Fifteen.' }]),
      writes([{ toolCall: { name: 'delete_server', arguments: '{}' } }], { finish: 'tool_calls' }),
    );
    expect(await pieces(client())).toEqual([]);
    expect(await pieces(client())).toEqual(['Fifteen.']);
    const called = await client().invoke(prompt);
    expect([called.text, called.tool_calls?.map(({ name }) => name)]).toEqual(['', ['delete_server']]);
  });

  it('stalls until the test lets it go on', async () => {
    const gate = createGate();
    server.script(writes([{ text: 'One ' }, { gate }, { text: 'two.' }]));
    const reading = pieces(client());
    await gate.reached;
    gate.release();
    expect(await reading).toEqual(['One ', 'two.']);
    expect(await server.requests[0]?.end).toBe('finished');
  });

  it('that stalls for ever is left by a client that has enough', async () => {
    const [gate, leaving] = [createGate(), new AbortController()];
    server.script(writes([{ text: 'One ' }, { gate }]));
    const reading = pieces(client(), prompt, leaving.signal);
    await gate.reached;
    leaving.abort();
    await expect(reading).rejects.toThrow(/abort/iu);
    expect(await server.requests[0]?.end).toBe('left');
  });

  it('without an end goes on until the client leaves', async () => {
    const leaving = new AbortController();
    server.script(saysForever('The talks lasted 15 hours [1].'));
    let read = 0;
    await expect(async () => {
      for await (const chunk of await client().stream(prompt, { signal: leaving.signal })) {
        read += chunk.text.length;
        if (read > 10_000) leaving.abort();
      }
    }).rejects.toThrow(/abort/iu);
    expect(await server.requests[0]?.end).toBe('left');
  });

  it('may simply end, neither finished nor done', async () => {
    server.script(says('The talks', { finish: null }));
    expect((await pieces(client())).join('')).toBe('The talks');
  });
});

describe('a failure', () => {
  it.each([
    ['a chunk that is no JSON', writes([{ text: 'One ' }, { raw: 'data: {"choices":[{"delta"\n\n' }])],
    ['an error among the chunks', writes([{ text: 'One ' }, { error: 'out of memory' }])],
    ['a connection cut in mid-stream', writes([{ text: 'One ' }, 'cut'])],
    ['a connection cut before any answer', 'cut'],
    ['500', failsWith(500, 'The server had an error.')],
    ['503', failsWith(503, 'The engine is overloaded.')],
  ] as const)('%s is one for a client that streams', async (_, reply) => {
    server.script(reply);
    await expect(pieces(client())).rejects.toThrow();
  });

  it.each([
    ['a body that is no JSON', writes([{ raw: '{"choices": [' }])],
    ['a body of another service', writes([{ raw: '<html>It works!</html>' }])],
    ['a connection cut in the middle of the body', writes(['cut'])],
    ['an error', writes([{ error: 'out of memory' }])],
    ['a prompt that is too long', tooLong(512)],
    ['a used up quota', outOfQuota()],
  ] as const)('%s is one for a client that waits', async (_, reply) => {
    server.script(reply);
    await expect(client().invoke(prompt)).rejects.toThrow();
  });

  it('carries its status: a wrong key, an unknown model, too many requests', async () => {
    server.script(rateLimited(2));
    await expect(client({ apiKey: 'sk-wrong' }).invoke(prompt)).rejects.toMatchObject({ status: 401 });
    await expect(client({ model: 'scripted-9' }).invoke(prompt)).rejects.toMatchObject({ status: 404 });
    const error: unknown = await client()
      .invoke(prompt)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 429 });
    const { headers } = error as { headers: Headers };
    expect([headers.get('retry-after'), headers.get('retry-after-ms')]).toEqual(['2', '2000']);
  });

  it('is over when the script says something else', async () => {
    server.script(rateLimited(0), failsWith(503, 'Overloaded.'), says('Fifteen.'));
    await expect(client().invoke(prompt)).rejects.toMatchObject({ status: 429 });
    await expect(client().invoke(prompt)).rejects.toMatchObject({ status: 503 });
    expect((await client().invoke(prompt)).text).toBe('Fifteen.');
    expect(server.asked).toBe(3);
  });

  it('says so when nothing is scripted', async () => {
    await expect(client().invoke(prompt)).rejects.toThrow(/Nothing is scripted/u);
  });
});

describe('the server', () => {
  it('replies in the order of its script, then as always', async () => {
    server.otherwise(says('NO ANSWER'));
    server.script(says('One.'), says('Two.'));
    const texts: string[] = [];
    for (let n = 0; n < 4; n += 1) texts.push((await client().invoke(prompt)).text);
    expect(texts).toEqual(['One.', 'Two.', 'NO ANSWER', 'NO ANSWER']);
  });

  it('lists its models for the right key', async () => {
    const listed = await fetch(`${server.baseUrl}/models`, { headers: { authorization: `Bearer ${key}` } });
    expect(await listed.json()).toMatchObject({ data: [{ id: 'scripted-1' }, { id: 'scripted-2' }] });
    expect((await fetch(`${server.baseUrl}/models`)).status).toBe(401);
  });
});

describe('what OpenAI would refuse', () => {
  it.each([
    ['no message', { model: 'scripted-1', messages: [] }],
    ['a role that there is not', { model: 'scripted-1', messages: [{ role: 'wizard', content: 'Hello' }] }],
    ['no room for an answer', { model: 'scripted-1', messages: [{ role: 'user', content: 'Hello' }], max_tokens: 0 }],
  ])('is refused and noted: %s', async (_, body) => {
    const strict = await openScriptedOpenAi();
    const { status } = await fetch(`${strict.baseUrl}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    await strict.close();
    expect([status, strict.violations.length, strict.requests]).toEqual([400, 1, []]);
  });
});
