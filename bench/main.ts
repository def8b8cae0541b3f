// Runs the measured comparisons and prints them as ratios; ends with 1 when one is above its limit.
import { measureApi } from './api.ts'
import { measureExtraction } from './extraction.ts'
import { measureMerge } from './merge.ts'
import { measurePlanning } from './plan.ts'
import { type Figure, measureReading } from './reading.ts'
import { measureSoak } from './soak.ts'
import { measureStreams } from './streams.ts'
import { measureWriting } from './writing.ts'

/** By the name that can be given on the command line to run one alone. */
const rooms: Record<string, () => Figure[] | Promise<Figure[]>> = {
  streams: measureStreams,
  api: measureApi,
  extraction: measureExtraction,
  reading: measureReading,
  plan: measurePlanning,
  merge: measureMerge,
  writing: measureWriting,
  soak: measureSoak,
}

/** What takes so long that it is run only by its name. */
const long = ['soak']

let failed = false
const asked = process.argv.slice(2)
for (const [room, measure] of Object.entries(rooms)) {
  if (asked.length > 0 ? !asked.includes(room) : long.includes(room)) continue
  for (const { name, value, limit } of await measure()) {
    const over = value > limit
    failed ||= over
    const [figure, most] = [value.toFixed(2).padStart(6), limit.toFixed(2)]
    console.log(`${figure}  (limit ${most})  ${name}${over ? '  ABOVE THE LIMIT' : ''}`)
  }
}
if (failed) process.exitCode = 1
