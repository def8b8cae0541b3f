// What the model of the stream bench says, so that whoever reads it can tell whether all of it came.

/** `firstAfterMs` is the range in which the first piece comes, `pauseMs` passes between pieces. */
export type Script = { words: number; rows: number; pauseMs: number; firstAfterMs: [number, number] }

/** Microseconds of a clock that all processes of the machine share. */
export const microseconds = (): number => Number(process.hrtime.bigint() / 1000n)

export const stampNow = (): string => `@${microseconds()}@`

/** All stamps in a text, and the text without them. */
export const stampPattern = /@(\d+)@/g

export const wordOf = (name: string, index: number): string => `${name}-w${index}`

export const rowOf = (name: string, index: number): [string, number] => [`${name}-r${index}`, index * 3]

/** All that a stream's text says, without the stamps. */
export const wholeText = (name: string, script: Script): string =>
  Array.from({ length: script.words }, (_, index) => ` ${wordOf(name, index)} `).join('')
