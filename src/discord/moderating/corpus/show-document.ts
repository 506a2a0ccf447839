import type { ChatInputCommandInteraction } from 'discord.js';
import { sharedCollection } from '../../../collections.js';
import { surveyDocument } from '../../../survey-document.js';
import type { Generation, IndexedDocument } from '../../../types.js';
import type { BotParts } from '../../bot-parts.js';
import { type ShownDocument, writeDocument } from '../../writing/for-moderators/write-document.js';
import { personName } from '../person-name.js';
import { unknownDocument } from './document-to-change.js';
import { patientWithFiles } from './file-intake.js';
import { findDocument } from './find-document.js';
import { onlySay, respondPlainly } from './respond-plainly.js';
import { documentsOfServer, type ServerDocument, sharedDocuments } from './server-documents.js';

const beginningReach = 2_000;

/** Paragraphs and passages of a document that is indexed. */
function countsOf(generation: Generation, { firstParagraph, endParagraph }: IndexedDocument) {
  if (firstParagraph === endParagraph) return { paragraphs: 0, passages: 0 };
  const { firstChunk } = generation.paragraph(firstParagraph);
  const { endChunk } = generation.paragraph(endParagraph - 1);
  return { paragraphs: endParagraph - firstParagraph, passages: endChunk - firstChunk };
}

type Contents = Pick<ShownDocument, 'counts' | 'beginning' | 'screening'>;

function indexedContents({ indexed }: ServerDocument): Contents {
  if (indexed === null) return { counts: null, beginning: '', screening: null };
  const { generation, document } = indexed;
  const counts = countsOf(generation, document);
  return { counts, beginning: document.text.slice(0, beginningReach), screening: null };
}

async function stagedContents(
  document: ServerDocument,
  version: string,
  parts: BotParts,
  signal: AbortSignal,
): Promise<Contents> {
  const { id, collection, metadata, source } = document;
  const staged = await parts.state.staging.text(collection, id, version);
  // It was published or taken back a moment ago.
  if (staged === null) return indexedContents(document);
  const { text, hidden } = staged;
  const timeoutMs = parts.files.limits.readMs;
  const request = { document: { id, metadata, text, source }, hidden };
  const survey = await surveyDocument(request, { name: id, timeoutMs, signal });
  const { paragraphs, passages, screening } = survey;
  return { counts: { paragraphs, passages }, beginning: text.slice(0, beginningReach), screening };
}

/** What is staged is looked through anew, as long as a file may take: nothing of it is indexed yet. */
function contentsOf(
  document: ServerDocument,
  options: { readonly guild: string; readonly signal: AbortSignal },
  parts: BotParts,
): Contents | Promise<Contents> {
  const { id, change } = document;
  if (change?.kind !== 'put') return indexedContents(document);
  return parts.files.inTurn(id, (signal) => stagedContents(document, change.version, parts, signal), options);
}

/** Acts are looked for in so many entries at once, and in so many at most. */
const entriesAtOnce = 200;
const mostEntries = 5_000;

/** By whom and when a document came, as the audit log says it; a staged one says so itself. */
async function findAdded(
  { id, change }: ServerDocument,
  guild: string,
  parts: BotParts,
): Promise<ShownDocument['added']> {
  let before: number | undefined;
  for (let seen = 0; seen < mostEntries; seen += entriesAtOnce) {
    const query = { guild, act: 'corpus ', limit: entriesAtOnce, ...(before === undefined ? {} : { before }) };
    const entries = await parts.state.audit.entries(query);
    const found = entries.find(({ act, subject }) => subject === id && /^corpus (?:add|replace)$/u.test(act));
    if (found !== undefined) {
      const act = found.act === 'corpus add' ? 'added' : 'replaced';
      return { act, by: await personName(found.actor, parts), at: found.at };
    }
    before = entries.at(-1)?.number;
    if (entries.length < entriesAtOnce) break;
  }
  if (change?.kind !== 'put') return null;
  return { act: 'added', by: await personName(change.by, parts), at: change.at };
}

/** `/corpus show`: one document of this server, or a shared one. */
export async function showDocument(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void> {
  await respondPlainly(
    interaction,
    async ({ guild }, signal) => {
      const typed = interaction.options.getString('document') ?? '';
      const own = await documentsOfServer(guild, parts);
      const document = findDocument(own, typed) ?? findDocument(await sharedDocuments(parts), typed);
      if (document === undefined) return onlySay(unknownDocument(typed));
      const { id, metadata, length, source, standing, collection } = document;
      const isShared = collection === sharedCollection;
      const shown = {
        id,
        metadata,
        length,
        standing,
        isShared,
        bytes: source.bytes,
        ...(await contentsOf(document, { guild, signal }, parts)),
        added: isShared ? null : await findAdded(document, guild, parts),
      };
      return { reply: { messages: writeDocument(shown), record: null }, told: null };
    },
    patientWithFiles(parts),
  );
}
