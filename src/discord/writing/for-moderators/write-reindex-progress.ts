import { nobodyMentioned, type OutgoingMessage } from '../outgoing-message.js';
import { stopButton } from './reindex-buttons.js';

/** What is shown of work that is under way. */
export interface ShownProgress {
  readonly kind: 'plan' | 'preview' | 'publish' | 'rollback-question' | 'rollback';
  readonly stage: keyof typeof stages | null;
  readonly done: number;
  /** 0 while nobody knows. */
  readonly total: number;
}

const stages = {
  download: 'downloading the model',
  read: 'reading documents',
  embed: 'embedding chunks',
  terms: 'indexing words',
  graph: 'building the search graph',
  files: 'writing the index',
  screen: 'looking for what documents should not say',
  ask: 'asking questions before and after the change',
} as const;

const kinds: Readonly<Record<ShownProgress['kind'], string>> = {
  plan: 'Looking at what changed',
  preview: 'Preparing a preview; nothing goes live',
  publish: 'Publishing; members get answers as before meanwhile',
  'rollback-question': 'Looking at what a rollback would change; nothing goes live',
  rollback: 'Rolling back; members get answers as before meanwhile',
};

const grouped = new Intl.NumberFormat('en');

/** "embedding chunks, 120 of 400". A download counts bytes, which say nothing to anybody. */
export function stageWords({ stage, done, total }: Omit<ShownProgress, 'kind'>): string {
  if (stage === null) return 'beginning';
  const counts = total === 0 || stage === 'download' ? '' : `, ${grouped.format(done)} of ${grouped.format(total)}`;
  return `${stages[stage]}${counts}`;
}

/** How far work is, with the button that stops it where it can be stopped. */
export function writeReindexProgress(progress: ShownProgress, hasStop: boolean): OutgoingMessage {
  return {
    content: `⏳ ${kinds[progress.kind]}: ${stageWords(progress)}.`,
    embeds: [],
    components: hasStop ? stopButton() : [],
    allowedMentions: nobodyMentioned,
  };
}
