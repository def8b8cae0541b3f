// What the audit log can say that somebody did, without schemas.

/** Each is a thing and what was done to it. A later version may know others: clients show what they do not know as it is. */
export const auditActions = [
  ...['account.create', 'account.update', 'account.export', 'account.delete', 'account.purge'],
  ...[
    'email.ask',
    'email.verify',
    'password.set',
    'password.forget',
    'password.reset',
    'identity.link',
    'identity.unlink',
  ],
  ...['session.start', 'session.refuse', 'session.end', 'session.revoke'],
  ...['key.create', 'key.revoke'],
  ...[
    'conversation.create',
    'conversation.update',
    'conversation.archive',
    'conversation.delete',
    'conversation.restore',
    'conversation.purge',
  ],
  ...['message.send', 'message.edit', 'message.regenerate', 'message.continue', 'message.cancel'],
  ...['file.upload', 'file.delete', 'text.extract'],
  ...['table.update', 'table.delete'],
  ...['template.create', 'template.update', 'template.delete'],
  ...['connection.create', 'connection.update', 'connection.delete'],
  ...['export.create', 'export.update', 'export.cancel', 'export.delete', 'receipt.create'],
  ...['permission.grant', 'permission.revoke'],
] as const

export type AuditAction = (typeof auditActions)[number]
