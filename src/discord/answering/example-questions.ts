import type { Desk } from '../../desk.js';
import type { MentionKind } from '../../language/mention.js';
import { mentionsOf } from '../../language/mentions.js';
import type { Generation } from '../../types.js';

const examplesShown = 3;
/** Of the documents' paragraphs, so that a large collection does not delay the start. */
const paragraphsRead = 200;
const namesTried = 12;
const nameKinds: ReadonlySet<MentionKind> = new Set(['person', 'place', 'organisation']);

/** Good questions about the article that comes with Parley; other documents do not answer them, and they are not shown. */
const aboutTheArticle = [
  'How long did the talks in Geneva last?',
  'Who agreed on the ceasefire?',
  'Why did Moscow agree to halt military actions?',
];

/** The names that the documents have most often. */
function frequentNames(generation: Generation): readonly string[] {
  const counts = new Map<string, number>();
  for (let row = 0; row < Math.min(paragraphsRead, generation.paragraphCount); row += 1) {
    const { document, start, end, kind } = generation.paragraph(row);
    if (kind !== 'body') continue;
    const text = generation.documents[document]?.text.slice(start, end) ?? '';
    for (const mention of mentionsOf(text)) {
      const name = text.slice(mention.start, mention.end);
      if (nameKinds.has(mention.kind)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, namesTried)
    .map(([name]) => name);
}

/** Three questions that the live documents answer; fewer when they answer fewer. */
export async function findExamples(desk: Pick<Desk, 'generation' | 'ask'>): Promise<readonly string[]> {
  const candidates = [
    ...aboutTheArticle,
    ...frequentNames(desk.generation).map((name) => `What is said about ${name}?`),
  ];
  const found: string[] = [];
  for (const question of candidates) {
    if (found.length === examplesShown) break;
    const { outcome } = await desk.ask(question);
    if (outcome === 'answered') found.push(question);
  }
  return found;
}
