// Steps through the text of a pattern.
import { PatternError } from './node.ts'

/** A place in a pattern that moves on with what is taken. */
export class Reader {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  done(): boolean {
    return this.at >= this.text.length
  }

  rest(): string {
    return this.text.slice(this.at)
  }

  sees(sign: string): boolean {
    return this.text.startsWith(sign, this.at)
  }

  take(sign: string): boolean {
    const found = this.sees(sign)
    if (found) this.at += sign.length
    return found
  }

  /** What a sticky expression finds here; nothing is taken when it finds nothing. */
  match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)
    if (found) this.at = sticky.lastIndex
    return found
  }

  /** The next character, whole. Throws `PatternError` at the end. */
  next(): string {
    const code = this.text.codePointAt(this.at)
    if (code === undefined) throw new PatternError('it ends too early')
    const found = String.fromCodePoint(code)
    this.at += found.length
    return found
  }
}
