// The real worker, except that the question "die" ends the thread, "throw" makes it throw outside any request, and one
// that begins with "note " writes an empty file of the name that follows.
import { writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ text }) => {
  if (text?.startsWith('note ')) writeFileSync(text.slice('note '.length), '');
  if (text === 'die') process.exit(7);
  if (text === 'throw') throw new Error('thrown by the test');
});
await import('#src/embedding/encoder.worker.js');
