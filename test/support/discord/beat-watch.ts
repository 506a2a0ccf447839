/** Missing one beat may be chance, and a machine under load is late. */
const patience = 2.5;
const graceMs = 3_000;

/** Calls `onSilence` when a client stops sending heartbeats. */
export function createBeatWatch(
  intervalMs: number,
  onSilence: () => void,
): { readonly beat: () => void; readonly stop: () => void } {
  const timer = setTimeout(onSilence, intervalMs * patience + graceMs).unref();
  return {
    beat: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}
