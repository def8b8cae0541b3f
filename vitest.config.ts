// How the tests run: everything beside its source.
import { defineConfig } from 'vitest/config'

export default defineConfig(({ mode }) => ({
  test: {
    // Property tests draw twenty times as many cases in `npm run stress`.
    env: { STRESS: mode === 'stress' ? '20' : '1' },
    include: ['{addon,backend,shared,emulator,e2e,eval,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: mode === 'stress' ? 900_000 : 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Loading the libraries anew for each of 200 files would take a fifth of the time; no file leaves anything behind.
    isolate: false,
    globalSetup: ['backend/platform/testing/global-setup.ts'],
  },
}))
