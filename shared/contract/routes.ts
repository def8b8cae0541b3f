// Method and path of every operation, without schemas, so that the sidebar can import it for a few bytes.

export const basePath = '/api/v1'

export const routes = {
  getAbout: { method: 'GET', path: '/about' },
  register: { method: 'POST', path: '/auth/register' },
  login: { method: 'POST', path: '/auth/login' },
  signInWithGoogle: { method: 'POST', path: '/auth/google' },
  getMe: { method: 'GET', path: '/auth/me' },
  createConversation: { method: 'POST', path: '/chat/conversations' },
  listConversations: { method: 'GET', path: '/chat/conversations' },
  getConversation: { method: 'GET', path: '/chat/conversations/{id}' },
  updateConversation: { method: 'PATCH', path: '/chat/conversations/{id}' },
  deleteConversation: { method: 'DELETE', path: '/chat/conversations/{id}' },
  sendMessage: { method: 'POST', path: '/chat/conversations/{id}/messages' },
  listMessages: { method: 'GET', path: '/chat/conversations/{id}/messages' },
  getMessageEvents: { method: 'GET', path: '/chat/conversations/{id}/messages/{message_id}/events' },
  cancelMessage: { method: 'POST', path: '/chat/conversations/{id}/messages/{message_id}/cancel' },
  uploadFile: { method: 'POST', path: '/files' },
  listConversationTables: { method: 'GET', path: '/chat/conversations/{id}/tables' },
  getTable: { method: 'GET', path: '/tables/{table_id}' },
  listRows: { method: 'GET', path: '/tables/{table_id}/rows' },
  listTemplates: { method: 'GET', path: '/export/templates' },
  getTemplate: { method: 'GET', path: '/export/templates/{template_id}' },
} as const

export type OperationName = keyof typeof routes
