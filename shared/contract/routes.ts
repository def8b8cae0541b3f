// Method and path of every operation, and which are open, without schemas: the sidebar imports it for a few bytes.

export const basePath = '/api/v1'

/** `open` ones work without a bearer token. */
export const routes = {
  getAbout: { method: 'GET', path: '/about', open: true },
  register: { method: 'POST', path: '/auth/register', open: true },
  login: { method: 'POST', path: '/auth/login', open: true },
  signInWithGoogle: { method: 'POST', path: '/auth/google', open: true },
  getMe: { method: 'GET', path: '/auth/me' },
  listAudit: { method: 'GET', path: '/account/audit' },
  createConversation: { method: 'POST', path: '/chat/conversations' },
  listConversations: { method: 'GET', path: '/chat/conversations' },
  getConversation: { method: 'GET', path: '/chat/conversations/{id}' },
  updateConversation: { method: 'PATCH', path: '/chat/conversations/{id}' },
  deleteConversation: { method: 'DELETE', path: '/chat/conversations/{id}' },
  sendMessage: { method: 'POST', path: '/chat/conversations/{id}/messages' },
  listMessages: { method: 'GET', path: '/chat/conversations/{id}/messages' },
  getMessageEvents: { method: 'GET', path: '/chat/conversations/{id}/messages/{message_id}/events' },
  cancelMessage: { method: 'POST', path: '/chat/conversations/{id}/messages/{message_id}/cancel' },
  editMessage: { method: 'PATCH', path: '/chat/conversations/{id}/messages/{message_id}' },
  regenerateMessage: { method: 'POST', path: '/chat/conversations/{id}/messages/{message_id}/regenerate' },
  continueMessage: { method: 'POST', path: '/chat/conversations/{id}/messages/{message_id}/continue' },
  estimateMessage: { method: 'POST', path: '/chat/estimate' },
  uploadFile: { method: 'POST', path: '/files' },
  listConversationTables: { method: 'GET', path: '/chat/conversations/{id}/tables' },
  getTable: { method: 'GET', path: '/tables/{table_id}' },
  updateTable: { method: 'PATCH', path: '/tables/{table_id}' },
  listRows: { method: 'GET', path: '/tables/{table_id}/rows' },
  downloadTable: { method: 'GET', path: '/tables/{table_id}/download' },
  listTableVersions: { method: 'GET', path: '/tables/{table_id}/history' },
  getEvidence: { method: 'GET', path: '/tables/{table_id}/evidence' },
  listTemplates: { method: 'GET', path: '/export/templates' },
  createTemplate: { method: 'POST', path: '/export/templates/create' },
  learnTemplate: { method: 'POST', path: '/export/templates/learn' },
  importTemplate: { method: 'POST', path: '/export/templates/import' },
  getTemplate: { method: 'GET', path: '/export/templates/{template_id}' },
  updateTemplate: { method: 'PATCH', path: '/export/templates/{template_id}' },
  deleteTemplate: { method: 'DELETE', path: '/export/templates/{template_id}' },
  listTemplateVersions: { method: 'GET', path: '/export/templates/{template_id}/history' },
  exportTemplate: { method: 'GET', path: '/export/templates/{template_id}/export' },
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
