import type { ChatModel } from '../chatting/chat-model.js';
import type { ChatSettings } from '../chatting/chat-settings.js';
import { openChatModel } from '../chatting/open-chat-model.js';
import { createTokenBudget, type SpendingLedger } from '../chatting/token-budget.js';
import { ChatModelError } from '../errors.js';
import type { Writer } from './writer.js';

export interface WriterSurroundings {
  /** Where it is booked what was used. */
  readonly ledger: SpendingLedger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

/** The same trouble is told once in this time: a server that is down is down for every question. */
const toldAgainAfterMs = 10 * 60_000;

/** Which trouble an error is, and the line that tells it. What is no error of Parley's may hold anybody's words: its name alone. */
function troubleOf(error: unknown): readonly [kind: string, line: string] {
  if (error instanceof ChatModelError) return [error.fault, error.line];
  const name = error instanceof Error ? error.name : 'an error';
  return [name, `What a chat model wrote could not be checked (${name}).`];
}

/**
 * Opens who writes: the chat model that an operator named, within its budget. Nobody is asked anything yet.
 * @returns `undefined` when the model cannot be opened, which is told: everybody is answered in quotes then
 */
export async function openWriter(
  { choice, judge: judgeChoice, timeoutMs, maxTokens, limits, price }: ChatSettings,
  { ledger, now, onWarning }: WriterSurroundings,
): Promise<Writer | undefined> {
  const teller = (consequence: string): ((error: unknown) => void) => {
    const toldAt = new Map<string, number>();
    return (error) => {
      const [kind, line] = troubleOf(error);
      const last = toldAt.get(kind);
      if (last !== undefined && now() - last < toldAgainAfterMs) return;
      toldAt.set(kind, now());
      onWarning(`${line} Until that is mended, ${consequence}.`);
    };
  };
  const onFault = teller('answers are quotes');
  const onJudgeFault = teller('nobody gives a second opinion (CHAT_JUDGE)');

  /** Without a judge the check stands alone. */
  async function openJudge(writer: ChatModel): Promise<ChatModel | undefined> {
    if (judgeChoice === undefined || judgeChoice.id === choice.id) return judgeChoice && writer;
    try {
      return await openChatModel(judgeChoice, { timeoutMs });
    } catch (error) {
      onJudgeFault(error);
      return undefined;
    }
  }

  try {
    const model = await openChatModel(choice, { timeoutMs });
    const budget = createTokenBudget({
      ledger,
      limits: {
        memberTokens: limits.memberTokens,
        serverTokens: limits.serverTokens,
        allTokens: limits.tokens,
        allDollars: limits.dollars,
      },
      price,
      now,
      onFault,
    });
    const judge = await openJudge(model);
    return {
      model,
      maxTokens,
      budget,
      onFault,
      judge: judge && { model: judge, maxTokens, budget, onFault: onJudgeFault },
      async close() {
        await model.close();
        await judge?.close();
        await budget.close();
      },
    };
  } catch (error) {
    onFault(error);
    return undefined;
  }
}
