import { createGptEngine } from '../backend/extraction/gpt-engine.ts'
import { makeCutAnswer, modelOfBytes } from '../backend/extraction/testing/cut-answer.ts'
import { inputFor, runEngine } from '../backend/extraction/testing/run-engine.ts'

const input = await inputFor({ content: '' })
const until = performance.now() + 200_000
for (const api of ['chat', 'responses'] as const) {
  const a = makeCutAnswer(api, 300)
  let n = 0,
    bad = 0,
    complete = 0
  const from = performance.now()
  for (let length = 0; length <= a.bytes.length && performance.now() < until; length++, n++) {
    const { tables, end } = await runEngine(
      createGptEngine(modelOfBytes(api, a.bytes.subarray(0, length), length % 2 === 0)),
      input,
    )
    const want = a.arrived(length),
      told = tables[0]?.rows ?? []
    const ok =
      told.length === want.rows &&
      told.every((r, i) => JSON.stringify(r) === JSON.stringify(a.rows[i])) &&
      !(tables[0]?.receipt?.state === 'complete' && told.length < 200) &&
      !(end?.state === 'complete' && !want.over) &&
      (end?.state === 'complete' || end?.problem)
    if (!ok) {
      bad++
      if (bad < 5) console.log(api, length, told.length, want, end?.state)
    }
    if (end?.state === 'complete') complete++
  }
  console.log(
    api,
    'cuts',
    n,
    'of',
    a.bytes.length + 1,
    'bad',
    bad,
    'complete',
    complete,
    ((performance.now() - from) / n).toFixed(2),
    'ms per cut',
  )
}
