/** Cuts long work into slices, so that a summary never holds the event loop for long (indexing/time-slices.ts). */
export interface Slices {
  /** True when the present slice is used up and `pause` should be awaited. */
  due(): boolean;
  pause(): Promise<void>;
}
