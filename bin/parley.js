#!/usr/bin/env node
import { existsSync } from 'node:fs';

// Only the launcher is plain JavaScript: it must be able to say that the rest has not been built yet.
const program = new URL('../dist/cli.js', import.meta.url);
if (existsSync(program)) {
  const { runCommandLine } = await import(program.href);
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else {
  process.stderr.write('Parley has not been built yet. Run `npm run build`, then this command again.\n');
  process.exitCode = 1;
}
