/** Lets one piece of work after the other run under each name; those under different names do not wait for each other. */
export interface OneAtATime {
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(name, work) {
      const before = last.get(name);
      const running = (async () => {
        await before?.catch(() => undefined);
        return work();
      })();
      last.set(name, running);
      try {
        return await running;
      } finally {
        if (last.get(name) === running) last.delete(name);
      }
    },
  };
}
