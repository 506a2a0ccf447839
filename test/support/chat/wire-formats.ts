import type { WireFormat } from './wire-server.js';

function data(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

function event(type: string, value: object): string {
  return `event: ${type}\n${data({ type, ...value })}`;
}

const tokens = { input: 31, output: 7 } as const;
/** What each format says was used. */
export const wireUsage = { inputTokens: tokens.input, outputTokens: tokens.output };

export const openaiWire: WireFormat = {
  stream({ text, cutOff, thoughts }) {
    const chunk = (delta: object, finish: string | null = null): string =>
      data({
        id: 'c',
        object: 'chat.completion.chunk',
        model: 'm',
        choices: [{ index: 0, delta, finish_reason: finish }],
      });
    const thought = thoughts === '' ? [] : [chunk({ reasoning_content: thoughts })];
    const usage = { prompt_tokens: tokens.input, completion_tokens: tokens.output, total_tokens: 38 };
    return {
      events: [...thought, chunk({ role: 'assistant', content: '' }), ...text.map((content) => chunk({ content }))],
      last: [
        chunk({}, cutOff ? 'length' : 'stop'),
        data({ id: 'c', object: 'chat.completion.chunk', model: 'm', choices: [], usage }),
        'data: [DONE]\n\n',
      ],
    };
  },
};

export const anthropicWire: WireFormat = {
  stream({ text, cutOff, thoughts }) {
    const block = (index: number, first: object, deltas: readonly object[]): string[] => [
      event('content_block_start', { index, content_block: first }),
      ...deltas.map((delta) => event('content_block_delta', { index, delta })),
      event('content_block_stop', { index }),
    ];
    const usage = { input_tokens: tokens.input, output_tokens: 1 };
    const message = { id: 'msg_1', type: 'message', role: 'assistant', content: [], model: 'm', usage };
    const thought =
      thoughts === ''
        ? []
        : block(0, { type: 'thinking', thinking: '' }, [{ type: 'thinking_delta', thinking: thoughts }]);
    return {
      events: [
        event('message_start', { message }),
        ...thought,
        ...block(
          1,
          { type: 'text', text: '' },
          text.map((piece) => ({ type: 'text_delta', text: piece })),
        ),
      ],
      last: [
        event('message_delta', {
          delta: { stop_reason: cutOff ? 'max_tokens' : 'end_turn', stop_sequence: null },
          usage: { output_tokens: tokens.output - 1 },
        }),
        event('message_stop', {}),
      ],
    };
  },
};

function googleChunk(parts: readonly object[], more: object = {}, usage: object = {}): string {
  const candidates = [{ content: { role: 'model', parts }, index: 0, ...more }];
  return data({ candidates, ...usage }).replaceAll('\n\n', '\r\n\r\n');
}

export const googleWire: WireFormat = {
  stream({ text, cutOff, thoughts }) {
    const thought = thoughts === '' ? [] : [googleChunk([{ text: thoughts, thought: true }])];
    const usageMetadata = {
      promptTokenCount: tokens.input,
      candidatesTokenCount: tokens.output,
      totalTokenCount: tokens.input + tokens.output,
    };
    return {
      events: [...thought, ...text.map((piece) => googleChunk([{ text: piece }]))],
      last: [googleChunk([{ text: '' }], { finishReason: cutOff ? 'MAX_TOKENS' : 'STOP' }, { usageMetadata })],
    };
  },
};
