import { GenerationError, ParleyError } from '../errors.js';
import { similarNames } from '../language/similar-names.js';
import type { VerbContext } from './verb-context.js';

const namesListed = 5;

function remedyFor(wrong: string, ids: readonly string[]): string {
  const similar = similarNames(wrong, ids);
  if (similar.length > 0) return `Did you mean ${similar.join(' or ')}?`;
  const more = ids.length > namesListed ? `, and ${ids.length - namesListed} more` : '';
  return `There are: ${ids.slice(0, namesListed).join(', ')}${more}.`;
}

/** `parley text`: a document of the live generation exactly as offsets count it, without a newline of its own. */
export async function runText({ terminal, parley }: VerbContext, id: string): Promise<void> {
  const generation = await parley.storeOf().loadLive();
  if (generation === null) throw new GenerationError('There is no index yet.', 'Run `npx parley index` first.');
  const document = generation.documents.find((candidate) => candidate.id === id);
  if (document === undefined) {
    const ids = generation.documents.map((candidate) => candidate.id);
    throw new ParleyError(`There is no document “${id}”.`, remedyFor(id, ids));
  }
  terminal.write(document.text);
}
