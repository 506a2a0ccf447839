import type { ChatInputCommandInteraction } from 'discord.js';
import { collectionOfGuild, sharedCollection } from '../../../collections.js';
import { CorpusError } from '../../../errors.js';
import { documentOf, newDocumentId } from '../../../stage-document.js';
import type { DocumentMetadata } from '../../../types.js';
import type { BotParts } from '../../bot-parts.js';
import { withProgress } from '../../replying/with-progress.js';
import { writeStaged } from '../../writing/for-moderators/write-staged.js';
import { visibleText } from '../../writing/visible-text.js';
import { nameOf } from '../name-of.js';
import type { Moderator } from '../respond-to-moderator.js';
import { described, titled } from './described.js';
import { documentToChange } from './document-to-change.js';
import { patientWithFiles, type TakenFile } from './file-intake.js';
import { type Act, onlySay, respondPlainly } from './respond-plainly.js';
import { findTwin, refuseOverflow } from './room-for.js';
import { documentsOfServer, type ServerDocument, sharedDocuments } from './server-documents.js';

interface Placing {
  readonly moderator: Moderator;
  /** What they are called. */
  readonly by: string;
  readonly fileName: string;
  /** The document that it takes the place of; `null` for a new one. */
  readonly replaced: string | null;
}

function isSame(taken: TakenFile, twin: ServerDocument): boolean {
  const { metadata } = taken.file;
  const keys = Object.keys(metadata) as (keyof typeof metadata)[];
  return keys.every((key) => metadata[key] === twin.metadata[key]);
}

/** The id of another document of the server that is called the same: often an earlier version, to be replaced instead. */
function namesakeOf({ title }: DocumentMetadata, id: string, own: readonly ServerDocument[]): string | null {
  const called = visibleText(title).toLowerCase();
  const others = own.filter((document) => document.id !== id && document.standing !== 'leaving');
  return others.find(({ metadata }) => visibleText(metadata.title).toLowerCase() === called)?.id ?? null;
}

/** Stages what was read, in the place it gets among the documents as they are now. */
async function stage(taken: TakenFile, placing: Placing, parts: BotParts): Promise<Act> {
  const { moderator, by, fileName: name, replaced } = placing;
  const { file, survey } = taken;
  const own = await documentsOfServer(moderator.guild, parts);
  const earlier = own.find(({ id }) => id === replaced);
  if (replaced !== null && earlier === undefined) {
    throw new CorpusError(name, `was to replace ${replaced}, which is gone meanwhile.`, 'Use /corpus add.');
  }
  refuseOverflow(own, { name, length: file.text.length, replaced });
  const twin = await findTwin([...own, ...(await sharedDocuments(parts))], file.text, parts);
  if (twin !== undefined && (twin.id !== replaced || isSame(taken, twin))) {
    const what = `has the very text of ${twin.id}, ${titled(twin.metadata)}.`;
    const isOwn = replaced === null && twin.collection !== sharedCollection;
    const more = isOwn ? ' /corpus replace changes what is said of it, such as its title.' : '';
    throw new CorpusError(name, what, `There is nothing to add.${more}`);
  }
  const at = parts.now();
  const id = replaced ?? newDocumentId(file, new Set(own.map((document) => document.id)));
  const { metadata, text, source } = documentOf(file, id, at);
  const staged = { metadata, length: text.length };
  const change = {
    kind: 'put',
    collection: collectionOfGuild(moderator.guild),
    document: id,
    version: parts.newRecordId(),
    source,
    by: moderator.user,
    at,
    ...staged,
  } as const;
  await parts.state.staging.put(
    change,
    { text, hidden: file.hidden },
    {
      guild: moderator.guild,
      actor: moderator.user,
      at,
      act: replaced === null ? 'corpus add' : 'corpus replace',
      subject: id,
      before: earlier === undefined ? null : described(earlier),
      after: described(staged),
    },
  );
  const { format, pages } = file;
  const shown = {
    id,
    ...staged,
    format,
    pages,
    survey,
    replaces: replaced !== null && earlier?.indexed != null,
    namesake: replaced === null ? namesakeOf(metadata, id, own) : null,
  };
  const done = replaced === null ? 'A document was added' : 'A document was replaced';
  return {
    reply: { messages: writeStaged(shown), record: null },
    told: `${done} by ${by}: ${titled(metadata)} (${id}). It is staged: nothing is live until /reindex run.`,
  };
}

/** `/corpus add` and `/corpus replace`: a file becomes a staged document, or nothing at all happens. */
export async function takeDocument(
  interaction: ChatInputCommandInteraction,
  kind: 'add' | 'replace',
  parts: BotParts,
): Promise<void> {
  const { options } = interaction;
  await respondPlainly(
    interaction,
    async (moderator, signal) => {
      const attachment = options.getAttachment('file');
      if (attachment === null) return onlySay('There is no file: attach one to the command. Nothing was staged.');
      const found = kind === 'add' ? null : await documentToChange(interaction, moderator.guild, parts);
      if (found !== null && !found.isFound) return onlySay(found.why);
      const { name, url, size } = attachment;
      const said = {
        title: options.getString('title'),
        publisher: options.getString('publisher'),
        date: options.getString('date'),
        url: options.getString('url'),
      };
      const sent = { name, url, size, said, before: found?.document.metadata ?? null };
      const replaced = found?.document.id ?? null;
      const placing = { moderator, by: nameOf(moderator.user, parts), replaced };
      return withProgress(
        interaction,
        (onStage) =>
          parts.files.take(sent, (taken) => stage(taken, { ...placing, fileName: taken.name }, parts), {
            guild: moderator.guild,
            signal,
            onStage,
          }),
        parts,
      );
    },
    patientWithFiles(parts),
  );
}
