export interface Deferred {
  readonly promise: Promise<void>;
  resolve(): void;
}

function nothing(): void {}

/** A promise that is resolved from outside; Node 20 has no Promise.withResolvers. */
export function deferred(): Deferred {
  let resolve: () => void = nothing;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
