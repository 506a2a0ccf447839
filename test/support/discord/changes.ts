/** Lets a test wait for a state instead of for a time. */
export interface Changes {
  /** To be called after anything changed that somebody may wait for. */
  announce(): void;
  /**
   * What `look` returns, as soon as that is not `undefined`. @throws Error naming `what` after `withinMs`, with what
   * `describe` says of the state then.
   */
  until<Value>(
    look: () => Value | undefined,
    limits: { readonly what: string; readonly withinMs: number; readonly describe?: () => string },
  ): Promise<Value>;
}

export function createChanges(): Changes {
  const waiting = new Set<() => void>();

  return {
    announce() {
      for (const look of waiting) look();
    },
    until(look, { what, withinMs, describe }) {
      const there = look();
      if (there !== undefined) return Promise.resolve(there);
      // Made here, so that the stack of a failure leads to the test's line.
      const late = new Error(`Waited ${withinMs} ms in vain for ${what}.`);
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          waiting.delete(again);
          clearTimeout(timer);
        };
        const again = (): void => {
          const value = look();
          if (value === undefined) return;
          stop();
          resolve(value);
        };
        const timer = setTimeout(() => {
          stop();
          if (describe !== undefined) late.message += ` ${describe()}`;
          reject(late);
        }, withinMs);
        waiting.add(again);
      });
    },
  };
}
