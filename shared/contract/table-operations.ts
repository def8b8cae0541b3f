// Operations of tables: their rows, versions, evidence and files.
import { ConversationParams, IfMatch, type Operation, TableParams } from './operation.ts'
import * as schemas from './schemas.ts'
import * as tables from './table-schemas.ts'

export const tableOperations = {
  listConversationTables: {
    scope: 'tables:read',
    summary: 'List the tables of a conversation',
    params: ConversationParams,
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(schemas.TableHead),
    problems: ['not_found'],
  },
  getTable: {
    scope: 'tables:read',
    summary: 'Read a table’s title, columns, counts and receipt',
    params: TableParams,
    query: tables.TableQuery,
    status: 200,
    response: schemas.TableHead,
    problems: ['not_found'],
  },
  updateTable: {
    scope: 'tables:write',
    summary: 'Change a table’s title, columns and cells by hand, which makes its next version',
    description:
      'What is left out stays. Cells are set by row (from 0) and column key; a text is read as the column’s type. `confirm` keeps a value that stands in no source.',
    params: TableParams,
    headers: IfMatch,
    body: tables.TableBody,
    status: 200,
    response: schemas.TableHead,
    problems: ['not_found', 'stale', 'already_answering'],
  },
  listRows: {
    scope: 'tables:read',
    summary: 'Read a table’s rows with the evidence of their cells, page by page',
    description:
      'Cells stand in the order of the columns. `evidence` says of each where it comes from; rows that the reader cut out of their source have none.',
    params: TableParams,
    query: tables.TableRowsQuery,
    status: 200,
    response: schemas.RowsPage,
    problems: ['not_found'],
  },
  downloadTable: {
    scope: 'tables:read',
    summary: 'Download a table as CSV, Excel workbook or JSON',
    description:
      'In CSV, a text that a spreadsheet would take for a formula gets an apostrophe, unless `exact` asks for it as it is. A workbook keeps every type.',
    params: TableParams,
    query: tables.DownloadQuery,
    file: true,
    status: 200,
    problems: ['not_found', 'table_too_large'],
  },
  listTableVersions: {
    scope: 'tables:read',
    summary: 'List the versions of a table, the newest first',
    params: TableParams,
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(tables.TableVersion),
    problems: ['not_found'],
  },
  getEvidence: {
    scope: 'tables:read',
    summary: 'Read where the value of one cell comes from, with the words around it',
    description:
      '`quoted` values stand in a message, a file or a range, and the words around them come along; `computed` ones have a formula; `unsupported` ones stand nowhere.',
    params: TableParams,
    query: tables.EvidenceQuery,
    status: 200,
    response: tables.CellEvidence,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Operation>
