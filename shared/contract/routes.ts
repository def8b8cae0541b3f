// Method and path of every operation, and which are open, without schemas: the sidebar imports it for a few bytes.

export const basePath = '/api/v1'

/** `open` ones work without a bearer token. */
export const routes = {
  getAbout: { method: 'GET', path: '/about', open: true },
  register: { method: 'POST', path: '/auth/register', open: true },
  login: { method: 'POST', path: '/auth/login', open: true },
  signInWithGoogle: { method: 'POST', path: '/auth/google', open: true },
  refreshSession: { method: 'POST', path: '/auth/refresh', open: true },
  logout: { method: 'POST', path: '/auth/logout' },
  getMe: { method: 'GET', path: '/auth/me' },
  updateMe: { method: 'PATCH', path: '/auth/me' },
  verifyEmail: { method: 'POST', path: '/auth/email/verify', open: true },
  sendVerification: { method: 'POST', path: '/auth/email/verify/send' },
  forgotPassword: { method: 'POST', path: '/auth/password/forgot', open: true },
  resetPassword: { method: 'POST', path: '/auth/password/reset', open: true },
  linkGoogle: { method: 'POST', path: '/auth/google/link' },
  unlinkGoogle: { method: 'DELETE', path: '/auth/google/link' },
  listKeys: { method: 'GET', path: '/auth/keys' },
  createKey: { method: 'POST', path: '/auth/keys' },
  deleteKey: { method: 'DELETE', path: '/auth/keys/{id}' },
  exportAccount: { method: 'GET', path: '/account/export' },
  deleteAccount: { method: 'DELETE', path: '/account' },
  listAudit: { method: 'GET', path: '/account/audit' },
  createConversation: { method: 'POST', path: '/chat/conversations' },
  listConversations: { method: 'GET', path: '/chat/conversations' },
  getConversation: { method: 'GET', path: '/chat/conversations/{id}' },
  updateConversation: { method: 'PATCH', path: '/chat/conversations/{id}' },
  deleteConversation: { method: 'DELETE', path: '/chat/conversations/{id}' },
  restoreConversation: { method: 'POST', path: '/chat/conversations/{id}/restore' },
  sendMessage: { method: 'POST', path: '/chat/conversations/{id}/messages' },
  listMessages: { method: 'GET', path: '/chat/conversations/{id}/messages' },
  getMessage: { method: 'GET', path: '/chat/conversations/{id}/messages/{message_id}' },
  getMessageEvents: { method: 'GET', path: '/chat/conversations/{id}/messages/{message_id}/events' },
  cancelMessage: { method: 'POST', path: '/chat/conversations/{id}/messages/{message_id}/cancel' },
  editMessage: { method: 'PATCH', path: '/chat/conversations/{id}/messages/{message_id}' },
  regenerateMessage: { method: 'POST', path: '/chat/conversations/{id}/messages/{message_id}/regenerate' },
  continueMessage: { method: 'POST', path: '/chat/conversations/{id}/messages/{message_id}/continue' },
  estimateMessage: { method: 'POST', path: '/chat/estimate' },
  uploadFile: { method: 'POST', path: '/files' },
  listFiles: { method: 'GET', path: '/files' },
  getFile: { method: 'GET', path: '/files/{file_id}' },
  deleteFile: { method: 'DELETE', path: '/files/{file_id}' },
  listConversationTables: { method: 'GET', path: '/chat/conversations/{id}/tables' },
  getTable: { method: 'GET', path: '/tables/{table_id}' },
  updateTable: { method: 'PATCH', path: '/tables/{table_id}' },
  listRows: { method: 'GET', path: '/tables/{table_id}/rows' },
  downloadTable: { method: 'GET', path: '/tables/{table_id}/download' },
  listTableVersions: { method: 'GET', path: '/tables/{table_id}/history' },
  getEvidence: { method: 'GET', path: '/tables/{table_id}/evidence' },
  extract: { method: 'POST', path: '/extract' },
  listTemplates: { method: 'GET', path: '/export/templates' },
  createTemplate: { method: 'POST', path: '/export/templates/create' },
  learnTemplate: { method: 'POST', path: '/export/templates/learn' },
  importTemplate: { method: 'POST', path: '/export/templates/import' },
  getTemplate: { method: 'GET', path: '/export/templates/{template_id}' },
  updateTemplate: { method: 'PATCH', path: '/export/templates/{template_id}' },
  deleteTemplate: { method: 'DELETE', path: '/export/templates/{template_id}' },
  listTemplateVersions: { method: 'GET', path: '/export/templates/{template_id}/history' },
  exportTemplate: { method: 'GET', path: '/export/templates/{template_id}/export' },
  createPlan: { method: 'POST', path: '/export/plan' },
  saveReceipt: { method: 'POST', path: '/export/receipts' },
  listReceipts: { method: 'GET', path: '/export/receipts' },
  listExports: { method: 'GET', path: '/export/sheets' },
  createExport: { method: 'POST', path: '/export/sheets/create' },
  getExport: { method: 'GET', path: '/export/sheets/{sheet_id}' },
  getExportStatus: { method: 'GET', path: '/export/sheets/{sheet_id}/status' },
  deleteExport: { method: 'DELETE', path: '/export/sheets/{sheet_id}' },
  cancelExport: { method: 'POST', path: '/export/sheets/{sheet_id}/cancel' },
  updateExport: { method: 'POST', path: '/export/sheets/{sheet_id}/update' },
  listPermissions: { method: 'GET', path: '/export/sheets/{sheet_id}/permissions' },
  grantPermission: { method: 'POST', path: '/export/sheets/{sheet_id}/permissions' },
  revokePermission: { method: 'DELETE', path: '/export/sheets/{sheet_id}/permissions/{id}' },
  authorizeGoogle: { method: 'GET', path: '/google/authorize' },
  googleCallback: { method: 'GET', path: '/google/callback', open: true },
  listGoogleConnections: { method: 'GET', path: '/google/connections' },
  disconnectGoogle: { method: 'DELETE', path: '/google/connections/{id}' },
  getUsage: { method: 'GET', path: '/usage' },
} as const

export type OperationName = keyof typeof routes

/** The operations that work without a bearer token. */
export type OpenOperationName = {
  [N in OperationName]: (typeof routes)[N] extends { open: true } ? N : never
}[OperationName]

export function isOpen(name: OperationName): name is OpenOperationName {
  return 'open' in routes[name]
}
