// The saved versions of a template; an earlier one can be brought back into the form.
import { useState } from 'preact/hooks'
import type { TemplateVersion } from '../../../../shared/contract/template-schemas.ts'
import { useApp } from '../../app-context.ts'
import { type Fault, faultOf } from '../../fault.ts'
import { type Draft, draftOf } from '../../template-draft.ts'
import { counted, whenWords } from '../../words.ts'
import { FaultNotice } from '../notice.tsx'

export function VersionList({ id, onBring }: { id: string; onBring: (draft: Draft) => void }) {
  const app = useApp()
  const [items, setItems] = useState<TemplateVersion[] | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const params = { template_id: id }

  const load = async () => {
    setFault(null)
    try {
      setItems((await app.api.call('listTemplateVersions', { params, query: { limit: 50 } })).items)
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  const bring = async (version: number) => {
    setFault(null)
    try {
      onBring(draftOf(await app.api.call('getTemplate', { params, query: { version } })))
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  return (
    <details class="card" onToggle={(event) => event.currentTarget.open && items === null && void load()}>
      <summary class="pad">Earlier versions</summary>
      <div class="pad lined">
        {fault !== null && <FaultNotice fault={fault} remedies={[{ label: 'Try again', act: load }]} />}
        {items?.map(({ version, name, created_at, columns }, at) => (
          <div key={version} class="row">
            <span class="grow">
              <b>{whenWords(created_at)}</b> <span dir="auto">{name}</span>, {counted(columns, 'column')}
            </span>
            {at === 0 ? (
              <span class="hint">now</span>
            ) : (
              <button type="button" class="link" onClick={() => bring(version)}>
                Bring back
              </button>
            )}
          </div>
        ))}
        {items !== null && items.length > 1 && (
          <p class="hint">What is brought back becomes a new version when you save.</p>
        )}
      </div>
    </details>
  )
}
