// The limits that hold everywhere, in one table; the backend may lower them by configuration.

export const limits = {
  /** Text of one chat message, in bytes of UTF-8. What is longer goes up as a file. */
  messageBytes: 1_000_000,
  fileBytes: 50_000_000,
  tableRows: 1_000_000,
  tableCells: 10_000_000,
  tableColumns: 1_000,
  /** Google's own limit for one cell. */
  cellCharacters: 50_000,
  pageItems: 100,
  /** Rows of a table in one page of `GET /tables/{id}/rows`. */
  pageRows: 5_000,
  streamsPerUser: 20,
} as const
