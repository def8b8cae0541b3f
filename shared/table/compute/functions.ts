// The functions a row expression may use, all of them pure: what they are called, what they take, what they do.
import type { ExpressionFunction } from './call.ts'
import { dateFunctions } from './functions-dates.ts'
import { logicFunctions } from './functions-logic.ts'
import { numberFunctions } from './functions-numbers.ts'
import { textFunctions } from './functions-text.ts'

const all = { ...logicFunctions, ...numberFunctions, ...textFunctions, ...dateFunctions }

export type FunctionName = keyof typeof all

export const functions: Record<FunctionName, ExpressionFunction> = all

/** All of them, for a sentence. */
export const functionNames = Object.keys(all).join(', ')
