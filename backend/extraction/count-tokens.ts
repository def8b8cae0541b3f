// Counts tokens as the newer models of OpenAI do; the vocabulary is loaded when it is first needed.

export type CountTokens = (text: string) => number

/** In characters: runs without a break cost time by the square of their length, so no piece is longer than this. */
const piece = 1_000
/** Texts longer than this, in characters, are counted by samples of it. */
const longest = 60_000
const samples = 30

let loaded: Promise<CountTokens> | undefined

const load = async (): Promise<CountTokens> => {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base')
  // Marks of the vocabulary are plain text in what people write.
  const count = (text: string) => countTokens(text, { disallowedSpecial: new Set() })

  const countWhole = (text: string): number => {
    let tokens = 0
    for (let at = 0; at < text.length; at += piece) tokens += count(text.slice(at, at + piece))
    return tokens
  }

  return (text) => {
    if (text.length <= longest) return countWhole(text)
    const step = Math.floor((text.length - piece) / (samples - 1))
    let tokens = 0
    for (let sample = 0; sample < samples; sample += 1)
      tokens += count(text.slice(sample * step, sample * step + piece))
    return Math.round((tokens / (samples * piece)) * text.length)
  }
}

/** Answers a function that needs no more waiting. */
export const loadTokenCounter = (): Promise<CountTokens> => {
  loaded ??= load()
  return loaded
}

/** At most as many tokens as the text has: no token is shorter than a byte. */
export const mostTokens = (text: string): number => Buffer.byteLength(text)
