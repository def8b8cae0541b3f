// A template as a file or as text, for other people and for what the form has no field for.
import { useState } from 'preact/hooks'
import { templateFile } from '../../actions/templates.ts'
import { saveFile } from '../../save-file.ts'
import type { Draft } from '../../template-draft.ts'

export function TemplateFileCard({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const [wrong, setWrong] = useState(false)
  const take = (text: string) => {
    try {
      const { template } = JSON.parse(text)
      if (typeof template?.name !== 'string' || !Array.isArray(template.layout?.columns)) throw new Error('no template')
      onChange(template)
      setWrong(false)
    } catch {
      setWrong(true)
    }
  }
  return (
    <details class="card">
      <summary class="pad">As a file</summary>
      <div class="pad lined">
        <button
          type="button"
          class="btn out"
          onClick={() => saveFile(`${draft.name.trim() || 'Template'}.json`, 'application/json', templateFile(draft))}
        >
          Save as a file
        </button>
        <div class="field">
          <label for="template-json">As text, with all there is (conditional formats, a chart)</label>
          <textarea
            id="template-json"
            class="code"
            dir="ltr"
            rows={8}
            spellcheck={false}
            value={templateFile(draft)}
            onChange={(event) => take(event.currentTarget.value)}
          />
        </div>
        {wrong && (
          <p class="hint" role="alert">
            This text is no template any more. Take the last change back.
          </p>
        )}
      </div>
    </details>
  )
}
