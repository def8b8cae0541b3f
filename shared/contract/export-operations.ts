// Operations of exports to Google Sheets, and of clients that write tables themselves.
import * as exports from './export-schemas.ts'
import type { Operation } from './operation.ts'
import * as permissions from './permission-schemas.ts'
import { PageQuery, page } from './schemas.ts'

const googleProblems = [
  'google_not_connected',
  'google_reconnect',
  'google_failed',
  'google_unreachable',
  'google_busy',
  'spreadsheet_missing',
  'spreadsheet_closed',
] as const

export const exportOperations = {
  createPlan: {
    scope: 'exports:read',
    summary: 'Plan the write of a table for a client that writes itself',
    description:
      'Answers with the edits, cell by cell, and with what they would change. Nothing is written and nothing is kept. `place` is what the client has read of the spreadsheet; where it has changed since, plan again.',
    body: exports.PlanBody,
    status: 200,
    response: exports.PlanAnswer,
    problems: [
      'not_found',
      'already_answering',
      'plan_refused',
      'spreadsheet_closed',
      'table_too_large',
      'message_too_long',
    ],
  },
  saveReceipt: {
    scope: 'exports:write',
    summary: 'Keep what a client has written by itself',
    description: 'The same `operation_id` again gets the receipt that was kept first.',
    body: exports.ReceiptBody,
    status: 201,
    response: exports.StoredReceipt,
    problems: [],
  },
  listReceipts: {
    scope: 'exports:read',
    summary: 'List what clients have written by themselves, the latest first',
    query: exports.ReceiptsQuery,
    status: 200,
    response: page(exports.StoredReceipt),
    problems: [],
  },
  listExports: {
    scope: 'exports:read',
    summary: 'List the exports, the latest first',
    query: PageQuery,
    status: 200,
    response: page(exports.SheetExport),
    problems: [],
  },
  createExport: {
    scope: 'exports:write',
    summary: 'Export a table to a new spreadsheet in your Google account',
    description:
      'Answers at once; a job writes, exactly once whatever fails on the way. Follow it under `…/status`. Up to 10 million cells go in; large tables appear as a whole when their last part has come.',
    body: exports.ExportBody,
    status: 202,
    response: exports.SheetExport,
    problems: ['not_found', 'already_answering', 'google_not_connected', 'google_reconnect', 'google_not_configured'],
  },
  getExport: {
    scope: 'exports:read',
    summary: 'Read an export',
    params: exports.ExportParams,
    status: 200,
    response: exports.SheetExport,
    problems: ['not_found'],
  },
  getExportStatus: {
    scope: 'exports:read',
    summary: 'Read how far an export is: state, progress, errors, receipts and the link',
    description: 'Carries an `ETag`: asked with `If-None-Match`, it answers 304 until something has changed.',
    params: exports.ExportParams,
    query: exports.StatusQuery,
    tagged: true,
    status: 200,
    response: exports.ExportStatus,
    problems: ['not_found'],
  },
  deleteExport: {
    scope: 'exports:write',
    summary: 'Forget an export; the spreadsheet stays in your Drive',
    description: 'What still waits or runs is cancelled.',
    params: exports.ExportParams,
    status: 204,
    problems: ['not_found'],
  },
  cancelExport: {
    scope: 'exports:write',
    summary: 'Cancel what waits or runs of an export',
    description:
      'What waits is cancelled at once. What runs ends between two calls to Google, and takes away what nobody has seen of it; a write that was just finished stays. What is over already is left as it is.',
    params: exports.ExportParams,
    status: 202,
    response: exports.ExportStatus,
    problems: ['not_found'],
  },
  updateExport: {
    scope: 'exports:write',
    summary: 'Write more into an exported spreadsheet: append, replace or merge',
    description:
      'Answers at once; a job writes. Updates of one export are written one after the other, in the order they came. `append` of the exported table itself adds the rows that came since. Where `create` failed or was cancelled, an update without `data` begins it again, as the same export: whatever is left of the first try is found.',
    params: exports.ExportParams,
    body: exports.ExportUpdateBody,
    status: 202,
    response: exports.ExportStatus,
    problems: [
      ...(['not_found', 'already_answering', 'export_unwritten', 'message_too_long', 'table_too_large'] as const),
      ...(['google_not_connected', 'google_reconnect', 'google_not_configured'] as const),
    ],
  },
  listPermissions: {
    scope: 'exports:read',
    summary: 'List who may open an exported spreadsheet',
    params: exports.ExportParams,
    status: 200,
    response: page(permissions.Permission),
    problems: ['not_found', 'export_unwritten', ...googleProblems],
  },
  grantPermission: {
    scope: 'exports:write',
    summary: 'Let somebody open an exported spreadsheet',
    params: exports.ExportParams,
    body: permissions.PermissionBody,
    status: 201,
    response: permissions.Permission,
    problems: ['not_found', 'export_unwritten', 'sharing_refused', ...googleProblems],
  },
  revokePermission: {
    scope: 'exports:write',
    summary: 'Take a permission of an exported spreadsheet back',
    params: exports.PermissionParams,
    status: 204,
    problems: ['not_found', 'export_unwritten', 'sharing_refused', ...googleProblems],
  },
} as const satisfies Record<string, Operation>
