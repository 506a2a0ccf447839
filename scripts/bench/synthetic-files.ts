import { utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SyntheticParagraph } from './synthetic-texts.js';

export const paragraphsAFile = 20;

/** Long enough ago that no file counts as "perhaps still being written". */
const writtenAt = new Date('2026-01-02T03:04:05Z');

export function fileOf(folder: string, index: number): string {
  return path.join(folder, `report-${String(index).padStart(5, '0')}.txt`);
}

export function textOf(paragraphs: readonly SyntheticParagraph[]): string {
  return `${paragraphs.map((sentences) => sentences.map(({ text }) => text).join(' ')).join('\n\n')}\n`;
}

/** Writes paragraphs as a corpus folder, 20 a file unless said otherwise. */
export async function writeSyntheticFiles(
  folder: string,
  paragraphs: readonly SyntheticParagraph[],
  paragraphsEach = paragraphsAFile,
): Promise<void> {
  for (let index = 0; index * paragraphsEach < paragraphs.length; index++) {
    const file = fileOf(folder, index);
    await writeFile(file, textOf(paragraphs.slice(index * paragraphsEach, (index + 1) * paragraphsEach)));
    await utimes(file, writtenAt, writtenAt);
  }
}
