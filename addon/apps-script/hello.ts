// The first call of the sidebar: where it is, who is there, and where the person left off.
import type { Hello } from '../../shared/contract/rpc.ts'
import { recallPreferences } from './preferences.ts'
import { describeSelection } from './selection.ts'
import { readReceipts } from './undo/undo-store.ts'

/** Blank where Google does not say, as it may for accounts of another company. */
function activeEmail(): string {
  try {
    return Session.getActiveUser().getEmail()
  } catch {
    return ''
  }
}

/** Everything the sidebar shows before anything was asked. */
export function sayHello(): Hello {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  return {
    spreadsheet: {
      id: spreadsheet.getId(),
      name: spreadsheet.getName(),
      locale: spreadsheet.getSpreadsheetLocale(),
      time_zone: spreadsheet.getSpreadsheetTimeZone(),
    },
    email: activeEmail(),
    preferences: recallPreferences(),
    selection: describeSelection(),
    last_write: readReceipts()[0]?.receipt ?? null,
  }
}
