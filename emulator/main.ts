// Runs the emulator by itself: node emulator/main.ts --port 8788 [--open] [--addon dist/addon] [--data file] [--quota off]
import { parseArgs } from 'node:util'
import { startEmulator } from './page/start-emulator.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.EMULATOR_PORT ?? '8788' },
    host: { type: 'string', default: '127.0.0.1' },
    addon: { type: 'string', default: 'dist/addon' },
    data: { type: 'string', default: `${process.env.DATA_DIR ?? '.data'}/emulator.json` },
    quota: { type: 'string', default: 'on' },
    open: { type: 'boolean', default: false },
  },
})

const emulator = await startEmulator({
  port: Number(values.port),
  host: values.host,
  addonDir: values.addon,
  dataFile: values.data,
  quota: values.quota !== 'off',
  open: values.open,
  onLog: (line) => console.log(line),
})
console.log(`ready ${emulator.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void emulator.close().then(() => process.exit(0))
  })
