/** What takes long. */
export type WorkStage = 'download' | 'read' | 'screen' | 'embed' | 'terms' | 'graph' | 'files' | 'questions';

/** How far it is; `total` is 0 while nobody knows. */
export interface WorkProgress {
  readonly stage: WorkStage;
  readonly done: number;
  readonly total: number;
}

/** Says how far long work is: one line that is written over on a terminal, a plain line now and then elsewhere. */
export interface StatusLine {
  show(progress: WorkProgress): void;
  /** Takes the line away, for something else to be written; the next `show` brings it back. */
  clear(): void;
}

export interface StatusLineInput {
  readonly write: (text: string) => void;
  /** Whether lines can be written over. */
  readonly isTerminal: boolean;
  readonly columns: () => number;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

/** Work shorter than this says nothing where lines cannot be written over, and then this rarely. */
const quietMs = 1000;
const plainLineMs = 10_000;
const redrawMs = 80;
const barWidth = 24;

const stages: Readonly<Record<WorkStage, string>> = {
  download: 'Downloading the model',
  read: 'Reading documents',
  screen: 'Looking for what documents should not say',
  embed: 'Embedding',
  terms: 'Indexing words',
  graph: 'Linking vectors',
  files: 'Writing the index',
  questions: 'Asking questions',
};

function inMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function amount({ stage, done, total }: WorkProgress): string {
  if (stage !== 'download') return total > 0 ? `${done} of ${total}` : `${done}`;
  return total > 0 ? `${inMegabytes(done)} of ${inMegabytes(total)} MB` : `${inMegabytes(done)} MB`;
}

function lineOf(progress: WorkProgress): string {
  return `${stages[progress.stage]}: ${amount(progress)}`;
}

function barOf({ done, total }: WorkProgress): string {
  if (total <= 0) return '';
  const full = Math.round((Math.min(done, total) / total) * barWidth);
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] `;
}

export function createStatusLine({ write, isTerminal, columns, clock }: StatusLineInput): StatusLine {
  let shown = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  let stage: WorkStage | undefined;
  let startedAt: number | undefined;

  function showPlain(progress: WorkProgress, now: number): void {
    startedAt ??= now;
    if (now - startedAt < quietMs) return;
    if (progress.stage === stage && now - lastAt < plainLineMs) return;
    stage = progress.stage;
    lastAt = now;
    write(`${lineOf(progress)}\n`);
  }

  return {
    show(progress) {
      const now = clock();
      if (!isTerminal) {
        showPlain(progress, now);
        return;
      }
      const isDone = progress.done === progress.total;
      if (progress.stage === stage && !isDone && now - lastAt < redrawMs) return;
      stage = progress.stage;
      lastAt = now;
      shown = true;
      write(`\r\u001B[2K${`${barOf(progress)}${lineOf(progress)}`.slice(0, Math.max(20, columns() - 1))}`);
    },
    clear() {
      if (shown) write('\r\u001B[2K');
      shown = false;
    },
  };
}
