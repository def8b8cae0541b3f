// Runs the measured comparisons and prints them as ratios; ends with 1 when one is above its limit.
import { measureReading } from './reading.ts'

let failed = false
for (const { name, value, limit } of measureReading()) {
  const over = value > limit
  failed ||= over
  console.log(`${value.toFixed(2).padStart(6)}  (limit ${limit.toFixed(2)})  ${name}${over ? '  ABOVE THE LIMIT' : ''}`)
}
if (failed) process.exitCode = 1
