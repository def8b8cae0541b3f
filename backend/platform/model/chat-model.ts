// The model port over Chat Completions, which OpenAI, Azure and nearly every other model server speak.
import { toChatBody } from './chat-body.ts'
import { createChatReader } from './chat-events.ts'
import type { ModelPort } from './model.ts'
import type { ModelOptions } from './model-options.ts'
import { createStreamingModel } from './streaming-model.ts'

/** A model behind Chat Completions. */
export const createChatModel = (options: ModelOptions): ModelPort =>
  createStreamingModel(options, { path: '/chat/completions', body: toChatBody, createReader: createChatReader })
