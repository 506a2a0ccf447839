import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import { sharedCollection } from '../../../collections.js';
import { visibleText } from '../../writing/visible-text.js';
import type { ServerDocument } from './server-documents.js';

/** Of a choice's name and of its value. */
const longest = 100;
const mostChoices = 25;
const longestTitle = 60;
const prefix = 'server:';

const standings: Readonly<Record<ServerDocument['standing'], string>> = {
  live: '',
  new: ' (staged: new)',
  changed: ' (staged: changed)',
  leaving: ' (staged: to be removed)',
};

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

function nameOf({ id, metadata, standing, collection }: ServerDocument): string {
  const title = shortened(visibleText(metadata.title), longestTitle);
  const where = collection === sharedCollection ? ' (shared)' : standings[standing];
  // The end says what is staged, so it is the id that gives way.
  return `${title}, ${shortened(visibleText(id), longest - title.length - where.length - 2)}${where}`;
}

/** What to offer to somebody who types: at most 25 documents that have every word of it in their title or id. */
export function documentChoices(
  documents: readonly ServerDocument[],
  typed: string,
): readonly ApplicationCommandOptionChoiceData<string>[] {
  const words = visibleText(typed.slice(0, longest)).toLowerCase().split(' ');
  return documents
    .filter(({ id }) => id.length <= longest)
    .filter(({ id, metadata }) => {
      const name = `${visibleText(metadata.title)} ${id}`.toLowerCase();
      return words.every((word) => name.includes(word));
    })
    .slice(0, mostChoices)
    .map((document) => ({ name: nameOf(document), value: document.id }));
}

/**
 * The document that somebody chose from the list or typed: by its id, with or without `server:`, or by its whole title
 * when no other one has it.
 */
export function findDocument(documents: readonly ServerDocument[], typed: string): ServerDocument | undefined {
  const wanted = visibleText(typed).normalize('NFC').toLowerCase();
  const byId = documents.find(({ id }) => id === wanted) ?? documents.find(({ id }) => id === `${prefix}${wanted}`);
  if (byId !== undefined) return byId;
  const [only, ...others] = documents.filter(({ metadata }) => visibleText(metadata.title).toLowerCase() === wanted);
  return others.length === 0 ? only : undefined;
}
