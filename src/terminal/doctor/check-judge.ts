import { canary } from '../../answering/written/canary.js';
import { judgePrompt, readVerdicts } from '../../answering/written/judge-prompt.js';
import type { ChatModel } from '../../chatting/chat-model.js';
import type { ChatSettings } from '../../chatting/chat-settings.js';
import type { ImportPackage } from '../../chatting/import-package.js';
import { openChatModel } from '../../chatting/open-chat-model.js';
import { ChatModelError } from '../../errors.js';
import { plainText } from '../plain-text.js';
import { type Finding, unwell, unwellBecause, well } from './finding.js';

const name = 'chat judge';
// A passage as questions have it, one sentence that it says and one that it does not.
const passage = {
  n: 1,
  title: 'A trial',
  publisher: 'Parley',
  author: null,
  date: '2016-09',
  text: 'The talks lasted 15 hours.',
};
const sentences = [
  { text: 'The talks lasted 15 hours.', passages: [1] },
  { text: 'The talks lasted nine hours.', passages: [1] },
];

async function tryJudge(model: ChatModel, maxTokens: number): Promise<Finding> {
  const startedAt = performance.now();
  const { text } = await model.reply(judgePrompt(sentences, [passage], canary), { maxTokens });
  const took = `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
  const verdicts = readVerdicts(text, sentences.length);
  const remedy = 'Name another model in CHAT_JUDGE, or leave it out.';
  if (verdicts === null) {
    return unwell(
      name,
      'It did not say yes or no of each sentence: as it is, it changes nothing, and takes time.',
      remedy,
    );
  }
  if (verdicts[0] === true && verdicts[1] === false) {
    return well(
      name,
      `${plainText(model.id)} tells what a passage says from what it does not; that took ${took}, which every answer waits.`,
    );
  }
  return unwell(name, 'It does not tell what a passage says from what it does not.', remedy);
}

/** Whether whoever gives second opinions gives good ones on two plain sentences; no finding when nobody does. */
export async function checkJudge(
  { choice, judge, timeoutMs, maxTokens }: ChatSettings,
  writer: ChatModel,
  importIt: ImportPackage,
): Promise<readonly Finding[]> {
  if (judge === undefined) return [];
  let model: ChatModel | undefined;
  try {
    model = judge.id === choice.id ? writer : await openChatModel(judge, { timeoutMs, importPackage: importIt });
    return [await tryJudge(model, maxTokens)];
  } catch (error) {
    if (error instanceof ChatModelError) return [unwellBecause(name, error)];
    throw error;
  } finally {
    await model?.close();
  }
}
