// Chooses the engine by the configuration: GPT when a model is configured, otherwise the built-in one.
import type { ModelWatch } from '../platform/model/model.ts'
import { type ModelConfig, openModel } from '../platform/model/open-model.ts'
import { createBuiltInEngine } from './built-in-engine.ts'
import type { Engine } from './engine.ts'
import { createGptEngine } from './gpt-engine.ts'

/** Null: no model is configured. */
export const createEngine = (model: ModelConfig | null, watch?: ModelWatch): Engine =>
  model ? createGptEngine(openModel(model, watch)) : createBuiltInEngine()
