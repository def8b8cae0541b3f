// Takes files that are dropped anywhere on the conversation.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { attachFiles } from '../actions/attach.ts'
import { useApp } from '../app-context.ts'

export function DropZone({ children }: { children: ComponentChildren }) {
  const app = useApp()
  const [over, setOver] = useState(false)
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button beside the composer does the same.
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (!holdsFiles(event)) return
        event.preventDefault()
        attachFiles(app, event.dataTransfer?.files ?? [])
      }}
    >
      {children}
      {over && (
        <p class="drop-hint" aria-hidden="true">
          Drop the file here
        </p>
      )}
    </div>
  )
}
