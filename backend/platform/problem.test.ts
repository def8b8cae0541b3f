// What every problem is answered with.
import { expect, test } from 'vitest'
import { type ProblemCode, problems } from '../../shared/contract/problems.ts'
import { Problem } from './problem.ts'

test('whatever passes by itself says when to come again', () => {
  const codes = (Object.keys(problems) as ProblemCode[]).filter((code) => [429, 503].includes(problems[code].status))
  expect(codes.length).toBeGreaterThan(5)
  for (const code of codes) expect(Number(new Problem(code, '').headers['Retry-After']), code).toBeGreaterThan(0)
  const known = new Problem('unavailable', '', { headers: { 'Retry-After': '9', Allow: 'GET' } })
  expect(known.headers).toEqual({ 'Retry-After': '9', Allow: 'GET' })
  expect(new Problem('not_found', '').headers).toEqual({})
})
