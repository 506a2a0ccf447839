/** Seconds that an indexing run took, and each of its stages. */
export interface StageTimes {
  readonly seconds: number;
  /** Until the first progress of each stage, and at the end. */
  readonly stageSeconds: Readonly<Record<string, number>>;
}

export interface StageClock {
  readonly onProgress: (progress: { readonly stage: string }) => void;
  stop(): StageTimes;
}

/** What comes before the first progress, and after the last, counts as `open`. */
export function startStageClock(): StageClock {
  const startedAt = performance.now();
  const spent: Record<string, number> = {};
  let stage = 'open';
  let stageAt = startedAt;
  const enter = (next: string): void => {
    const now = performance.now();
    spent[stage] = (spent[stage] ?? 0) + (now - stageAt) / 1000;
    stage = next;
    stageAt = now;
  };
  return {
    onProgress(progress) {
      if (progress.stage !== stage) enter(progress.stage);
    },
    stop() {
      enter('open');
      return { seconds: (performance.now() - startedAt) / 1000, stageSeconds: spent };
    },
  };
}

export function stagesInWords(stageSeconds: Readonly<Record<string, number>>): string {
  return Object.entries(stageSeconds)
    .map(([stage, seconds]) => `${stage} ${seconds.toFixed(seconds < 1 ? 3 : 1)} s`)
    .join(', ');
}
