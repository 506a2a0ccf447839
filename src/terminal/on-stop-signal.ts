/**
 * npm hands a Ctrl-C on to a process that the terminal has told already. What comes within this time is the same wish;
 * nobody presses twice so soon and means it. Milliseconds.
 */
const handedOnMs = 1000;

/**
 * Calls `stop` at the first of these signals. A further one, a second later, ends the process at once, as it would
 * without this.
 *
 * @returns what ends the listening
 */
export function onStopSignal(names: readonly NodeJS.Signals[], stop: () => void): () => void {
  let isStopping = false;
  const forget = (): void => {
    for (const name of names) process.removeListener(name, hear);
  };
  const hear = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(forget, handedOnMs).unref();
    stop();
  };
  for (const name of names) process.on(name, hear);
  return forget;
}
