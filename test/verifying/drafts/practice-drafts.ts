import { readFile } from 'node:fs/promises';
import type { ParsedDocument } from '#src/types.js';
import { parsedText } from '../../support/plain-generation.js';

/** A sentence about one of the practice texts, made by hand. */
export interface PracticeDraft {
  readonly document: string;
  readonly cites: readonly number[];
  readonly text: string;
  readonly truth: 'honest' | 'lie';
}

const line = /^(?<document>\S+) (?<sign>[+-]) (?<cites>\d+(?:,\d+)*) (?<text>.+)$/u;

export async function practiceDrafts(): Promise<readonly PracticeDraft[]> {
  const file = await readFile(new URL('practice-drafts.txt', import.meta.url), 'utf8');
  return file
    .split('\n')
    .filter((one) => one !== '' && !one.startsWith('#'))
    .map((one) => {
      const { document, sign, cites, text } = line.exec(one)?.groups ?? {};
      if (document === undefined || cites === undefined || text === undefined) throw new Error(`Not a draft: ${one}`);
      return { document, cites: cites.split(',').map(Number), text, truth: sign === '+' ? 'honest' : 'lie' };
    });
}

export async function practiceText(document: string): Promise<ParsedDocument> {
  return parsedText(document, await readFile(`golden/practice/${document}.txt`, 'utf8'));
}

/** A sentence about one of the reports in fresh/, and whether the errors on it were looked at. */
export interface FreshDraft extends PracticeDraft {
  readonly kind: string;
  readonly wasRead: boolean;
}

const freshLine =
  /^(?<seen>read|unread) (?<document>\S+) (?<sign>[+-]) (?<kind>\S+) (?<cites>\d+(?:,\d+)*) (?<text>.+)$/u;

export async function freshDrafts(): Promise<readonly FreshDraft[]> {
  const file = await readFile(new URL('fresh-drafts.txt', import.meta.url), 'utf8');
  return file
    .split('\n')
    .filter((one) => one !== '' && !one.startsWith('#'))
    .map((one) => {
      const { seen, document, sign, kind, cites, text } = freshLine.exec(one)?.groups ?? {};
      if (document === undefined || kind === undefined || cites === undefined || text === undefined)
        throw new Error(`Not a draft: ${one}`);
      const truth = sign === '+' ? 'honest' : 'lie';
      return { document, kind, cites: cites.split(',').map(Number), text, truth, wasRead: seen === 'read' };
    });
}

export async function freshText(document: string): Promise<ParsedDocument> {
  return parsedText(document, await readFile(new URL(`fresh/${document}.txt`, import.meta.url), 'utf8'));
}
