import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** A passage as it stands in a prompt, escapes included. */
export interface PromptPassage {
  readonly n: number;
  /** What its tag says of it besides the number: `source`, `publisher`, `date`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What a client asked of the scripted server. */
export interface ChatRequest {
  readonly headers: IncomingHttpHeaders;
  /** The bearer token; `null` without one. */
  readonly key: string | null;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly text: string }[];
  readonly stream: boolean;
  /** Whether the stream's last chunk shall say how many tokens there were. */
  readonly wantsUsage: boolean;
  readonly maxTokens: number | null;
  readonly temperature: number | null;
  /** Of all user messages, in order; empty when the prompt isn't one of written answers. */
  readonly passages: readonly PromptPassage[];
  /** Of the last user message that has one. */
  readonly question: string | null;
  /** `left` when the client went away before the reply was over; settled once and never rejected. */
  readonly end: Promise<'finished' | 'left'>;
}

const content = z.union([z.string(), z.array(z.object({ type: z.literal('text'), text: z.string() }))]);

/** What OpenAI's own server insists on, as far as a client that only writes text can break it. */
export const chatBody = z.object({
  model: z.string().min(1),
  messages: z.array(z.object({ role: z.enum(['system', 'developer', 'user', 'assistant']), content })).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean() }).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  n: z.literal(1).nullish(),
});

const passage = /<passage n="(\d+)"([^>]*)>\n([\s\S]*?)\n<\/passage>/gu;
const attribute = /(\w+)="([^"]*)"/gu;

/** The passages of a prompt of written answers. */
export function passagesIn(prompt: string): readonly PromptPassage[] {
  return [...prompt.matchAll(passage)].map(([, n, attributes = '', text = '']) => ({
    n: Number(n),
    attributes: Object.fromEntries(
      [...attributes.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]),
    ),
    text,
  }));
}

export function questionIn(prompt: string): string | null {
  return /<question>\n([\s\S]*?)\n<\/question>/u.exec(prompt)?.[1] ?? null;
}

export function keyOf(headers: IncomingHttpHeaders): string | null {
  return /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** A body that has passed `chatBody`, with what it was sent by. */
export function chatRequest(
  headers: IncomingHttpHeaders,
  body: z.infer<typeof chatBody>,
  end: ChatRequest['end'],
): ChatRequest {
  const messages = body.messages.map(({ role, content: said }) => ({
    role,
    text: typeof said === 'string' ? said : said.map(({ text }) => text).join(''),
  }));
  const prompts = messages.filter(({ role }) => role === 'user').map(({ text }) => text);
  return {
    headers,
    key: keyOf(headers),
    model: body.model,
    messages,
    stream: body.stream ?? false,
    wantsUsage: body.stream_options?.include_usage ?? false,
    maxTokens: body.max_completion_tokens ?? body.max_tokens ?? null,
    temperature: body.temperature ?? null,
    passages: prompts.flatMap(passagesIn),
    question: prompts.map(questionIn).findLast((question) => question !== null) ?? null,
    end,
  };
}
