// The page's calls to its own server, and the events that come back.
import type { Box } from '../../workbook/workbook.ts'
import type { PageEvent, SheetView, StateView } from '../view.ts'

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(
    `/api${path}`,
    body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  )
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message ?? 'The local sheet did not answer.')
  return answer
}

export const api = {
  open: () => ask<StateView>('/open', {}),
  state: () => ask<StateView>('/state'),
  menu: (functionName: string) => ask<StateView>('/menu', { functionName }),
  closePanel: (token: string) => ask<StateView>(`/panels/${token}/close`, {}),
  addSheet: () => ask<StateView>('/sheets', {}),
  sheet: (id: number) => ask<SheetView>(`/sheets/${id}`),
  select: (id: number, box: Box | null) => ask(`/sheets/${id}/select`, { box }),
  type: (id: number, row: number, column: number, texts: string[][]) =>
    ask(`/sheets/${id}/cells`, { row, column, texts }),
  clear: (id: number, box: Box) => ask(`/sheets/${id}/clear`, { box }),
  tick: (id: number, row: number, column: number, checked: boolean) =>
    ask(`/sheets/${id}/tick`, { row, column, checked }),
}

/** Hears the server; after a broken connection everything may have changed, so that is reported as a change. */
export function listen(hear: (event: PageEvent) => void): void {
  const source = new EventSource('/api/events')
  let broken = false
  source.onmessage = (message) => hear(JSON.parse(message.data))
  source.onerror = () => {
    broken = true
  }
  source.onopen = () => {
    if (broken) location.reload()
    broken = false
  }
}
