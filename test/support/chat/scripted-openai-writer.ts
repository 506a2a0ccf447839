import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ReplyStep, TokenUsage, WrittenReply } from './scripted-openai-reply.js';
import type { ChatRequest } from './scripted-openai-request.js';

function tokens(characters: number): number {
  return Math.ceil(characters / 4);
}

function usageOf(request: ChatRequest, { usage }: WrittenReply, written: number): object | null {
  if (usage === null) return null;
  const promptCharacters = request.messages.reduce((sum, { text }) => sum + text.length, 0);
  const counted: TokenUsage =
    usage === 'counted' ? { inputTokens: tokens(promptCharacters), outputTokens: tokens(written) } : usage;
  return {
    prompt_tokens: counted.inputTokens,
    completion_tokens: counted.outputTokens,
    total_tokens: counted.inputTokens + counted.outputTokens,
  };
}

function frame(request: ChatRequest, object: string, rest: object): object {
  return { id: 'chatcmpl-scripted', object, created: 1_473_379_200, model: request.model, ...rest };
}

/** The fields of a message, or of a part of one, that a step stands for; `undefined` for what is none. */
function deltaOf(step: ReplyStep): object | undefined {
  if (step === 'cut') return undefined;
  if ('text' in step) return { content: step.text };
  if ('reasoning' in step) return { reasoning_content: step.reasoning };
  if (!('toolCall' in step)) return undefined;
  return { tool_calls: [{ index: 0, id: 'call_scripted', type: 'function', function: step.toolCall }] };
}

function whenClosed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
  });
}

/**
 * Resolved when the bytes were taken, or nobody is there any more. A client in this process gets the two turns of the event
 * loop that it needs to read them, so that what is sent apart also arrives apart; and an endless reply leaves the other
 * connections a turn.
 */
async function send(response: ServerResponse, bytes: Uint8Array, gone: Promise<void>): Promise<void> {
  if (!response.write(bytes)) await Promise.race([once(response, 'drain'), gone]);
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits at a gate; `false` when the client left meanwhile. */
async function pass(step: ReplyStep, response: ServerResponse, gone: Promise<void>): Promise<boolean> {
  if (step === 'cut' || !('gate' in step)) return true;
  response.flushHeaders();
  step.gate.whenReached.resolve();
  await Promise.race([step.gate.whenReleased.promise, gone]);
  return !response.destroyed;
}

/** Writes a reply as server-sent events. */
export async function writeStream(response: ServerResponse, request: ChatRequest, reply: WrittenReply): Promise<void> {
  const gone = whenClosed(response);
  const sendText = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    const atOnce = reply.bytesAtOnce ?? bytes.length;
    for (let from = 0; from < bytes.length && !response.destroyed; from += atOnce) {
      await send(response, bytes.subarray(from, from + atOnce), gone);
    }
  };
  const sendEvent = (rest: object): Promise<void> =>
    sendText(`data: ${JSON.stringify(frame(request, 'chat.completion.chunk', rest))}\n\n`);
  const sendDelta = (delta: object, finish: string | null): Promise<void> =>
    sendEvent({ choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] });

  response.socket?.setNoDelay(true);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  await sendDelta({ role: 'assistant', content: '' }, null);
  let written = 0;
  for (const step of reply.steps) {
    if (!(await pass(step, response, gone)) || response.destroyed) return;
    if (step === 'cut') {
      // What was written has to arrive first, or nothing would have been cut in the middle.
      response.write('', () => response.destroy());
      return;
    }
    const delta = deltaOf(step);
    if (delta !== undefined) await sendDelta(delta, null);
    if ('text' in step) written += step.text.length;
    if ('raw' in step) await sendText(step.raw);
    if ('error' in step)
      await sendText(`data: ${JSON.stringify({ error: { message: step.error, type: 'server_error' } })}\n\n`);
  }
  if (reply.finish === null) {
    response.end();
    return;
  }
  await sendDelta({}, reply.finish);
  const usage = usageOf(request, reply, written);
  if (request.wantsUsage && usage !== null) await sendEvent({ choices: [], usage });
  await sendText('data: [DONE]\n\n');
  response.end();
}

/** Writes a reply as one JSON body; one that never ends is cut off at the limit that the request sets, or at 1,000 steps. */
export async function writeWhole(response: ServerResponse, request: ChatRequest, reply: WrittenReply): Promise<void> {
  const gone = whenClosed(response);
  const parts = { content: '', reasoning_content: '', raw: '' };
  let toolCalls: object = {};
  let left = Math.min(request.maxTokens ?? 1000, 1000);
  for (const step of reply.steps) {
    left -= 1;
    if (left < 0) break;
    if (!(await pass(step, response, gone))) return;
    if (step === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"id":"chatcmpl-scripted","choices":[{', () => response.destroy());
      return;
    }
    if ('text' in step) parts.content += step.text;
    if ('reasoning' in step) parts.reasoning_content += step.reasoning;
    if ('raw' in step) parts.raw += step.raw;
    if ('toolCall' in step) toolCalls = deltaOf(step) ?? {};
    if ('error' in step) {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: step.error, type: 'server_error' } }));
      return;
    }
  }
  const { content, reasoning_content: reasoning, raw } = parts;
  const thought = reasoning === '' ? {} : { reasoning_content: reasoning };
  const body = frame(request, 'chat.completion', {
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, ...thought, ...toolCalls },
        logprobs: null,
        finish_reason: left < 0 ? 'length' : reply.finish,
      },
    ],
    ...(reply.usage === null ? {} : { usage: usageOf(request, reply, content.length) }),
  });
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(raw === '' ? JSON.stringify(body) : raw);
}
