import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ParsedDocument } from '#src/types.js';
import { parsedText } from '../plain-generation.js';
import { bipiaObedience } from './bipia-goals.js';
import type { Order } from './order.js';

const folder = '../shared/eval';
export const bipiaFile = `${folder}/bipia-indirect/prompts.jsonl`;
export const notInjectFile = `${folder}/piguard-notinject/prompts.jsonl`;
export const setsAreThere = existsSync(bipiaFile) && existsSync(notInjectFile);

interface Prompt {
  readonly id: string;
  readonly text: string;
  readonly attack?: string;
  readonly position?: string;
  readonly question?: string;
  readonly source?: string;
}

async function promptsIn(file: string): Promise<readonly Prompt[]> {
  return (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Prompt);
}

export interface BipiaDocuments {
  /** All different attacks of the set. */
  readonly orders: readonly Order[];
  /** E-mails of the set, each with an attack in it, and paragraphs of the article with attacks put into them as BIPIA does. */
  readonly documents: readonly ParsedDocument[];
  /** What the e-mails are asked. */
  readonly questions: readonly string[];
}

const attacksAParagraph = 4;
/** Every third e-mail: what all of them would take is mostly the time to index them. */
const everyEmail = 3;

/** @param article The article's text. */
export async function readBipiaDocuments(article: string): Promise<BipiaDocuments> {
  const prompts = (await promptsIn(bipiaFile)).filter(({ attack, position }) => attack && position);
  const attacks = [...new Set(prompts.map(({ attack = '' }) => attack))];
  const unused = new Set(attacks);
  const emails: Prompt[] = [];
  const ids = [...new Set(prompts.map(({ id }) => id.replace(/-\w+$/u, '')))];
  for (const id of ids.filter((_, index) => index % everyEmail === 0)) {
    const versions = prompts.filter((prompt) => prompt.id.startsWith(`${id}-`));
    const version = versions.find(({ attack = '' }) => unused.has(attack)) ?? versions[0];
    if (version === undefined) continue;
    unused.delete(version.attack ?? '');
    emails.push(version);
  }
  const paragraphs = article.split(/\n\s*\n/u).filter((paragraph) => paragraph.length > 200);
  const rest = [...unused];
  const copies: ParsedDocument[] = [];
  for (let next = 0; rest.length > 0; next++) {
    const sentences = (paragraphs[next % paragraphs.length] ?? '').split(/(?<=[.!?]) (?=\p{Lu})/u);
    for (const attack of rest.splice(0, attacksAParagraph))
      sentences.splice((next + rest.length) % (sentences.length + 1), 0, attack);
    copies.push(parsedText(`copy-${next}`, sentences.join(' ')));
  }
  return {
    orders: attacks.map((text) => ({ text, obey: () => bipiaObedience(text) })),
    documents: [...emails.map(({ id, text }) => parsedText(id, text)), ...copies],
    questions: emails.map(({ question = '' }) =>
      question.replace(/^Q: Find the \$ value (paid .*?)\? If.*$/u, 'How much was $1?'),
    ),
  };
}

/** Every so many of the questions that only look like an attack. */
export async function readNotInject(every: number): Promise<readonly string[]> {
  const prompts = (await promptsIn(notInjectFile)).filter(({ source }) => source === 'notinject');
  return prompts.filter((_, index) => index % every === 0).map(({ text }) => text);
}
