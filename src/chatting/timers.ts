/** Runs something later, once. Tests put in one that they drive by hand. */
export interface Timers {
  /** Runs `action` after so many milliseconds, unless the function that is returned was called before. */
  after(milliseconds: number, action: () => void): () => void;
}

export const systemTimers: Timers = {
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
