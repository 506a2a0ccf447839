import type { Citation } from '../../types.js';
import type { Words } from '../wording/words.js';
import { claimBlocks } from './claim-blocks.js';
import type { Draft } from './compose-messages.js';
import type { Digest, DigestEntry } from './digest.js';
import { excerpt } from './excerpt.js';
import { fitMessages, type ShowRoom } from './fit-messages.js';
import type { OutgoingMessage } from './outgoing-message.js';
import type { ShowOptions } from './show-options.js';
import { sourceLines } from './source-lines.js';

type DigestOptions = Pick<ShowOptions, 'layout' | 'words'>;

const longestName = 60;
const messageLink = /^https:\/\/(?:ptb\.|canary\.)?discord\.com\/channels\/(?:@me|\d{1,20})\/\d{1,20}\/\d{1,20}$/u;

function speakerOf({ member, messageUrl }: DigestEntry, { results: { digest } }: Words): string {
  const name = `**${excerpt(member, { longest: longestName }).markdown || digest.somebody}**`;
  return messageLink.test(messageUrl) ? `${name} ([${digest.message}](${messageUrl}))` : name;
}

/** Entries come from several checks, each numbered for itself: the digest counts anew, every place once. */
function renumbered(entries: readonly DigestEntry[]): {
  readonly entries: readonly DigestEntry[];
  readonly citations: readonly Citation[];
} {
  const known = new Map<string, Citation>();
  const numbered = (citation: Citation): Citation => {
    const place = `${citation.document}:${citation.start}:${citation.end}`;
    const first = known.get(place) ?? { ...citation, n: known.size + 1 };
    known.set(place, first);
    return first;
  };
  const renamed = entries.map(
    (entry): DigestEntry => ({
      ...entry,
      claim: { ...entry.claim, citations: entry.claim.citations.map(numbered) },
    }),
  );
  return { entries: renamed, citations: [...known.values()] };
}

function readLines({ read, unreadable, omitted }: Digest, { results: { digest } }: Words): readonly string[] {
  return [
    digest.read(read),
    ...(unreadable === 0 ? [] : [digest.unreadable(unreadable)]),
    ...(omitted === 0 ? [] : [digest.omitted(omitted)]),
  ];
}

function draftOf(digest: Digest, options: DigestOptions, room: ShowRoom): Draft {
  const { words } = options;
  const texts = words.results.digest;
  const { entries, citations } = renumbered(digest.entries);
  const claims = entries.flatMap((entry) => claimBlocks(entry.claim, speakerOf(entry, words), room, words).blocks);
  const name = digest.threadName === null ? null : excerpt(digest.threadName, { longest: longestName }).markdown;
  return {
    opening: [],
    title: texts.title,
    body: [
      ...(name === null ? [] : [{ text: `${texts.thread} **${name}**` }]),
      ...(claims.length === 0 ? [{ text: texts.nothing }] : claims),
    ],
    sections: [
      ...(citations.length === 0
        ? []
        : [{ heading: words.results.sources, lines: sourceLines(citations, { ...options, ...room }) }]),
      { heading: texts.readHeading, lines: readLines(digest, words) },
    ],
    closing: null,
    tone: 'neutral',
    components: [],
  };
}

/** What members said in a thread, each claim with its verdict, who said it and where. */
export function writeDigest(digest: Digest, options: DigestOptions): readonly OutgoingMessage[] {
  return fitMessages((room) => draftOf(digest, options, room), options);
}
