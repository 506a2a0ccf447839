import type { ChatChoice } from '#src/chatting/chat-model-name.js';
import { openChatModel } from '#src/chatting/open-chat-model.js';
import { describeChatModel, type Surroundings } from '../contracts/chat-model-contract.js';
import { anthropicWire, googleWire, openaiWire } from '../support/chat/wire-formats.js';
import type { WireReply } from '../support/chat/wire-server.js';

const key = 'sk-very-secret-0123456789';

const opener =
  (provider: ChatChoice['provider'], path: string) =>
  (origin: string, apiKey: string | undefined, surroundings: Surroundings) =>
    openChatModel(
      { id: `${provider}:m`, provider, model: 'm', baseUrl: `${origin}${path}`, apiKey },
      { timeoutMs: 60_000, ...surroundings },
    );

function refusal(status: number, error: object, headers: Readonly<Record<string, string>> = {}): WireReply {
  return { status, headers, raw: JSON.stringify({ error }) };
}

describeChatModel('an OpenAI-compatible server', {
  format: openaiWire,
  malformed: 'data: {"choices": [{"delta"\n\n',
  key,
  open: opener('openai', '/v1'),
  refusals: {
    refused: refusal(401, { message: 'Incorrect API key provided.', code: 'invalid_api_key' }),
    'unknown-model': refusal(404, { message: 'The model `m` does not exist', code: 'model_not_found' }),
    busy: refusal(429, { message: 'Rate limit reached', code: 'rate_limit_exceeded' }, { 'retry-after': '2' }),
    'too-long': refusal(400, {
      message: "This model's maximum context length is 8192 tokens.",
      code: 'context_length_exceeded',
    }),
  },
  keyIn: ({ authorization }) => String(authorization).replace('Bearer ', ''),
  limitIn: (body) => body.max_tokens,
});

describeChatModel('Anthropic', {
  format: anthropicWire,
  malformed: 'event: content_block_delta\ndata: {"delta": {\n\n',
  key,
  open: opener('anthropic', ''),
  refusals: {
    refused: refusal(401, { type: 'authentication_error', message: 'invalid x-api-key' }),
    'unknown-model': refusal(404, { type: 'not_found_error', message: 'model: m' }),
    busy: refusal(529, { type: 'overloaded_error', message: 'Overloaded' }),
    'too-long': refusal(400, {
      type: 'invalid_request_error',
      message: 'prompt is too long: 210000 tokens > 200000 maximum',
    }),
  },
  keyIn: (headers) => headers['x-api-key'],
  limitIn: (body) => body.max_tokens,
});

describeChatModel('Google', {
  format: googleWire,
  malformed: 'data: {"candidates": [{\r\n\r\n',
  key,
  open: opener('google', ''),
  refusals: {
    refused: refusal(400, {
      code: 400,
      message: 'API key not valid. Please pass a valid API key.',
      status: 'INVALID_ARGUMENT',
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }],
    }),
    'unknown-model': refusal(404, {
      code: 404,
      message: 'models/m is not found for API version v1beta',
      status: 'NOT_FOUND',
    }),
    busy: refusal(429, {
      code: 429,
      message: 'You exceeded your current quota',
      status: 'RESOURCE_EXHAUSTED',
      details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '2s' }],
    }),
    'too-long': refusal(400, {
      code: 400,
      message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
      status: 'INVALID_ARGUMENT',
    }),
  },
  keyIn: (headers) => headers['x-goog-api-key'],
  limitIn: (body) => (body.generationConfig as { maxOutputTokens?: number } | undefined)?.maxOutputTokens,
});
