// How the tests run: everything beside its source, each file on its own.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{addon,backend,shared,emulator,e2e,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    globalSetup: ['backend/platform/testing/global-setup.ts'],
  },
})
