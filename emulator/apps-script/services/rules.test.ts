// Tests of rules: validations, conditional formats, filters, banding, protections and groups.
import { describe, expect, it } from 'vitest'
import { newWorkbook } from '../../workbook/workbook.ts'
import { createRuntime } from '../runtime.ts'

function started() {
  const { evaluate } = createRuntime({ title: 'Book', user: 'ann@example.com' })
  evaluate('const ss = SpreadsheetApp.getActive(); const sh = ss.getActiveSheet(); const at = (a) => sh.getRange(a)')
  return evaluate
}

describe('data validation', () => {
  it('keeps criteria and values, defaults filled in', () => {
    const evaluate = started()
    evaluate(
      'const make = (f) => f(SpreadsheetApp.newDataValidation()).build(); const kept = (rule) => { at("A1").setDataValidation(rule); const r = at("A1").getDataValidation(); return [String(r.getCriteriaType()), r.getCriteriaValues()] }',
    )
    expect(evaluate('kept(make((b) => b.requireValueInList([9, false, "z"])))')).toEqual([
      'VALUE_IN_LIST',
      [['9', 'false', 'z'], true],
    ])
    expect(evaluate('kept(make((b) => b.requireNumberBetween(1, 5)))')).toEqual(['NUMBER_BETWEEN', [1, 5]])
    expect(evaluate('kept(make((b) => b.requireCheckbox("Y", "N")))')).toEqual(['CHECKBOX', ['Y', 'N']])
    expect(
      evaluate(
        'const range = kept(make((b) => b.requireValueInRange(at("B1:C2"), false)))[1]; [range[0].getA1Notation(), range[1]]',
      ),
    ).toEqual(['B1:C2', false])
    expect(
      evaluate(
        'const d = new Date(2024, 2, 5); kept(make((b) => b.requireDateAfter(d)))[1][0].getTime() === d.getTime()',
      ),
    ).toBe(true)
    expect(
      evaluate(
        'String(kept(make((b) => b.withCriteria(SpreadsheetApp.DataValidationCriteria.DATE_AFTER_RELATIVE, [SpreadsheetApp.RelativeDate.TODAY])))[1][0])',
      ),
    ).toBe('TODAY')
    expect(
      evaluate(
        'const empty = SpreadsheetApp.newDataValidation(); [empty.getCriteriaType(), empty.getCriteriaValues(), empty.getHelpText(), empty.getAllowInvalid()]',
      ),
    ).toEqual([null, [], null, true])
    expect(() => evaluate('empty.withCriteria("CHECKBOX", [])')).toThrow(
      "don't match the method signature for SpreadsheetApp.DataValidationBuilder.withCriteria.",
    )
  })

  it('checkboxes with values of their own are ticked with them', () => {
    const evaluate = started()
    evaluate(
      "at('A1:A2').insertCheckboxes(); at('B1:B2').insertCheckboxes('YES', 'NO'); at('C1').setValue('text'); at('A1:C2').check()",
    )
    expect(evaluate("at('A1:C2').getValues()")).toEqual([
      [true, 'YES', 'text'],
      [true, 'YES', ''],
    ])
    expect(evaluate("[at('A1:B2').isChecked(), at('A1:C2').isChecked(), at('A1:B2').uncheck().isChecked()]")).toEqual([
      true,
      null,
      false,
    ])
    expect(evaluate("at('A1:B2').removeCheckboxes().getValues().flat().join() + at('A1').getDataValidation()")).toBe(
      ',,,null',
    )
  })
})

