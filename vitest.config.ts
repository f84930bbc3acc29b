import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores, and the browser wants one of them.
    maxWorkers: 2,
    // A busy machine is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/closing-line.ts'],
  },
});
