/** Lets the event loop take one turn: timers, arriving messages, finished reads. For loops that would hold it too long. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