describe('conditional formats and filters', () => {
  it.each([
    ['whenCellEmpty()', 'CELL_EMPTY', []],
    ['whenTextDoesNotContain("a")', 'TEXT_DOES_NOT_CONTAIN', ['a']],
    ['whenNumberNotBetween(1, 2)', 'NUMBER_NOT_BETWEEN', [1, 2]],
    ['whenNumberGreaterThanOrEqualTo(3)', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [3]],
    ['whenFormulaSatisfied("=A1>1")', 'CUSTOM_FORMULA', ['=A1>1']],
    ['whenDateBefore(SpreadsheetApp.RelativeDate.PAST_YEAR)', 'DATE_BEFORE_RELATIVE', ['PAST_YEAR']],
  ])('%s is %s', (when, type, values) => {
    const evaluate = started()
    const read =
      'const read = (c) => [String(c.getCriteriaType()), c.getCriteriaValues().map((v) => (typeof v === "object" ? String(v) : v))]'
    evaluate(
      `${read}; sh.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().${when}.setBold(true).setRanges([at('A1')]).build()])`,
    )
    expect(evaluate('read(sh.getConditionalFormatRules()[0].getBooleanCondition())')).toEqual([type, values])
    expect(evaluate(`read(SpreadsheetApp.newFilterCriteria().${when}.build())`)).toEqual([type, values])
  })

  it('a rule that is copied keeps its look, and gradients their points', () => {
    const evaluate = started()
    evaluate(
      "const rule = SpreadsheetApp.newConditionalFormatRule().whenNumberEqualTo(1).setBackground('#FF0000').setBold(true).setRanges([at('A1')]).build(); const copy = rule.copy().whenCellEmpty().build()",
    )
    expect(
      evaluate(
        'const c = copy.getBooleanCondition(); [String(c.getCriteriaType()), c.getBold(), c.getBackgroundObject().asRgbColor().asHexString(), String(rule.getBooleanCondition().getCriteriaType())]',
      ),
    ).toEqual(['CELL_EMPTY', true, '#ff0000', 'NUMBER_EQUAL_TO'])
    evaluate(
      "sh.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint('#00FF00').setGradientMidpointWithValue('yellow', SpreadsheetApp.InterpolationType.PERCENT, '50').setGradientMaxpoint('#0000ff').setRanges([at('C1:C9')]).build()])",
    )
    expect(
      evaluate(
        'const g = sh.getConditionalFormatRules()[0].getGradientCondition(); [g.getMinColor(), g.getMidColorObject().asRgbColor().asHexString(), String(g.getMidType()), g.getMidValue(), g.getMaxColor()]',
      ),
    ).toEqual(['#00ff00', '#ffff00', 'PERCENT', '50', '#0000ff'])
  })

  it('a filter hides rows and sorts below its header', () => {
    const evaluate = started()
    evaluate(
      "at('A1:B5').setValues([['n', 't'], [3, 'x'], [1, 'y'], [2, 'x'], [5, 'z']]); const filter = at('A1:B5').createFilter(); filter.sort(1, false)",
    )
    expect(evaluate("at('A1:A5').getValues().join()")).toBe('n,5,3,2,1')
    expect(
      evaluate('[filter.getColumnSortSpec(1).isAscending(), String(filter.getColumnSortSpec(1).getSortOrder())]'),
    ).toEqual([false, 'DESCENDING'])
    expect(() => evaluate('filter.getColumnSortSpec(2).getSortOrder()')).toThrow(
      'Unexpected error while getting the method or property getSortOrder on object SpreadsheetApp.SortSpec.',
    )
    evaluate(
      "filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenNumberGreaterThan(2).build()).setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().setHiddenValues(['x']).build())",
    )
    expect(evaluate('[1, 2, 3, 4, 5].map((row) => sh.isRowHiddenByFilter(row))')).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
    expect(
      evaluate(
        "[filter.getColumnFilterCriteria(1).getCriteriaValues(), filter.removeColumnFilterCriteria(1).getColumnFilterCriteria(1), at('F9').getFilter().getRange().getA1Notation()]",
      ),
    ).toEqual([[2], null, 'A1:B5'])
    expect(() => evaluate("at('D1:E2').createFilter()")).toThrow(
      "You can't create a filter in a sheet that already has a filter.",
    )
  })

  it('bandings keep their colours apart', () => {
    const evaluate = started()
    evaluate(
      "const rows = at('A1:B9').applyRowBanding(SpreadsheetApp.BandingTheme.CYAN, true, false); const copy = rows.copyTo(at('D1:E9')); copy.setFirstRowColor('#00ff00')",
    )
    expect(
      evaluate(
        '[rows.getHeaderRowColor(), rows.getFooterRowColor(), rows.getFirstRowColor(), copy.getFirstRowColorObject().asRgbColor().asHexString(), rows.getFirstColumnColor(), sh.getBandings().length]',
      ),
    ).toEqual(['#4dd0e1', null, '#ffffff', '#00ff00', null, 2])
    expect(() => evaluate('rows.setSecondRowColor(null)')).toThrow('Second row color should not be null.')
  })
})

