import type { LoadedFile } from './load-gguf.js';

/** One file, loaded when it is first needed, and used by one conversation at a time. */
export interface SharedFile {
  /** Runs `work` when those who came before are done. */
  use<T>(work: (file: LoadedFile) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param load May fail; who comes next tries again. */
export function shareFile(load: () => Promise<LoadedFile>): SharedFile {
  let loading: Promise<LoadedFile> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function loaded(): Promise<LoadedFile> {
    const attempt = loading ?? load();
    loading = attempt;
    // A file that was not there may be there the next time.
    attempt.catch(() => {
      if (loading === attempt) loading = undefined;
    });
    return attempt;
  }

  return {
    use(work) {
      const result = last.then(async () => work(await loaded()));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      await last;
      const file = await loading?.catch(() => undefined);
      loading = undefined;
      await file?.llama.dispose();
    },
  };
}
