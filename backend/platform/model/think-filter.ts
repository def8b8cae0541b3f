// Keeps a model's thinking, when it stands as <think>…</think> before the answer, out of the text people see.

const opening = /^<(think|thinking)>/i
const tags = ['<think>', '<thinking>']

export type ThinkFilter = {
  /** The visible and the thinking part of the next piece of text. */
  feed(text: string): { text: string; thought: string }
  /** What was held back and turns out to be visible. `alone`: nothing but this text makes the answer. */
  close(alone: boolean): string
}

/**
 * Only a block at the very beginning counts, and only one that ends: whatever else looks like a tag is text. A block
 * that never ends is given back at the close, when the answer would be empty without it.
 */
export const createThinkFilter = (): ThinkFilter => {
  let state: 'start' | 'inside' | 'after' | 'text' = 'start'
  let held = ''
  let closing = ''
  let whole: string[] = []

  const inside = (text: string): { text: string; thought: string } => {
    held += text
    whole.push(text)
    const end = held.toLowerCase().indexOf(closing)
    if (end === -1) {
      const safe = Math.max(0, held.length - closing.length + 1)
      const thought = held.slice(0, safe)
      held = held.slice(safe)
      return { text: '', thought }
    }
    const thought = held.slice(0, end)
    const rest = held.slice(end + closing.length)
    held = ''
    whole = []
    state = 'after'
    return { text: after(rest), thought }
  }

  /** The empty lines between the block and the answer go with the block. */
  const after = (text: string): string => {
    const rest = text.trimStart()
    if (rest !== '') state = 'text'
    return rest
  }

  const feed = (text: string): { text: string; thought: string } => {
    if (state === 'text') return { text, thought: '' }
    if (state === 'inside') return inside(text)
    if (state === 'after') return { text: after(text), thought: '' }
    held += text
    const begun = held.trimStart().toLowerCase()
    const tag = opening.exec(begun)
    if (tag) {
      const all = held
      state = 'inside'
      closing = `</${tag[1]}>`
      held = ''
      const cut = all.length - all.trimStart().length + tag[0].length
      whole.push(all.slice(0, cut))
      return inside(all.slice(cut))
    }
    if (tags.some((known) => known.startsWith(begun))) return { text: '', thought: '' }
    const visible = held
    held = ''
    state = 'text'
    return { text: visible, thought: '' }
  }

  return {
    feed,
    close: (alone) => {
      const rest = state === 'start' ? held : state === 'inside' && alone ? whole.join('') : ''
      state = 'text'
      held = ''
      whole = []
      return rest
    },
  }
}
