// The services every script finds as globals.
import type { Handle } from './service.ts'
import { contentService, mimeType } from './services/content.ts'
import { driveApp } from './services/drive.ts'
import { htmlService } from './services/html.ts'
import { scriptApp, session } from './services/identity-services.ts'
import { consoleHandle, logger } from './services/logging.ts'
import { spreadsheetApp } from './services/spreadsheet-app.ts'
import { cacheService, lockService, propertiesService } from './services/storage.ts'
import { browser } from './services/ui.ts'
import { urlFetchApp } from './services/url-fetch.ts'
import { utilities } from './services/utilities.ts'

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
  DriveApp: driveApp,
  ContentService: contentService,
  MimeType: mimeType,
  Browser: browser,
  Logger: logger,
  console: consoleHandle,
}
