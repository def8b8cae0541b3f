// Looks for what would shut somebody out: faults that axe can find, and a page that must be scrolled sideways.
import axe, { type AxeResults } from 'axe-core'
import type { Visit } from './open-product.ts'

export type Inspection = { faults: string[]; sideways: number; width: number }

/** What `inspect` answers when nothing is wrong with the sidebar at its own width. */
export const fine: Inspection = { faults: [], sideways: 0, width: 300 }

/** What axe finds in the sidebar's document, and how far the page could be scrolled sideways. */
export async function inspect(visit: Visit): Promise<Inspection> {
  const frame = visit.page.frames().find((candidate) => candidate.url().includes('127.0.0.1'))
  if (!frame) throw new Error('the sidebar is not open')
  await frame.evaluate(axe.source)
  return await frame.evaluate(async () => {
    const { axe } = globalThis as typeof globalThis & { axe: { run(): Promise<AxeResults> } }
    const { violations } = await axe.run()
    const { scrollWidth, clientWidth } = document.documentElement
    return {
      faults: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)),
      sideways: scrollWidth - clientWidth,
      width: clientWidth,
    }
  })
}
