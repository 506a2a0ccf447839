import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { honestKinds, lieKinds } from './kinds.js';
import type { LabelledSentence } from './labelled-sentence.js';

/** Kind, then the cited paragraphs as "3" or "3,9", then a sentence a line. */
function fileOf<Kind extends string>(kinds: readonly Kind[]) {
  return z.partialRecord(z.enum(kinds), z.record(z.string().regex(/^\d+(?:,\d+)*$/u), z.string()));
}

async function sentencesIn<Kind extends LabelledSentence['kind']>(
  name: string,
  kinds: readonly Kind[],
): Promise<readonly LabelledSentence[]> {
  const file = fileOf(kinds).parse(parse(await readFile(new URL(name, import.meta.url), 'utf8')));
  return kinds.flatMap((kind) =>
    Object.entries<string>(file[kind] ?? {}).flatMap(([paragraphs, lines]) =>
      lines
        .trim()
        .split('\n')
        .map((text) => ({
          text,
          cites: paragraphs.split(',').map(Number),
          kind,
          origin: 'hand' as const,
          source: text,
        })),
    ),
  );
}

/** What people wrote beside the article: first what is honest, then what is not. */
export async function handWrittenSentences(): Promise<readonly LabelledSentence[]> {
  return [...(await sentencesIn('honest.yaml', honestKinds)), ...(await sentencesIn('lies.yaml', lieKinds))];
}
