import type { ChatInputCommandInteraction } from 'discord.js';
import type { BotParts } from '../../bot-parts.js';
import { visibleText } from '../../writing/visible-text.js';
import { findDocument } from './find-document.js';
import { documentsOfServer, type ServerDocument, sharedDocuments } from './server-documents.js';

export type DocumentToChange =
  | { readonly isFound: true; readonly document: ServerDocument }
  | {
      readonly isFound: false;
      /** For the moderator. */
      readonly why: string;
    };

const longestTyped = 100;

export function unknownDocument(typed: string): string {
  const shown = visibleText(typed).slice(0, longestTyped).toWellFormed();
  return `There is no document “${shown}” in this server. Choose one from the list that appears while you type; /corpus list shows all.`;
}

/** The document of this server that the option `document` names. Shared ones are not changed here. */
export async function documentToChange(
  { options }: Pick<ChatInputCommandInteraction, 'options'>,
  guild: string,
  parts: BotParts,
): Promise<DocumentToChange> {
  const typed = options.getString('document') ?? '';
  const document = findDocument(await documentsOfServer(guild, parts), typed);
  if (document !== undefined) return { isFound: true, document };
  const shared = findDocument(await sharedDocuments(parts), typed);
  if (shared === undefined) return { isFound: false, why: unknownDocument(typed) };
  const why = `${shared.id} is shared: it is a file in the folder corpus/, changed there by the operator who runs me. Nothing was changed.`;
  return { isFound: false, why };
}
