// The limits that hold everywhere, in one table; the backend may lower them by configuration.

export const limits = {
  /** Text of one chat message, in bytes of UTF-8. What is longer goes up as a file. */
  messageBytes: 1_000_000,
  fileBytes: 50_000_000,
  /** A message with everything in it: 1 MB of text and the contents of a range beside it. */
  messageBodyBytes: 8_000_000,
  /** Every other body. */
  bodyBytes: 256_000,
  /** How deep a body may be nested; what the API takes is five levels deep. */
  bodyDepth: 100,
  /** UTF-16 code units of one text in a JSON body; the text of a message and the contents of a file have limits of their own. */
  fieldCharacters: 100_000,
  /** Items of one list in a JSON body, or fields of one object: rows of a range are such a list. */
  fieldItems: 1_000_000,
  /** Of an `Idempotency-Key`. */
  keyCharacters: 200,
  /** A longer answer is not kept by its `Idempotency-Key`: the same request sent again is worked on again. */
  keptAnswerBytes: 8_000_000,
  tableRows: 1_000_000,
  tableCells: 10_000_000,
  tableColumns: 1_000,
  /** Google's own limit for one cell. */
  cellCharacters: 50_000,
  pageItems: 100,
  /** Rows of a table in one page of `GET /tables/{id}/rows`. */
  pageRows: 5_000,
  streamsPerUser: 20,
  templatesPerWorkspace: 1_000,
  keysPerUser: 50,
  /** Updates that may wait for one spreadsheet. */
  waitingUpdates: 1_000,
} as const
