import { loopbackHosts } from '../loopback-address.js';

const privateAddress =
  /^(?:(?:10|127)\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.\d+\.\d+$|^\[(?:f[cd][0-9a-f]{2}|fe80):/u;
const privateName = /\.(?:local|lan|internal|home|home\.arpa)$/u;

/**
 * Whether a server stands on this machine or in the operator's own network, where nobody sends a bill and what is asked
 * stays in the house: a private address, a name without a dot (`ollama` beside a container), or one such as `gpu.local`.
 */
export function isOwnNetwork(url: string): boolean {
  const { hostname } = new URL(url);
  if (loopbackHosts.includes(hostname) || privateAddress.test(hostname) || privateName.test(hostname)) return true;
  return !hostname.includes('.') && !hostname.startsWith('[');
}