describe('protections', () => {
  it('hold against others, not against the owner and those who may', () => {
    const workbook = newWorkbook()
    const owner = createRuntime({ user: 'ann@example.com', workbook }).evaluate
    const other = createRuntime({ user: 'ben@example.com', workbook }).evaluate
    owner(
      "const sh = SpreadsheetApp.getActiveSheet(); const p = sh.getRange('A1:B2').protect().setDescription('mine'); p.removeEditors(p.getEditors())",
    )
    other('const sh = SpreadsheetApp.getActiveSheet()')
    expect(owner('p.getEditors().map((u) => u.getEmail())')).toEqual(['ann@example.com'])
    expect(
      other(
        "[sh.getRange('A1').canEdit(), sh.getRange('C1').canEdit(), sh.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].canEdit()]",
      ),
    ).toEqual([false, true, false])
    expect(() => other("sh.getRange('A1').setValue(1)")).toThrow(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    )
    other("sh.getRange('C1').setValue(1)")
    owner("sh.getRange('A1').setValue(2); p.addEditor('ben@example.com')")
    expect(other("sh.getRange('A1').setValue(3).getValue()")).toBe(3)
    owner(
      "p.remove(); const whole = sh.protect().setUnprotectedRanges([sh.getRange('D1')]); whole.removeEditor('ben@example.com')",
    )
    expect(other("[sh.getRange('D1').canEdit(), sh.getRange('C1').canEdit()]")).toEqual([true, false])
    expect(owner('whole.getRange().getA1Notation()')).toBe('')
    owner('whole.setWarningOnly(true)')
    expect(other("sh.getRange('C1').canEdit() && SpreadsheetApp.getActive().getEditors().length")).toBe(2)
  })

  it('stand for a named range', () => {
    const evaluate = started()
    evaluate("ss.setNamedRange('area', at('C3:F7')); const p = at('A1').protect().setRangeName('area')")
    expect(
      evaluate('[p.getRangeName(), p.getRange().getA1Notation(), p.setRange(at("B2:E6")).getRangeName()]'),
    ).toEqual(['area', 'C3:F7', null])
  })
})

describe('groups', () => {
  it('nest, fold and go', () => {
    const evaluate = started()
    evaluate("at('A2:A5').shiftRowGroupDepth(1); at('A3:A4').shiftRowGroupDepth(1)")
    expect(evaluate('[1, 2, 3, 5, 6].map((row) => sh.getRowGroupDepth(row))')).toEqual([0, 1, 2, 1, 0])
    expect(
      evaluate(
        'sh.getRowGroup(3, 2).getRange().getA1Notation() + sh.getRowGroup(2, 1).collapse().isCollapsed() + sh.isRowHiddenByUser(5)',
      ),
    ).toBe('A3:Z4truetrue')
    evaluate("at('A3').expandGroups()")
    expect(evaluate('[sh.getRowGroup(2, 1).isCollapsed(), sh.isRowHiddenByUser(5)]')).toEqual([false, false])
    expect(() => evaluate('sh.getRowGroup(9, 1)')).toThrow("A group doesn't exist at index 9 and depth 1")
    expect(
      evaluate(
        "at('A1:Z9').shiftRowGroupDepth(-9).shiftColumnGroupDepth(2); [sh.getRowGroupDepth(3), sh.getColumnGroupDepth(1)]",
      ),
    ).toEqual([0, 2])
  })
})

describe('pasting conditional formats alone', () => {
  it('brings no colours and no values along', () => {
    const { evaluate } = createRuntime()
    evaluate(`const sheet = SpreadsheetApp.getActiveSheet(); const cell = (a1) => sheet.getRange(a1)
      cell('A1').setValue(5).setBackground('red')
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
        .whenNumberGreaterThan(3).setBold(true).setRanges([cell('A1')]).build()])
      cell('A1').copyTo(cell('C3'), SpreadsheetApp.CopyPasteType.PASTE_CONDITIONAL_FORMATTING, false)`)
    expect(evaluate("[cell('C3').getValue(), cell('C3').getBackground()]")).toEqual(['', '#ffffff'])
    expect(
      evaluate(
        'sheet.getConditionalFormatRules().flatMap((one) => one.getRanges().map((range) => range.getA1Notation()))',
      ),
    ).toEqual(['A1', 'C3'])
  })
})

describe('a picture for a cell', () => {
  it('is built with its words', () => {
    const { evaluate } = createRuntime()
    evaluate(`const builder = SpreadsheetApp.newCellImage().setSourceUrl('https://example.com/a.png')
      .setAltTextTitle('Title').setAltTextDescription('Words')
      const image = builder.build()`)
    expect(evaluate('[String(image), image.getAltTextTitle(), image.toBuilder().getAltTextDescription()]')).toEqual([
      'CellImage',
      'Title',
      'Words',
    ])
    expect(() => evaluate('image.getContentUrl()')).toThrow()
  })
})
