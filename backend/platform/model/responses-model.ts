// The model port over OpenAI's Responses API, for OpenAI itself and servers that speak the same.
import type { ModelPort } from './model.ts'
import type { ModelOptions } from './model-options.ts'
import { toResponsesBody } from './responses-body.ts'
import { createResponsesReader } from './responses-events.ts'
import { createStreamingModel } from './streaming-model.ts'

/** A model behind the Responses API. */
export const createResponsesModel = (options: ModelOptions): ModelPort =>
  createStreamingModel(options, { path: '/responses', body: toResponsesBody, createReader: createResponsesReader })
