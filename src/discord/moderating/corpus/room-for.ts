import { CorpusError } from '../../../errors.js';
import type { BotParts } from '../../bot-parts.js';
import type { ServerDocument } from './server-documents.js';

/**
 * What a server may hold. 20 million characters are ten thousand pages: more takes hours to embed on a small machine, and
 * memory that all servers share.
 */
export const mostDocuments = 500;
export const mostCharacters = 20_000_000;

const grouped = new Intl.NumberFormat('en');

/** @throws CorpusError when a server has no room for a document of `length` in the place of `replaced` */
export function refuseOverflow(
  own: readonly ServerDocument[],
  { name, length, replaced }: { readonly name: string; readonly length: number; readonly replaced: string | null },
): void {
  const others = own.filter(({ id, standing }) => standing !== 'leaving' && id !== replaced);
  const remedy = 'Take others away first with /corpus remove.';
  if (others.length >= mostDocuments) {
    throw new CorpusError(name, `does not fit: a server may have ${mostDocuments} documents.`, remedy);
  }
  const characters = others.reduce((sum, document) => sum + document.length, 0);
  if (characters + length <= mostCharacters) return;
  const left = grouped.format(Math.max(0, mostCharacters - characters));
  const what = `has ${grouped.format(length)} characters; there is room for ${left} of the ${grouped.format(mostCharacters)} that a server may have.`;
  throw new CorpusError(name, what, remedy);
}

async function textOf({ id, collection, change, indexed }: ServerDocument, { state }: Pick<BotParts, 'state'>) {
  if (change?.kind !== 'put') return indexed?.document.text;
  return (await state.staging.text(collection, id, change.version))?.text;
}

/** A document that has this very text already; those that leave do not count. */
export async function findTwin(
  documents: readonly ServerDocument[],
  text: string,
  parts: Pick<BotParts, 'state'>,
): Promise<ServerDocument | undefined> {
  for (const document of documents) {
    if (document.length !== text.length || document.standing === 'leaving') continue;
    if ((await textOf(document, parts)) === text) return document;
  }
  return undefined;
}
