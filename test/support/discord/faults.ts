export type FaultKind =
  | '429'
  | '429-no-retry-after'
  | '429-global'
  | '500'
  | '502'
  | 'delay'
  | 'cut-before'
  | 'cut-after'
  | 'error';

/** Something that goes wrong with the next requests. */
export interface Fault {
  /** Which requests; all when absent. An expression is tried on the path and on `METHOD path`, both without `/api/v10`. */
  readonly route?: RegExp | ((method: string, path: string) => boolean);
  /** How many requests meet it; 1 by default. */
  readonly times?: number;
  /** `cut-before` breaks the connection before the work, `cut-after` when it is done; `error` is an answer of Discord's own. */
  readonly kind: FaultKind;
  /** How late a `delay` is, and what a 429 asks to wait; 100 by default. */
  readonly delayMs?: number;
  /** Of an `error`: 400 by default. */
  readonly status?: number;
  /** Of an `error`: Discord's JSON error code; 0 by default. */
  readonly code?: number;
}

export interface Faults {
  add(fault: Fault): void;
  /** The fault that this request meets, used up by it. */
  take(method: string, path: string): Fault | undefined;
}

function meets({ route }: Fault, method: string, path: string): boolean {
  if (route === undefined) return true;
  if (typeof route === 'function') return route(method, path);
  return path.search(route) >= 0 || `${method} ${path}`.search(route) >= 0;
}

export function createFaults(): Faults {
  const pending: { readonly fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      pending.push({ fault, left: fault.times ?? 1 });
    },
    take(method, path) {
      const next = pending.find(({ fault, left }) => left > 0 && meets(fault, method, path));
      if (next === undefined) return undefined;
      next.left -= 1;
      return next.fault;
    },
  };
}
