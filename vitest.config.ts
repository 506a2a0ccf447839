import { defineConfig } from 'vitest/config';

// Tests import `#src/*`, which Node resolves to the built output in dist/: what is tested is what ships,
// and worker threads start from real files. `npm test` builds first.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/property-seed.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
