import type { Citation } from '../../types.js';
import { claimBlocks } from './claim-blocks.js';
import type { Draft } from './compose-messages.js';
import { counted } from './counted.js';
import type { Digest, DigestEntry } from './digest.js';
import { excerpt } from './excerpt.js';
import { fitMessages, type ShowRoom } from './fit-messages.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';
import { sourceLines } from './source-lines.js';

const longestName = 60;
const messageLink = /^https:\/\/(?:ptb\.|canary\.)?discord\.com\/channels\/(?:@me|\d{1,20})\/\d{1,20}\/\d{1,20}$/u;

function speakerOf({ member, messageUrl }: DigestEntry): string {
  const name = `**${excerpt(member, { longest: longestName }).markdown || 'Somebody'}**`;
  return messageLink.test(messageUrl) ? `${name} ([message](${messageUrl}))` : name;
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

function readLines({ read, unreadable, omitted }: Digest): readonly string[] {
  return [
    `${counted(read, 'message', 'messages')} read.`,
    ...(unreadable === 0
      ? []
      : [
          `${counted(unreadable, 'message', 'messages')} could not be read: Discord withholds the text of what neither mentions me nor replies to me.`,
        ]),
    ...(omitted === 0 ? [] : [`${counted(omitted, 'further claim is', 'further claims are')} not shown.`]),
  ];
}

function draftOf(digest: Digest, layout: MessageLayout, room: ShowRoom): Draft {
  const { entries, citations } = renumbered(digest.entries);
  const claims = entries.flatMap((entry) => claimBlocks(entry.claim, speakerOf(entry), room).blocks);
  const name = digest.threadName === null ? null : excerpt(digest.threadName, { longest: longestName }).markdown;
  return {
    opening: [],
    title: 'What was said, and what the documents say',
    body: [
      ...(name === null ? [] : [{ text: `Thread: **${name}**` }]),
      ...(claims.length === 0
        ? [{ text: 'Nobody claimed anything that the documents could confirm or deny.' }]
        : claims),
    ],
    sections: [
      ...(citations.length === 0 ? [] : [{ heading: 'Sources', lines: sourceLines(citations, { ...room, layout }) }]),
      { heading: 'What was read', lines: readLines(digest) },
    ],
    closing: null,
    tone: 'neutral',
    components: [],
  };
}

/** What members said in a thread, each claim with its verdict, who said it and where. */
export function writeDigest(
  digest: Digest,
  { layout }: { readonly layout: MessageLayout },
): readonly OutgoingMessage[] {
  return fitMessages((room) => draftOf(digest, layout, room), layout);
}
