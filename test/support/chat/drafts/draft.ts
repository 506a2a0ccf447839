import { handWrittenSentences } from './hand-written.js';
import { honestByRule } from './honest-rules.js';
import type { DraftKind } from './kinds.js';
import { halfOf, isHonestKind, type LabelledSentence } from './labelled-sentence.js';
import { liesByRule } from './lie-rules.js';
import { articlePassages, type NumberedPassage } from './passages.js';

/** A sentence as a chat model may write it about the article, labelled by whether the passages it cites say it. */
export interface DraftSentence {
  /** Without marks; `withMarks` adds them. */
  readonly text: string;
  /**
   * Numbers of paragraphs of the article, at least one. Those of kind `citation-not-given` name paragraphs that the
   * article doesn't have.
   */
  readonly cites: readonly number[];
  /** `honest` when the cited paragraphs, read together, say all of it. */
  readonly truth: 'honest' | 'lie';
  readonly kind: DraftKind;
  /** `hand`: written by a person who had read the passage; `rule`: made by code from the passage's own words. */
  readonly origin: 'hand' | 'rule';
  /** Whoever chooses a threshold looks at `tuning` alone; figures are given for `heldOut`. */
  readonly half: 'tuning' | 'heldOut';
}

function draftSentence({ source, ...sentence }: LabelledSentence): DraftSentence {
  return { ...sentence, truth: isHonestKind(sentence.kind) ? 'honest' : 'lie', half: halfOf(source) };
}

/**
 * Sentences over any passages, made by rules alone: the same ones for the same seed. `cites` are the passages' numbers.
 */
export function draftSentencesOver(passages: readonly NumberedPassage[], seed: number): readonly DraftSentence[] {
  const honest = honestByRule(passages);
  return [...honest, ...liesByRule(honest, passages, seed)].map(draftSentence);
}

/** All draft sentences over the article, the same ones in the same order every time. No two are the same. */
export async function draftSentences(): Promise<readonly DraftSentence[]> {
  const passages = await articlePassages();
  const written = await handWrittenSentences();
  const fluent = written.filter(({ kind }) => isHonestKind(kind));
  const byRule = honestByRule(passages);
  const verbatim = byRule.filter(({ kind }) => kind === 'verbatim');
  const all = [...written, ...byRule, ...liesByRule([...fluent, ...verbatim], passages, 1)];
  const once = new Map(all.toReversed().map((sentence) => [`${sentence.text} ${sentence.cites.join()}`, sentence]));
  return [...once.values()].toReversed().map(draftSentence);
}

/**
 * A draft sentence as the model writes it: `The talks lasted 15 hours [2].`
 * @param numberOf The number of a paragraph's passage in the prompt; `undefined` for a paragraph that isn't there. A
 *   `citation-not-given` then keeps its own number.
 * @param place Models also write `The talks lasted 15 hours. [2]`.
 */
export function withMarks(
  { text, cites, kind }: DraftSentence,
  numberOf: (paragraph: number) => number | undefined,
  place: 'before-stop' | 'after-stop' = 'before-stop',
): string {
  const marks = cites.map((paragraph) => {
    const n = numberOf(paragraph) ?? (kind === 'citation-not-given' ? paragraph : undefined);
    if (n === undefined) throw new Error(`No passage of the prompt is paragraph ${paragraph}: "${text}"`);
    return `[${n}]`;
  });
  if (place === 'after-stop') return `${text} ${marks.join('')}`;
  return `${text.replace(/[.!?]$/u, '')} ${marks.join('')}${/[.!?]$/u.exec(text)?.[0] ?? ''}`;
}
