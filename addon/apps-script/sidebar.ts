// Opens the sidebar: the built page with what it has to know at its start.

/** The backend's address: the script property `BACKEND_URL` of a copy of this script, else the one it was built for. */
function backendUrl(): string {
  return PropertiesService.getScriptProperties().getProperty('BACKEND_URL') || __BACKEND_URL__
}

/** Menu item: shows the sidebar beside the sheet. */
export function showSidebar(): void {
  const boot = { backend_url: backendUrl(), version: __VERSION__ }
  // `createTemplateFromFile` would take any `<?` of the page for a scriptlet.
  const page = HtmlService.createHtmlOutputFromFile('sidebar').getContent()
  const json = JSON.stringify(boot).replace(/</g, '\\u003c')
  const output = HtmlService.createHtmlOutput(page.replace('__BOOT__', () => json)).setTitle('Tablewright')
  SpreadsheetApp.getUi().showSidebar(output)
}
