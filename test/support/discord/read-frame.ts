export interface GatewayFrame {
  readonly op: number;
  readonly d: unknown;
}

/** A frame from a client; `undefined` when it is none. */
export function readFrame(text: string): GatewayFrame | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    const isFrame = typeof frame === 'object' && frame !== null && 'op' in frame && typeof frame.op === 'number';
    return isFrame ? (frame as GatewayFrame) : undefined;
  } catch {
    return undefined;
  }
}
