// Feeds JSON text to an incremental parser piece by piece and tells of every finished array and string.
import { parse } from 'jsonriver'

/** Called with a finished value and where it stands in the document. */
export type OnValue = (value: unknown, path: (string | number)[]) => void

export type JsonFeed = {
  /** Resolves when `piece` has been read and all it completes was told. After a fault it does nothing. */
  feed(piece: string): Promise<void>
  /** Resolves with true when the document is whole and valid. */
  end(): Promise<boolean>
}

/** `wanted` keeps the costly path for values that matter: those that it lets through are told. */
export const createJsonFeed = (wanted: (value: unknown) => boolean, onValue: OnValue): JsonFeed => {
  let pieces: string[] = []
  let closed = false
  let fault = false
  let hungry = () => {}
  let fed = () => {}

  async function* source(): AsyncGenerator<string> {
    while (true) {
      const piece = pieces.shift()
      if (piece !== undefined) {
        yield piece
        continue
      }
      // Asking for more means that the pieces before have been read to their end.
      fed()
      if (closed) return
      await new Promise<void>((resolve) => {
        hungry = resolve
      })
    }
  }

  const completeCallback = (value: unknown, path: { segments(): (string | number)[] }) => {
    if (wanted(value)) onValue(value, path.segments())
  }

  const running = (async () => {
    try {
      for await (const _ of parse(source(), { completeCallback })) {
        // Values are taken from the callback; the growing whole is of no use here.
      }
    } catch {
      fault = true
    } finally {
      fed()
    }
  })()

  return {
    async feed(piece) {
      if (fault || piece === '') return
      const read = new Promise<void>((resolve) => {
        fed = resolve
      })
      pieces.push(piece)
      hungry()
      await read
    },
    async end() {
      closed = true
      pieces = []
      hungry()
      await running
      return !fault
    },
  }
}
