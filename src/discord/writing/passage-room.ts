import type { MessageLayout } from './outgoing-message.js';

/**
 * Most units of markdown of the paragraph around a quote, with its neighbours and without. A sentence has at most 4,000,
 * so that an embed shows all of it unless it is full of marks.
 */
export const passageRoom: Readonly<
  Record<MessageLayout, { readonly besideNeighbours: number; readonly alone: number }>
> = {
  embed: { besideNeighbours: 2800, alone: 4010 },
  text: { besideNeighbours: 1000, alone: 1300 },
};
