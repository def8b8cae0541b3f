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
    params: TableParams,
    query: tables.TableRowsQuery,
    status: 200,
    response: schemas.RowsPage,
    problems: ['not_found'],
  },
  downloadTable: {
    scope: 'tables:read',
    summary: 'Download a table as CSV, Excel workbook or JSON',
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
    params: TableParams,
    query: tables.EvidenceQuery,
    status: 200,
    response: tables.CellEvidence,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Operation>
