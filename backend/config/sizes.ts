// The variables that lower how much is taken at once.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'

const atMost = (most: number) =>
  [
    z.coerce.number().int().min(1).max(most).default(most),
    `Set a number from 1 to ${most}, or leave it out for the most there is.`,
  ] as const

/** The most that there is stands in the contract: clients rely on it as an upper bound. */
export const sizeVariables = {
  MESSAGE_BYTES: atMost(limits.messageBytes),
  FILE_BYTES: atMost(limits.fileBytes),
  STREAMS_PER_USER: atMost(limits.streamsPerUser),
}

/** Bytes of a message's text and of a file, and how many replies a person may follow at once. */
export type Sizes = { messageBytes: number; fileBytes: number; streamsPerUser: number }

export const sizesOf = (values: Record<keyof typeof sizeVariables, number>): Sizes => ({
  messageBytes: values.MESSAGE_BYTES,
  fileBytes: values.FILE_BYTES,
  streamsPerUser: values.STREAMS_PER_USER,
})
