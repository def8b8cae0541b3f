// The add-on's menu. It must not touch anything but the menu: before the add-on is enabled in a file, Google forbids the rest.

/** Simple trigger: puts the menu into a spreadsheet that was opened. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createAddonMenu().addItem('Open Tablewright', 'showSidebar').addToUi()
}

/** Simple trigger: the spreadsheet was open while the add-on was installed, so `onOpen` did not run for it. */
export function onInstall(): void {
  onOpen()
}
