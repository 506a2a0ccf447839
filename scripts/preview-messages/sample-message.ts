import type { OutgoingMessage } from '#src/discord/writing/outgoing-message.js';

export interface SampleMessage {
  readonly name: string;
  /** Samples of one group share a picture. */
  readonly group:
    | 'answers'
    | 'written'
    | 'hostile'
    | 'text-layout'
    | 'declined'
    | 'check'
    | 'digest'
    | 'summary'
    | 'passage'
    | 'more'
    | 'documents'
    | 'preview'
    | 'reindex'
    | 'corrections'
    | 'review'
    | 'gaps'
    | 'settings'
    | 'privacy';
  readonly messages: readonly OutgoingMessage[];
}
