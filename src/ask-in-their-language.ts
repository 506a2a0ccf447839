import { type AskInWritingParts, type AskInWritingRequest, askInWriting } from './ask-in-writing.js';
import { isLeftOpen, standaloneQuestion, turnsLeanedOn } from './conversation.js';
import type { Turn } from './conversing/turn.js';
import type { Answer } from './types.js';
import { completeQuestion } from './writing/complete-question.js';
import { checkedIn, languageOf } from './writing/language-of.js';
import { inLanguage, questionInEnglish } from './writing/translate.js';

/** The answer with its sentences in another language; quotes stay in the language of their documents. */
function translated(answer: Answer, language: string, texts: readonly string[]): Answer {
  const { sentences, writing } = answer;
  return {
    ...answer,
    sentences: sentences.map((sentence, index) => ({ ...sentence, text: texts[index] ?? sentence.text })),
    writing: writing && {
      ...writing,
      translation: { language, checked: sentences.map(({ text }) => text) },
    },
  };
}

export interface AskInTheirLanguageRequest extends AskInWritingRequest {
  /** Turns that a follow-up may lean on, oldest first; none when absent. */
  readonly turns?: readonly Turn[] | undefined;
}

/**
 * As `askInWriting`, for a question in any language and in the middle of a conversation. The chat model puts a question of
 * another language into English, in which it is answered and every sentence checked, and puts what passed into the
 * question's language; and it completes a follow-up that rules leave open. Where it fails at one of them, the question is
 * taken as it is, or the answer stays English. An answer that is translated does not grow before the eyes of whoever asked.
 *
 * @throws as `askInWriting` does
 */
export async function askInTheirLanguage(
  text: string,
  parts: AskInWritingParts,
  { turns = [], ...request }: AskInTheirLanguageRequest,
): Promise<Answer> {
  const language = await languageOf(text);
  const isForeign = language !== checkedIn;
  const needsModel = isForeign || (turnsLeanedOn(turns).length > 0 && isLeftOpen(text));
  if (!needsModel) return askInWriting(text, parts, request);
  const { mayWrite, onPart, ...rest } = request;
  if (mayWrite !== undefined && !(await mayWrite())) {
    return askInWriting(text, parts, { ...rest, mayWrite: async () => false });
  }
  const { writer } = parts;
  const english = isForeign ? await questionInEnglish(text, writer, rest) : null;
  // Rules are English: a question of another language meets them now.
  const byRules = english === null ? text : standaloneQuestion(english, turns);
  const completed = isForeign && english === null ? null : await completeQuestion(byRules, turns, writer, rest);
  const answer = await askInWriting(completed ?? byRules, parts, isForeign ? rest : { ...rest, onPart });
  if (!isForeign || answer.mode !== 'written' || answer.sentences.length === 0) return answer;
  const texts = await inLanguage(
    answer.sentences.map((sentence) => sentence.text),
    language,
    writer,
    rest,
  );
  return texts === null ? answer : translated(answer, language, texts);
}
