// Which calls each authorization mode permits, after Google's table for editor add-ons.
import type { Kind } from './service.ts'

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL'

const always = ['Logger', 'console', 'Utilities', 'Browser.Buttons', 'SpreadsheetApp.Menu']
const alwaysCalls = new Set([
  'SpreadsheetApp.getUi',
  'SpreadsheetApp.Ui.createMenu',
  'SpreadsheetApp.Ui.createAddonMenu',
  'Session.getActiveUserLocale',
  'Session.getTemporaryActiveUserKey',
])
const fullOnly = [
  'SpreadsheetApp.Ui',
  'UrlFetchApp',
  'ScriptApp',
  'HtmlService',
  'Session.getActiveUser',
  'Session.getEffectiveUser',
]

/** Throws Google's error when a mode does not permit the call. */
export function demandPermission(mode: AuthMode, { name: kind, isEnum }: Kind<never>, method: string): void {
  if (mode === 'FULL' || method === 'toString' || isEnum) return
  const call = `${kind}.${method}`
  const within = (names: string[]) => names.some((name) => kind === name || call === name)
  if (alwaysCalls.has(call) || within(always)) return
  if (mode !== 'NONE' && !within(fullOnly)) return
  throw new Error(`You do not have permission to call ${call}`)
}
