// What a protocol brings to the port: how a request is written and how the payloads of its answer are read.
import type { Json } from './json-values.ts'
import type { ModelRequest } from './model.ts'
import type { ModelFeed } from './model-feed.ts'

/** Where requests go: OpenAI itself, Azure, or another server that speaks the same. */
export type Provider = 'openai' | 'azure' | 'compatible'

export type RequestOptions = {
  model: string
  provider: Provider
  max_output_tokens?: number | undefined
  reasoning_effort?: string | undefined
  /** Whether tools are marked strict. */
  strict: boolean
  /** Parameters that the server was found not to take. */
  without: ReadonlySet<string>
}

/** Reads one answer and tells it to the feed it was made with. Throws `AnswerFailed`. */
export type AnswerReader = {
  read(payload: Json, event: string): void
  /** Nothing more comes. `done`: the server said so itself, by `[DONE]`. Tells the end. */
  close(done: boolean): void
  /** Whether it is known how the answer ended, though more may come. */
  settled(): boolean
}

export type Protocol = {
  path: string
  body(request: ModelRequest, options: RequestOptions): Json
  createReader(feed: ModelFeed, model: string): AnswerReader
}
