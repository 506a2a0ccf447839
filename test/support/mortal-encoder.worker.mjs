// The real worker, except that the question "die" ends the thread and "throw" makes it throw outside any request.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ text }) => {
  if (text === 'die') process.exit(7);
  if (text === 'throw') throw new Error('thrown by the test');
});
await import('#src/embedding/encoder.worker.js');
