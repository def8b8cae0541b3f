// Keeps the API busy for a while and measures whether its memory grows.
import { readFile } from 'node:fs/promises'
import { conversations, drive, templates } from './api/drive.ts'
import { startApi } from './api.ts'

/** `npm run bench soak`; another length is for trying it out. */
const minutes = Number(process.env.SOAK_MINUTES ?? 10)
const turnSeconds = 5

/** MB of memory that the process holds; NaN where the system does not say. */
async function heldBy(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
}

type Sample = { minute: number; held: number }

/** MB a minute: the slope of the line that fits best. */
function growthOf(samples: Sample[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [at, held] = [mean(samples.map(({ minute }) => minute)), mean(samples.map((sample) => sample.held))]
  const spread = samples.reduce((sum, { minute }) => sum + (minute - at) ** 2, 0)
  return samples.reduce((sum, one) => sum + (one.minute - at) * (one.held - held), 0) / spread
}

/** The first half is for the code to become warm and the heap to find its size; the second half has to be flat. */
export async function measureSoak(): Promise<{ name: string; value: number; limit: number }[]> {
  const setting = await startApi()
  const faults = new Set<string>()
  const samples: Sample[] = []
  let answered = 0
  try {
    const started = performance.now()
    const minute = () => (performance.now() - started) / 60_000
    while (minute() < minutes) {
      const driven = await drive(setting.api, samples.length % 2 ? templates : conversations, turnSeconds)
      answered += driven.perSecond * turnSeconds
      for (const fault of driven.faults) faults.add(fault)
      samples.push({ minute: minute(), held: await heldBy(setting.pids.api) })
    }
  } finally {
    await setting.stop()
  }
  for (const fault of [...faults].slice(0, 3)) console.log(`  ${fault}`)
  const late = samples.filter(({ minute }) => minute > minutes / 2)
  console.log(`${Math.round(answered)} requests; MB held: ${samples.map(({ held }) => held.toFixed(0)).join(' ')}`)
  return [
    { name: `MB that memory grows a minute, second half of ${minutes} minutes`, value: growthOf(late), limit: 1 },
    { name: 'wrong answers of the soak', value: faults.size, limit: 0 },
  ]
}
