import type { ChatMessage, ChatModel, ChatReply } from '../../chatting/chat-model.js';
import { type ChatChoice, leavesOwnNetwork, providerOf } from '../../chatting/chat-model-name.js';
import type { ChatSettings } from '../../chatting/chat-settings.js';
import { type ImportPackage, importPackage } from '../../chatting/import-package.js';
import { listModels } from '../../chatting/list-models.js';
import { openChatModel } from '../../chatting/open-chat-model.js';
import { type ChatFault, ChatModelError } from '../../errors.js';
import { similarNames } from '../../language/similar-names.js';
import { plainText } from '../plain-text.js';
import { checkJudge } from './check-judge.js';
import { type Finding, unwell, unwellBecause, well } from './finding.js';

// A passage as questions have it, and nothing of anybody's.
const probe: readonly ChatMessage[] = [
  {
    role: 'system',
    text: 'Answer from the passage alone, in one sentence, and end it with the number of the passage in brackets: [1].',
  },
  {
    role: 'user',
    text: '<passage n="1" source="A trial" publisher="Parley" date="2016-09">\nThe talks lasted 15 hours.\n</passage>\n\n<question>\nHow long did the talks last?\n</question>',
  },
];
const longestShown = 120;

const names = {
  package: 'chat package',
  server: 'chat server',
  key: 'chat key',
  model: 'chat model',
  answer: 'chat answer',
};

/** The looks that were good when the reply failed for this reason, and the one that was not. */
const stagesUntil: Readonly<Record<ChatFault, readonly (keyof typeof names)[]>> = {
  'missing-package': ['package'],
  unreachable: ['package', 'server'],
  refused: ['package', 'server', 'key'],
  'unknown-model': ['package', 'server', 'key', 'model'],
  slow: ['package', 'server', 'answer'],
  busy: ['package', 'server', 'answer'],
  broken: ['package', 'server', 'answer'],
  resting: ['package', 'server', 'answer'],
  'too-long': ['package', 'server', 'key', 'model', 'answer'],
};

function goodNews(stage: keyof typeof names, choice: ChatChoice): Finding {
  const { client } = providerOf(choice);
  const { baseUrl, model, apiKey } = choice;
  switch (stage) {
    case 'package':
      return well(
        names.package,
        `What ${choice.provider === 'address' ? 'an OpenAI-compatible server' : choice.provider} needs is installed.`,
      );
    case 'server': {
      if (client === 'gguf') return well(names.server, `${model} is loaded in this process; nothing leaves it.`);
      const leaves = leavesOwnNetwork(choice) ? 'Questions and passages go there.' : 'That is in your own network.';
      return well(names.server, `${baseUrl} answers. ${leaves}`);
    }
    case 'key':
      return well(names.key, apiKey === undefined ? 'It wants none.' : 'It is accepted.');
    case 'model':
      return well(names.model, client === 'gguf' ? `${choice.id} is a chat model.` : `The server has ${model}.`);
    case 'answer':
      return well(names.answer, '');
  }
}

/** Which models there are instead. */
async function otherModels(choice: ChatChoice): Promise<string> {
  const known = await listModels(choice);
  const alike = similarNames(choice.model, known);
  const shown = alike.length > 0 ? alike : known.slice(0, 5);
  return shown.length === 0 ? '' : ` It has ${plainText(shown.join(', '))}.`;
}

function readAnswer({ text, usage }: ChatReply, seconds: number): Finding {
  const shown = plainText(text).trim();
  if (shown === '') {
    const remedy = 'Raise CHAT_MAX_TOKENS, which a model that thinks first has used up, or name another model.';
    return unwell(names.answer, 'It wrote nothing.', remedy);
  }
  const speed = seconds > 0 ? `, ${(usage.outputTokens / seconds).toFixed(0)} tokens/s` : '';
  const quote = shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown;
  const marks = /\[1\]/u.test(text)
    ? ''
    : ' It did not mark the passage as it was told to: expect many answers in quotes.';
  return well(names.answer, `“${quote}”${speed}.${marks}`);
}

async function timedReply(model: ChatModel, maxTokens: number): Promise<{ reply: ChatReply; seconds: number }> {
  const startedAt = performance.now();
  let firstAt: number | undefined;
  const onText = (): void => {
    firstAt ??= performance.now();
  };
  const reply = await model.reply(probe, { maxTokens, onText });
  return { reply, seconds: (performance.now() - (firstAt ?? startedAt)) / 1_000 };
}

/** Everything about the chat model up to the first thing that is wrong: its package, server, key, name, and one answer. */
export async function checkChat(
  settings: ChatSettings | undefined,
  importIt: ImportPackage = importPackage,
): Promise<readonly Finding[]> {
  if (settings === undefined) {
    return [well('chat model', 'No CHAT_MODEL is set: answers are quotes.')];
  }
  const { choice, timeoutMs, maxTokens } = settings;
  let model: ChatModel | undefined;
  try {
    model = await openChatModel(choice, { timeoutMs, importPackage: importIt });
    const { reply, seconds } = await timedReply(model, maxTokens);
    const stages = ['package', 'server', 'key', 'model'] as const;
    return [
      ...stages.map((stage) => goodNews(stage, choice)),
      readAnswer(reply, seconds),
      ...(await checkJudge(settings, model, importIt)),
    ];
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
    const stages = stagesUntil[error.fault];
    const failed = stages.at(-1) ?? 'answer';
    const bad = unwellBecause(names[failed], error);
    const others = error.fault === 'unknown-model' ? await otherModels(choice) : '';
    return [
      ...stages.slice(0, -1).map((stage) => goodNews(stage, choice)),
      { ...bad, remedy: `${bad.remedy}${others}` },
    ];
  } finally {
    await model?.close();
  }
}
