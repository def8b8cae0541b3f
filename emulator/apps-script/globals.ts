// The services every script finds as globals.
import { defineKind, type Handle, make } from './service.ts'
import { htmlService } from './services/html.ts'
import { scriptApp, session } from './services/identity-services.ts'
import { consoleHandle, logger } from './services/logging.ts'
import { spreadsheetApp } from './services/spreadsheet-app.ts'
import { cacheService, lockService, propertiesService } from './services/storage.ts'
import { utilities } from './services/utilities.ts'

/** Nothing leaves the machine through a script: every call of UrlFetchApp says it is not emulated. */
const urlFetchApp = make(defineKind<null>('UrlFetchApp'), null)

export const globals: Record<string, Handle> = {
  SpreadsheetApp: spreadsheetApp,
  PropertiesService: propertiesService,
  CacheService: cacheService,
  LockService: lockService,
  HtmlService: htmlService,
  Utilities: utilities,
  Session: session,
  ScriptApp: scriptApp,
  UrlFetchApp: urlFetchApp,
  Logger: logger,
  console: consoleHandle,
}
