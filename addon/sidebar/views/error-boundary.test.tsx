// @vitest-environment happy-dom
// A fault in drawing never leaves a blank panel.
import { expect, test, vi } from 'vitest'
import { button, draw, shows } from '../testing/draw.tsx'
import { fakeApp } from '../testing/fake-app.ts'
import { ErrorBoundary } from './error-boundary.tsx'

test('a view that cannot be drawn leaves a sentence and a way back', async () => {
  let broken = true
  const Broken = () => {
    if (broken) throw new Error('secret detail')
    return <p>Drawn again</p>
  }
  vi.spyOn(console, 'error').mockImplementation(() => {})
  draw(
    fakeApp(),
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  )
  await shows('The sidebar could not be drawn.')
  expect(document.body.textContent).not.toContain('secret detail')
  broken = false
  ;(await button('Reload the sidebar')).click()
  await shows('Drawn again')
})
