// The methods Google publishes, as signatures: what the services beside SpreadsheetApp take. How they are written: `signatures.ts`.

export const servicesSignatures: Record<string, string> = {
  PropertiesService: 'getDocumentProperties() getScriptProperties() getUserProperties()',
  Properties: `
    deleteAllProperties() deleteProperty(s) getKeys() getProperties() getProperty(s) setProperties(o)(o,b)
    setProperty(s,s)`,
  CacheService: 'getDocumentCache() getScriptCache() getUserCache()',
  Cache: 'get(s) getAll([s) put(s,s)(s,s,n) putAll(o)(o,n) remove(s) removeAll([s)',
  LockService: 'getDocumentLock() getScriptLock() getUserLock()',
  Lock: 'hasLock() releaseLock() tryLock(n) waitLock(n)',
  UrlFetchApp: 'fetch(s)(s,o) fetchAll([o) getRequest(s)(s,o)',
  HTTPResponse: 'getAllHeaders() getAs(s) getBlob() getContent() getContentText()(s) getHeaders() getResponseCode()',
  HtmlService: `
    createHtmlOutput()(BlobSource)(s) createHtmlOutputFromFile(s) createTemplate(BlobSource)(s)
    createTemplateFromFile(s) getUserAgent()`,
  HtmlOutput: `
    addMetaTag(s,s) append(s) appendUntrusted(s) asTemplate() clear() getAs(s) getBlob() getContent() getFaviconUrl()
    getHeight() getMetaTags() getTitle() getWidth() setContent(s) setFaviconUrl(s) setHeight(n)
    setSandboxMode(SandboxMode) setTitle(s) setWidth(n) setXFrameOptionsMode(XFrameOptionsMode)`,
  HtmlOutputMetaTag: 'getContent() getName()',
  HtmlTemplate: 'evaluate() getCode() getCodeWithComments() getRawContent()',
  Utilities: `
    base64Decode(s)(s,Charset) base64DecodeWebSafe(s)(s,Charset) base64Encode([n)(s)(s,Charset)
    base64EncodeWebSafe([n)(s)(s,Charset)
    computeDigest(DigestAlgorithm,[n)(DigestAlgorithm,s)(DigestAlgorithm,s,Charset)
    computeHmacSha256Signature([n,[n)(s,s)(s,s,Charset)
    computeHmacSignature(MacAlgorithm,[n,[n)(MacAlgorithm,s,s)(MacAlgorithm,s,s,Charset)
    computeRsaSha1Signature(s,s)(s,s,Charset) computeRsaSha256Signature(s,s)(s,s,Charset)
    computeRsaSignature(RsaAlgorithm,s,s)(RsaAlgorithm,s,s,Charset) formatDate(d,s,s) formatString(s,*o) getUuid()
    gzip(BlobSource)(BlobSource,s) jsonParse(s) jsonStringify(o) newBlob([n)([n,s)([n,s,s)(s)(s,s)(s,s,s)
    parseCsv(s)(s,s) parseDate(s,s,s) sleep(n) ungzip(BlobSource) unzip(BlobSource) zip([BlobSource)([BlobSource,s)`,
  Blob: `
    copyBlob() getAllBlobs() getAs(s) getBytes() getContentType() getDataAsString()(s) getName() isGoogleType()
    setBytes([n) setContentType(s) setContentTypeFromExtension() setDataFromString(s)(s,s) setName(s)`,
  Session: `
    getActiveUser() getActiveUserLocale() getEffectiveUser() getScriptTimeZone() getTemporaryActiveUserKey()
    getTimeZone() getUser()`,
  User: 'getEmail() getUserLoginId()',
  ScriptApp: `
    deleteTrigger(Trigger) getAuthorizationInfo(AuthMode) getIdentityToken() getInstallationSource() getOAuthToken()
    getProjectKey() getProjectTriggers() getScriptId() getScriptTriggers() getService()
    getUserTriggers(Document)(Form)(Spreadsheet) invalidateAuth() newStateToken() newTrigger(s)
    requireAllScopes(AuthMode) requireScopes(AuthMode,[s)`,
  AuthorizationInfo: 'getAuthorizationStatus() getAuthorizationUrl() getAuthorizedScopes()',
  Service: 'disable() getUrl() isEnabled()',
  Trigger: 'getEventType() getHandlerFunction() getTriggerSource() getTriggerSourceId() getUniqueId()',
  TriggerBuilder: `
    forDocument(Document)(s) forForm(Form)(s) forSpreadsheet(Spreadsheet)(s) forUserCalendar(s) timeBased()`,
  ClockTriggerBuilder: `
    after(n) at(d) atDate(n,n,n) atHour(n) create() everyDays(n) everyHours(n) everyMinutes(n) everyWeeks(n)
    inTimezone(s) nearMinute(n) onMonthDay(n) onWeekDay(WeekDay)`,
  SpreadsheetTriggerBuilder: 'create() onChange() onEdit() onFormSubmit() onOpen()',
  DocumentTriggerBuilder: 'create() onOpen()',
  CalendarTriggerBuilder: 'create() onEventUpdated()',
  FormTriggerBuilder: 'create() onFormSubmit() onOpen()',
  StateTokenBuilder: 'createToken() withArgument(s,s) withMethod(s) withTimeout(n)',
  Ui: `
    alert(s)(s,ButtonSet)(s,s,ButtonSet) createAddonMenu() createMenu(s) prompt(s)(s,ButtonSet)(s,s,ButtonSet)
    showDialog(HtmlOutput) showModalDialog(HtmlOutput,s) showModelessDialog(HtmlOutput,s) showSidebar(HtmlOutput)`,
  Menu: 'addItem(s,s) addSeparator() addSubMenu(Menu) addToUi()',
  PromptResponse: 'getResponseText() getSelectedButton()',
  Logger: 'clear() getLog()',
  Browser: 'inputBox(s)(s,ButtonSet)(s,s,ButtonSet) msgBox(s)(s,ButtonSet)(s,s,ButtonSet)',
}
