import type { PlacedFinding } from './finding.js';
import type { Piece } from './text-pieces.js';

// As Discord reads them: names of accounts written with "@" are plain text there, ids in brackets are not.
const mention =
  /(?<![\w.])@(?:everyone|here)\b(?!\.\w)|<@[!&]?\d{5,25}>|<#\d{5,25}>|<\/[\p{L}\p{N}_ -]{1,80}:\d{5,25}>|<id:(?:customize|browse|guide|home|linked-roles)>/gu;

/** What would call people or link channels if it were posted as it stands. */
export function* mentionFindings({ text, paragraph, start: offset }: Piece): Generator<PlacedFinding> {
  for (const { 0: quote, index } of text.matchAll(mention)) {
    const callsMany = quote.startsWith('@') || quote.startsWith('<@&');
    const callsOne = quote.startsWith('<@');
    yield {
      kind: 'mention',
      severity: callsMany ? 'medium' : 'low',
      paragraph,
      start: offset + index,
      end: offset + index + quote.length,
      quote,
      explanation: callsMany
        ? 'Posted as it stands, this would call many members.'
        : callsOne
          ? 'Posted as it stands, this would call a member.'
          : 'Posted as it stands, this would link a channel or a command.',
    };
  }
}
