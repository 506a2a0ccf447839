import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { failsWith, type OtherReply, type ScriptedReply, unknownModel, wrongKey } from './scripted-openai-reply.js';
import { type ChatRequest, chatBody, chatRequest, keyOf } from './scripted-openai-request.js';
import { writeStream, writeWhole } from './scripted-openai-writer.js';

/** A reply, or what makes one of the request. */
export type Turn = ScriptedReply | ((request: ChatRequest) => ScriptedReply);

export interface ScriptedOpenAi {
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  /** Chat requests that were read and not refused for their key or their model, in order. */
  readonly requests: readonly ChatRequest[];
  /** What clients did that OpenAI's server would refuse, a sentence each: a test expects none. */
  readonly violations: readonly string[];
  /** How many requests of any kind came, the refused ones included. */
  readonly asked: number;
  /** Replies to the next requests, in order, before it goes back to `otherwise`. */
  script(...next: readonly Turn[]): void;
  /** The reply to all requests that nothing else is scripted for; at first an error that says so. */
  otherwise(turn: Turn): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function give(response: ServerResponse, { status, headers, body }: OtherReply): void {
  response.writeHead(status, headers).end(body);
}

/**
 * An OpenAI-compatible chat server on the loopback interface that says what a test tells it to, and misbehaves likewise.
 * @param models What it has; others are unknown to it.
 * @param key The only one it takes; without one it takes any, and none.
 */
export async function openScriptedOpenAi({
  models = ['scripted-1'],
  key,
}: {
  models?: readonly string[];
  key?: string;
} = {}): Promise<ScriptedOpenAi> {
  const requests: ChatRequest[] = [];
  const violations: string[] = [];
  const next: Turn[] = [];
  // 4xx: clients don't try those again, so that a test without a script fails at once.
  let rest: Turn = failsWith(400, 'Nothing is scripted for this request. Call script(…) or otherwise(…).');
  let asked = 0;

  async function chat(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const end = new Promise<'finished' | 'left'>((resolve) => {
      response.once('close', () => resolve(response.writableFinished ? 'finished' : 'left'));
    });
    const body = chatBody.safeParse(parseJson(await bodyOf(incoming)));
    if (!body.success) {
      const what = z.prettifyError(body.error);
      violations.push(what);
      give(response, failsWith(400, what, { type: 'invalid_request_error' }));
      return;
    }
    if (!models.includes(body.data.model)) {
      give(response, unknownModel(body.data.model));
      return;
    }
    const request = chatRequest(incoming.headers, body.data, end);
    requests.push(request);
    const turn = next.shift() ?? rest;
    const reply = typeof turn === 'function' ? turn(request) : turn;
    if (reply === 'cut') response.destroy();
    else if ('status' in reply) give(response, reply);
    else await (request.stream ? writeStream : writeWhole)(response, request, reply);
  }

  const server = createServer((incoming, response) => {
    asked += 1;
    if (key !== undefined && keyOf(incoming.headers) !== key) give(response, wrongKey());
    else if (incoming.method === 'POST' && incoming.url === '/v1/chat/completions') {
      chat(incoming, response).catch((error: unknown) => {
        violations.push(`The scripted server failed: ${error instanceof Error ? error.message : String(error)}`);
        response.destroy();
      });
    } else if (incoming.method === 'GET' && incoming.url === '/v1/models') {
      const data = models.map((id) => ({ id, object: 'model', created: 1_473_379_200, owned_by: 'scripted' }));
      const headers = { 'content-type': 'application/json' };
      give(response, { status: 200, headers, body: JSON.stringify({ object: 'list', data }) });
    } else give(response, failsWith(404, `Unknown path ${incoming.method} ${incoming.url}.`));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    violations,
    get asked() {
      return asked;
    },
    script: (...turns) => {
      next.push(...turns);
    },
    otherwise: (turn) => {
      rest = turn;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
