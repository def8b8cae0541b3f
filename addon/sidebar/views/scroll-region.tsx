// Regions that scroll by themselves; each can be reached and scrolled by keyboard and says what it is.
import type { ComponentChildren, Ref } from 'preact'

type Region = { label: string; children: ComponentChildren }

/** The scrolling part of a view, above its footer. `start` marks it as what gets the focus when the view opens. */
export function Body(props: Region & { start?: boolean; inner?: Ref<HTMLElement>; onScroll?: () => void }) {
  const { label, children, start, inner = null, onScroll } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard can't scroll.
    <main class="body" tabIndex={0} data-focus={start} aria-label={label} ref={inner} onScroll={onScroll}>
      {children}
    </main>
  )
}

/** A table that may be wider or taller than its place. */
export function Grid({ label, tall = false, children }: Region & { tall?: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard can't scroll.
    <section class={tall ? 'grid tall' : 'grid'} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
