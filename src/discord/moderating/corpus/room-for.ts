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

const remedy = 'Take others away first with /corpus remove.';

/** Why a document of `length` does not fit beside the others in the place of `replaced`, and what to do; `null` when it does. */
function overflowOf(
  own: readonly ServerDocument[],
  { length, replaced }: { readonly length: number; readonly replaced: string | null },
): string | null {
  const others = own.filter(({ id, standing }) => standing !== 'leaving' && id !== replaced);
  if (others.length >= mostDocuments) return `does not fit: a server may have ${mostDocuments} documents.`;
  const characters = others.reduce((sum, document) => sum + document.length, 0);
  if (characters + length <= mostCharacters) return null;
  const left = grouped.format(Math.max(0, mostCharacters - characters));
  return `has ${grouped.format(length)} characters; there is room for ${left} of the ${grouped.format(mostCharacters)} that a server may have.`;
}

/** @throws CorpusError when a server has no room for a document of `length` in the place of `replaced` */
export function refuseOverflow(
  own: readonly ServerDocument[],
  { name, ...document }: { readonly name: string; readonly length: number; readonly replaced: string | null },
): void {
  const what = overflowOf(own, document);
  if (what !== null) throw new CorpusError(name, what, remedy);
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

/**
 * Why what is live of a document cannot come back in the place of what is staged for it, and what to do; `null` when it
 * can. What was staged since may have taken its room, or be its very text.
 */
export async function whyNotBack(
  { id, indexed }: ServerDocument,
  own: readonly ServerDocument[],
  parts: Pick<BotParts, 'state'>,
): Promise<string | null> {
  if (indexed === null) return null;
  const { length, text } = indexed.document;
  const overflow = overflowOf(own, { length, replaced: id });
  if (overflow !== null) return `as it is live it ${overflow} ${remedy}`;
  const others = own.filter((other) => other.id !== id);
  const twin = await findTwin(others, text, parts);
  return twin === undefined ? null : `${twin.id} has its very text now. Take that one away first with /corpus remove.`;
}
