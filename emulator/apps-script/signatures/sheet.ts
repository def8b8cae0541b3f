// The methods Google publishes, as signatures: what SpreadsheetApp, Spreadsheet, Sheet and what hangs on them take. How they are written: `signatures.ts`.

export const sheetSignatures: Record<string, string> = {
  SpreadsheetApp: `
    create(s)(s,n,n) enableAllDataSourcesExecution() enableBigQueryExecution() flush() getActive() getActiveRange()
    getActiveRangeList() getActiveSheet() getActiveSpreadsheet() getCurrentCell() getSelection() getUi() newCellImage()
    newColor() newConditionalFormatRule() newDataSourceSpec() newDataValidation() newFilterCriteria() newRichTextValue()
    newTextStyle() open(File) openById(s) openByKey(s) openByUrl(s) setActiveRange(Range) setActiveRangeList(RangeList)
    setActiveSheet(Sheet)(Sheet,b) setActiveSpreadsheet(Spreadsheet) setCurrentCell(Range)`,
  Spreadsheet: `
    addDeveloperMetadata(s)(s,DeveloperMetadataVisibility)(s,s)(s,s,DeveloperMetadataVisibility) addEditor(s)(User)
    addEditors([s) addMenu(s,[o) addViewer(s)(User) addViewers([s) appendRow([o) autoResizeColumn(n) copy(s)
    createDeveloperMetadataFinder() createTextFinder(s) deleteActiveSheet() deleteColumn(n) deleteColumns(n,n)
    deleteRow(n) deleteRows(n,n) deleteSheet(Sheet) duplicateActiveSheet() getActiveCell() getActiveRange()
    getActiveRangeList() getActiveSheet() getAs(s) getBandings() getBlob() getColumnWidth(n) getCurrentCell()
    getDataRange() getDataSourceTables() getDeveloperMetadata() getEditors() getFormUrl() getFrozenColumns()
    getFrozenRows() getId() getImages() getIterativeCalculationConvergenceThreshold() getKey() getLastColumn()
    getLastRow() getMaxIterativeCalculationCycles() getName() getNamedRanges() getNumSheets() getOwner()
    getPredefinedSpreadsheetThemes() getProtections(ProtectionType) getRange(s) getRangeByName(s) getRangeList([s)
    getRecalculationInterval() getRowHeight(n) getSelection() getSheetById(n) getSheetByName(s) getSheetId()
    getSheetName() getSheetProtection() getSheetValues(n,n,n,n) getSheets() getSpreadsheetLocale() getSpreadsheetTheme()
    getSpreadsheetTimeZone() getUrl() getViewers() hideColumn(Range) hideRow(Range) insertColumnAfter(n)
    insertColumnBefore(n) insertColumnsAfter(n,n) insertColumnsBefore(n,n)
    insertImage(BlobSource,n,n)(BlobSource,n,n,n,n)(s,n,n)(s,n,n,n,n) insertRowAfter(n) insertRowBefore(n)
    insertRowsAfter(n,n) insertRowsBefore(n,n) insertSheet()(n)(n,o)(o)(s)(s,n)(s,n,o)(s,o)
    insertSheetWithDataSourceTable(DataSourceSpec) isAnonymousView() isAnonymousWrite() isColumnHiddenByUser(n)
    isIterativeCalculationEnabled() isRowHiddenByFilter(n) isRowHiddenByUser(n) moveActiveSheet(n)
    moveChartToObjectSheet(EmbeddedChart) removeEditor(s)(User) removeMenu(s) removeNamedRange(s) removeViewer(s)(User)
    rename(s) renameActiveSheet(s) resetSpreadsheetTheme() setActiveRange(Range) setActiveRangeList(RangeList)
    setActiveSelection(Range)(s) setActiveSheet(Sheet)(Sheet,b) setAnonymousAccess(b,b) setColumnWidth(n,n)
    setCurrentCell(Range) setFrozenColumns(n) setFrozenRows(n) setIterativeCalculationConvergenceThreshold(n)
    setIterativeCalculationEnabled(b) setMaxIterativeCalculationCycles(n) setNamedRange(s,Range)
    setRecalculationInterval(RecalculationInterval) setRowHeight(n,n) setSheetProtection(PageProtection)
    setSpreadsheetLocale(s) setSpreadsheetTheme(SpreadsheetTheme) setSpreadsheetTimeZone(s) show(HtmlOutput)
    sort(n)(n,b) toast(s)(s,s)(s,s,n) unhideColumn(Range) unhideRow(Range) updateMenu(s,[o)`,
  Sheet: `
    activate() addDeveloperMetadata(s)(s,DeveloperMetadataVisibility)(s,s)(s,s,DeveloperMetadataVisibility)
    appendRow([o) asDataSourceSheet() autoResizeColumn(n) autoResizeColumns(n,n) autoResizeRows(n,n) clear()(o)
    clearConditionalFormatRules() clearContents() clearFormats() clearNotes() collapseAllColumnGroups()
    collapseAllRowGroups() copyTo(Spreadsheet) createDeveloperMetadataFinder() createTextFinder(s) deleteColumn(n)
    deleteColumns(n,n) deleteRow(n) deleteRows(n,n) expandAllColumnGroups() expandAllRowGroups()
    expandColumnGroupsUpToDepth(n) expandRowGroupsUpToDepth(n) getActiveCell() getActiveRange() getActiveRangeList()
    getBandings() getCharts() getColumnGroup(n,n) getColumnGroupControlPosition() getColumnGroupDepth(n)
    getColumnWidth(n) getConditionalFormatRules() getCurrentCell() getDataRange() getDataSourceTables()
    getDeveloperMetadata() getDrawings() getFilter() getFormUrl() getFrozenColumns() getFrozenRows() getImages()
    getIndex() getLastColumn() getLastRow() getMaxColumns() getMaxRows() getName() getNamedRanges() getParent()
    getPivotTables() getProtections(ProtectionType) getRange(n,n)(n,n,n)(n,n,n,n)(s) getRangeList([s) getRowGroup(n,n)
    getRowGroupControlPosition() getRowGroupDepth(n) getRowHeight(n) getSelection() getSheetId() getSheetName()
    getSheetProtection() getSheetValues(n,n,n,n) getSlicers() getTabColor() getType() hasHiddenGridlines()
    hideColumn(Range) hideColumns(n)(n,n) hideRow(Range) hideRows(n)(n,n) hideSheet() insertChart(EmbeddedChart)
    insertColumnAfter(n) insertColumnBefore(n) insertColumns(n)(n,n) insertColumnsAfter(n,n) insertColumnsBefore(n,n)
    insertImage(BlobSource,n,n)(BlobSource,n,n,n,n)(s,n,n)(s,n,n,n,n) insertRowAfter(n) insertRowBefore(n)
    insertRows(n)(n,n) insertRowsAfter(n,n) insertRowsBefore(n,n) insertSlicer(Range,n,n)(Range,n,n,n,n)
    isColumnHiddenByUser(n) isRightToLeft() isRowHiddenByFilter(n) isRowHiddenByUser(n) isSheetHidden()
    moveColumns(Range,n) moveRows(Range,n) newChart() protect() removeChart(EmbeddedChart) setActiveRange(Range)
    setActiveRangeList(RangeList) setActiveSelection(Range)(s) setColumnGroupControlPosition(GroupControlTogglePosition)
    setColumnWidth(n,n) setColumnWidths(n,n,n) setConditionalFormatRules([ConditionalFormatRule) setCurrentCell(Range)
    setFrozenColumns(n) setFrozenRows(n) setHiddenGridlines(b) setName(s) setRightToLeft(b)
    setRowGroupControlPosition(GroupControlTogglePosition) setRowHeight(n,n) setRowHeights(n,n,n)
    setRowHeightsForced(n,n,n) setSheetProtection(PageProtection) setTabColor(s) showColumns(n)(n,n) showRows(n)(n,n)
    showSheet() sort(n)(n,b) unhideColumn(Range) unhideRow(Range) updateChart(EmbeddedChart)`,
  Selection: 'getActiveRange() getActiveRangeList() getActiveSheet() getCurrentCell() getNextDataRange(Direction)',
  NamedRange: 'getName() getRange() remove() setName(s) setRange(Range)',
  Protection: `
    addEditor(s)(User) addEditors([s) canDomainEdit() canEdit() getDescription() getEditors() getProtectionType()
    getRange() getRangeName() getUnprotectedRanges() isWarningOnly() remove() removeEditor(s)(User)
    removeEditors([s)([User) setDescription(s) setDomainEdit(b) setNamedRange(NamedRange) setRange(Range)
    setRangeName(s) setUnprotectedRanges([Range) setWarningOnly(b)`,
  Banding: `
    copyTo(Range) getFirstColumnColor() getFirstColumnColorObject() getFirstRowColor() getFirstRowColorObject()
    getFooterColumnColor() getFooterColumnColorObject() getFooterRowColor() getFooterRowColorObject()
    getHeaderColumnColor() getHeaderColumnColorObject() getHeaderRowColor() getHeaderRowColorObject() getRange()
    getSecondColumnColor() getSecondColumnColorObject() getSecondRowColor() getSecondRowColorObject() remove()
    setFirstColumnColor(s) setFirstColumnColorObject(Color) setFirstRowColor(s) setFirstRowColorObject(Color)
    setFooterColumnColor(s) setFooterColumnColorObject(Color) setFooterRowColor(s) setFooterRowColorObject(Color)
    setHeaderColumnColor(s) setHeaderColumnColorObject(Color) setHeaderRowColor(s) setHeaderRowColorObject(Color)
    setRange(Range) setSecondColumnColor(s) setSecondColumnColorObject(Color) setSecondRowColor(s)
    setSecondRowColorObject(Color)`,
  Filter: `
    getColumnFilterCriteria(n) getRange() remove() removeColumnFilterCriteria(n)
    setColumnFilterCriteria(n,FilterCriteria) sort(n,b)`,
  SortSpec: `
    getBackgroundColor() getDataSourceColumn() getDimensionIndex() getForegroundColor() getSortOrder() isAscending()`,
  Group: 'collapse() expand() getControlIndex() getDepth() getRange() isCollapsed() remove()',
  DeveloperMetadata: `
    getId() getKey() getLocation() getValue() getVisibility() moveToColumn(Range) moveToRow(Range) moveToSheet(Sheet)
    moveToSpreadsheet() remove() setKey(s) setValue(s) setVisibility(DeveloperMetadataVisibility)`,
  DeveloperMetadataFinder: `
    find() onIntersectingLocations() withId(n) withKey(s) withLocationType(DeveloperMetadataLocationType) withValue(s)
    withVisibility(DeveloperMetadataVisibility)`,
  DeveloperMetadataLocation: 'getColumn() getLocationType() getRow() getSheet() getSpreadsheet()',
  TextFinder: `
    findAll() findNext() findPrevious() getCurrentMatch() ignoreDiacritics(b) matchCase(b) matchEntireCell(b)
    matchFormulaText(b) replaceAllWith(s) replaceWith(s) startFrom(Range) useRegularExpression(b)`,
  SpreadsheetTheme: `
    getConcreteColor(ThemeColorType) getFontFamily() getThemeColors()
    setConcreteColor(ThemeColorType,Color)(ThemeColorType,n,n,n) setFontFamily(s)`,
  Slicer: `
    getBackgroundColor() getColumnPosition() getContainerInfo() getFilterCriteria() getRange() getTitle()
    getTitleHorizontalAlignment() getTitleTextStyle() isAppliedToPivotTables() remove() setApplyToPivotTables(b)
    setBackgroundColor(s) setColumnFilterCriteria(n,FilterCriteria) setPosition(n,n,n,n) setRange(Range) setTitle(s)
    setTitleHorizontalAlignment(s) setTitleTextStyle(TextStyle)`,
}
