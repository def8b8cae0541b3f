// Session and ScriptApp: who is at the sheet, and the project itself.
import { createHash } from 'node:crypto'
import { AuthModeEnum, member } from '../enums.ts'
import { defineKind, type Methods, make } from '../service.ts'
import { userHandle } from './users.ts'

const SessionKind = defineKind<null>('Session')
const ScriptAppKind = defineKind<null>('ScriptApp')
const AuthorizationKind = defineKind<null>('ScriptApp.AuthorizationInfo')

Object.assign(SessionKind.methods, {
  getActiveUser: (_self, _args, run) => userHandle(run.shared.user.email),
  getEffectiveUser: (_self, _args, run) => userHandle(run.shared.user.email),
  getScriptTimeZone: (_self, _args, run) => run.shared.scriptTimeZone,
  getActiveUserLocale: (_self, _args, run) => run.shared.user.locale,
  getTemporaryActiveUserKey: (_self, _args, run) =>
    createHash('sha256').update(`${run.shared.scriptId} ${run.shared.user.sub}`).digest('base64').slice(0, 40),
} satisfies Methods<null>)

Object.assign(ScriptAppKind.methods, {
  getIdentityToken: (_self, _args, run) => run.shared.identity.idToken(run.shared.user),
  getScriptId: (_self, _args, run) => run.shared.scriptId,
  getAuthorizationInfo: () => make(AuthorizationKind, null),
  getProjectTriggers: () => [],
  getUserTriggers: () => [],
} satisfies Methods<null>)
Object.assign(ScriptAppKind.constants, { AuthMode: AuthModeEnum.holder })

Object.assign(AuthorizationKind.methods, {
  getAuthorizationUrl: () => null,
  getAuthorizationStatus: () => 'NOT_REQUIRED',
} satisfies Methods<null>)

/** The event object of `onOpen` and menu clicks names the mode it runs in. */
export function authModeMember(mode: string) {
  return member(AuthModeEnum, mode)
}

export const session = make(SessionKind, null)
export const scriptApp = make(ScriptAppKind, null)
