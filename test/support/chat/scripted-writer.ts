import { unlimitedBudget } from '#src/chatting/budget.js';
import { openChatModel } from '#src/chatting/open-chat-model.js';
import type { Writer } from '#src/writing/writer.js';
import type { ScriptedOpenAi } from './scripted-openai.js';

/** Who writes by a scripted server, without a budget, and what went wrong meanwhile. */
export interface ScriptedWriter {
  readonly writer: Writer;
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

export async function openScriptedWriter({ baseUrl }: Pick<ScriptedOpenAi, 'baseUrl'>): Promise<ScriptedWriter> {
  const faults: unknown[] = [];
  const model = await openChatModel(
    { id: 'openai:scripted-1', provider: 'openai', model: 'scripted-1', apiKey: 'a-key', baseUrl },
    { timeoutMs: 20_000 },
  );
  const writer: Writer = {
    model,
    maxTokens: 300,
    budget: unlimitedBudget,
    onFault: (error) => faults.push(error),
    close: async () => undefined,
  };
  return { writer, faults, close: () => model.close() };
}
