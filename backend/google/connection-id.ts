// Makes the id of a connection: an account that is connected anew is the connection that it was.
import { createHash } from 'node:crypto'
import type { Owner } from './store.ts'

/** A UUID of version 8 (RFC 9562): what was exported with an account names its connection, which may be gone in between. */
export function connectionIdOf({ workspaceId, userId }: Owner, sub: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['connection', workspaceId, userId, sub]))
    .digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
