import type { Writing, WritingFault } from '../../types.js';
import type { BotParts } from '../bot-parts.js';

/** How often the log is told of one kind of fault, milliseconds: a server that is down is down for every question. */
export const writingFaultEveryMs = 10 * 60_000;

const meanings: Readonly<Record<WritingFault, string>> = {
  unavailable: 'the chat model cannot be reached, or does not answer as it should',
  slow: 'the chat model was not done in time, or too much was to be written at once',
  'over-budget': 'a budget of the chat model is used up',
  declined: 'the chat model found no answer in the passages',
  unsupported: 'what the chat model wrote did not pass the check',
};

/** Members are answered in quotes, and see no trouble; whoever runs the bot is told, once in a while for each kind. */
export function noteWritingFault(
  writing: Writing | null,
  { mayLogFault, log }: Pick<BotParts, 'mayLogFault' | 'log'>,
): void {
  if (writing === null || writing.fault === null || !mayLogFault(writing.fault)) return;
  const { fault, model } = writing;
  const isUsual = fault === 'declined' || fault === 'unsupported';
  log[isUsual ? 'info' : 'warn']({ fault, model }, `${meanings[fault]}; answers are quotes alone meanwhile`);
}
