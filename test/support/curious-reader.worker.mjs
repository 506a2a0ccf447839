import { parentPort } from 'node:worker_threads';

const text = `${Object.keys(process.env).length} variables`;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's; a worker thread has none
parentPort.postMessage({ kind: 'read', reading: { text } });
