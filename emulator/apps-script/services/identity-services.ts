// Session and ScriptApp: who is at the sheet, and the project itself.
import { createHash, randomBytes } from 'node:crypto'
import { instance, number, string } from '../arguments.ts'
import { AuthModeEnum, AuthorizationStatus, enumConstants, InstallationSource, member, scriptEnums } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { SpreadsheetKind } from '../kinds.ts'
import { defineKind, Handle, type Methods, make, SELF } from '../service.ts'
import { triggerBuilder, triggerHandle, triggerOf } from './triggers.ts'
import { userHandle } from './users.ts'

type StateToken = { method: string; arguments: Record<string, string>; timeout: number }

const SessionKind = defineKind<null>('Session')
const ScriptAppKind = defineKind<null>('ScriptApp')
const AuthorizationKind = defineKind<null>('ScriptApp.AuthorizationInfo')
const ServiceKind = defineKind<null>('ScriptApp.Service')
const StateTokenKind = defineKind<StateToken>('ScriptApp.StateTokenBuilder')

const person = (_self: null, _args: readonly unknown[], run: Execution) => userHandle(run.shared.user.email)
const zone = (_self: null, _args: readonly unknown[], run: Execution) => run.shared.scriptTimeZone

Object.assign(SessionKind.methods, {
  getActiveUser: person,
  getEffectiveUser: person,
  getUser: person,
  getScriptTimeZone: zone,
  getTimeZone: zone,
  getActiveUserLocale: (_self, _args, run) => run.shared.user.locale,
  getTemporaryActiveUserKey: (_self, _args, run) =>
    createHash('sha256').update(`${run.shared.scriptId} ${run.shared.user.sub}`).digest('base64').slice(0, 40),
} satisfies Methods<null>)

Object.assign(ScriptAppKind.methods, {
  getIdentityToken: (_self, _args, run) => run.shared.identity.idToken(run.shared.user),
  /** A token that only looks like one: nothing here takes it. */
  getOAuthToken: (_self, _args, run) =>
    `ya29.${createHash('sha512').update(`${run.shared.scriptId} ${run.shared.user.sub}`).digest('base64url')}`,
  getScriptId: (_self, _args, run) => run.shared.scriptId,
  getProjectKey: (_self, _args, run) => run.shared.scriptId,
  getAuthorizationInfo: () => make(AuthorizationKind, null),
  getInstallationSource: () => member(InstallationSource, 'NONE'),
  getService: () => make(ServiceKind, null),
  invalidateAuth: () => undefined,
  requireAllScopes: () => undefined,
  requireScopes: () => undefined,
  newStateToken: () => make(StateTokenKind, { method: '', arguments: {}, timeout: 60 }),
  newTrigger: (_self, args) => triggerBuilder(string(args, 0)),
  getProjectTriggers: (_self, _args, run) => run.shared.stores.triggers.map(triggerHandle),
  getScriptTriggers: (_self, _args, run) => run.shared.stores.triggers.map(triggerHandle),
  getUserTriggers: (_self, args, run) => {
    const id = args[0] instanceof Handle ? instance(args, 0, SpreadsheetKind).workbook.id : null
    return run.shared.stores.triggers.filter(({ sourceId }) => sourceId === id).map(triggerHandle)
  },
  deleteTrigger: (_self, args, run) => {
    const gone = triggerOf(args[0])
    run.shared.stores.triggers = run.shared.stores.triggers.filter(({ id }) => id !== gone.id)
  },
} satisfies Methods<null>)
Object.assign(ScriptAppKind.constants, enumConstants(scriptEnums))

Object.assign(AuthorizationKind.methods, {
  getAuthorizationUrl: () => null,
  getAuthorizationStatus: () => member(AuthorizationStatus, 'NOT_REQUIRED'),
  getAuthorizedScopes: () => [],
} satisfies Methods<null>)

Object.assign(ServiceKind.methods, {
  getUrl: () => null,
  isEnabled: () => false,
} satisfies Methods<null>)

Object.assign(StateTokenKind.methods, {
  withMethod: (self, args) => {
    self.method = string(args, 0)
    return SELF
  },
  withArgument: (self, args) => {
    self.arguments[string(args, 0)] = string(args, 1)
    return SELF
  },
  withTimeout: (self, args) => {
    self.timeout = number(args, 0)
    return SELF
  },
  createToken: () => randomBytes(48).toString('base64url'),
} satisfies Methods<StateToken>)

/** The event object of `onOpen` and menu clicks names the mode it runs in. */
export function authModeMember(mode: string) {
  return member(AuthModeEnum, mode)
}

export const session = make(SessionKind, null)
export const scriptApp = make(ScriptAppKind, null)
