import { type AskInWritingParts, type AskInWritingRequest, askInWriting } from './ask-in-writing.js';
import type { Answer } from './types.js';
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

/**
 * As `askInWriting`, for a question in any language: the chat model puts it into English, in which it is answered and every
 * sentence checked, and puts what passed into the question's language. Where it fails at one of the two, the question is
 * taken as it is, or the answer stays English. An answer that is translated does not grow before the eyes of whoever asked.
 *
 * @throws as `askInWriting` does
 */
export async function askInTheirLanguage(
  text: string,
  parts: AskInWritingParts,
  request: AskInWritingRequest,
): Promise<Answer> {
  const language = await languageOf(text);
  if (language === checkedIn) return askInWriting(text, parts, request);
  const { mayWrite, onPart: _, ...rest } = request;
  if (mayWrite !== undefined && !(await mayWrite())) {
    return askInWriting(text, parts, { ...rest, mayWrite: async () => false });
  }
  const { writer } = parts;
  const english = await questionInEnglish(text, writer, rest);
  const answer = await askInWriting(english ?? text, parts, rest);
  if (answer.mode !== 'written' || answer.sentences.length === 0) return answer;
  const texts = await inLanguage(
    answer.sentences.map((sentence) => sentence.text),
    language,
    writer,
    rest,
  );
  return texts === null ? answer : translated(answer, language, texts);
}
