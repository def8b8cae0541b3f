// Makes the model port that the settings ask for.
import { createChatModel } from './chat-model.ts'
import type { ModelPort } from './model.ts'
import type { ModelOptions } from './model-options.ts'
import { createResponsesModel } from './responses-model.ts'

/** A model behind the API that `api` names. */
export const createModel = ({ api, ...options }: ModelOptions & { api: 'responses' | 'chat' }): ModelPort =>
  api === 'chat' ? createChatModel(options) : createResponsesModel(options)
