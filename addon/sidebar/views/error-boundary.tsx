// Catches a fault in drawing, so that the panel is never blank.
import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { Notice } from './notice.tsx'

export function ErrorBoundary({ children }: { children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary()
  if (error === undefined) return <>{children}</>
  return (
    <main class="body">
      <Notice
        tone="bad"
        title="The sidebar could not be drawn."
        remedies={[{ label: 'Reload the sidebar', act: reset }]}
        alert
      >
        Nothing was written to the sheet, and your messages are kept on the server. If it happens again, close the
        sidebar and open it from the menu.
      </Notice>
    </main>
  )
}
