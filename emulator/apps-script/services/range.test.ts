// Tests of Range: addresses, values, formulas, looks, borders and what cleans data up.
import { describe, expect, it } from 'vitest'
import { createRuntime } from '../runtime.ts'

function started() {
  const { evaluate } = createRuntime({ title: 'Book', user: 'ann@example.com' })
  evaluate(
    'const ss = SpreadsheetApp.getActiveSpreadsheet(); const sh = ss.getActiveSheet(); const at = (a) => sh.getRange(a)',
  )
  return evaluate
}

describe('where a range is', () => {
  it.each([
    ['B2:D5', 'B2:D5', true, true],
    ['$C$3', 'C3', true, true],
    ['5:7', '5:7', true, false],
    ['D:F', 'D:F', false, true],
    ['C5:B2', 'B2:C5', true, true],
    ['5:2', '2:5', true, false],
    ['D:B', 'B:D', false, true],
    ['Sheet1!E10:F12', 'E10:F12', true, true],
  ])('%s is %s', (given, a1, rows, columns) => {
    const evaluate = started()
    expect(
      evaluate(`const r = at('${given}'); [r.getA1Notation(), r.isStartRowBounded(), r.isEndColumnBounded()]`),
    ).toEqual([a1, rows, columns])
  })

  it('reaches whole rows and columns of the sheet', () => {
    const evaluate = started()
    expect(evaluate("[at('5:7').getNumColumns(), at('D:F').getNumRows(), at('B2:B').getLastRow()]")).toEqual([
      26, 1000, 1000,
    ])
    expect(() => evaluate("at('A1:B')[0]; at('nothing')")).toThrow('Range not found')
    expect(() => evaluate("at('A1').offset(0, 0, 0)")).toThrow('The number of rows in the range must be at least 1.')
  })

  it('finds the data around it and the next data cell', () => {
    const evaluate = started()
    evaluate(
      "at('B2:D4').setValue('x'); at('F6:G7').setValue('y'); const region = (a, d) => (d ? at(a).getDataRegion(d) : at(a).getDataRegion()).getA1Notation()",
    )
    expect(evaluate("['C3', 'A1', 'B1', 'E3', 'F6'].map((a) => region(a))")).toEqual([
      'B2:D4',
      'A1',
      'B1:D4',
      'B2:E4',
      'F6:G7',
    ])
    expect(
      evaluate("[region('C3', SpreadsheetApp.Dimension.ROWS), region('F7', SpreadsheetApp.Dimension.COLUMNS)]"),
    ).toEqual(['C2:C4', 'F7:G7'])
    expect(
      evaluate(
        "['DOWN', 'UP', 'NEXT', 'PREVIOUS'].map((d) => at('C3').getNextDataCell(SpreadsheetApp.Direction[d]).getA1Notation())",
      ),
    ).toEqual(['C4', 'C2', 'D3', 'B3'])
    expect(evaluate("at('C5').getNextDataCell(SpreadsheetApp.Direction.DOWN).getA1Notation()")).toBe('C1000')
  })
})

describe('values and formulas', () => {
  it('formulas in R1C1 count from their own cell', () => {
    const evaluate = started()
    evaluate("at('C3:D4').setFormulaR1C1('=SUM(R[-2]C[-1]:R1C1)+R[0]C[-2]'); at('F1').setFormula('=$A$1+B2')")
    expect(evaluate("at('C3:D4').getFormulas()")).toEqual([
      ['=SUM(B1:$A$1)+A3', '=SUM(C1:$A$1)+B3'],
      ['=SUM(B2:$A$1)+A4', '=SUM(C2:$A$1)+B4'],
    ])
    expect(
      evaluate("[at('F1').getFormulaR1C1(), at('A1').getFormulaR1C1(), at('C3').getFormulasR1C1()[0][0]]"),
    ).toEqual(['=R1C1+R[1]C[-4]', null, '=SUM(R[-2]C[-1]:R1C1)+R[0]C[-2]'])
  })

  it('formulas that come to an empty cell read as empty text, but are no blank', () => {
    const evaluate = started()
    evaluate("at('A1').setFormula('=Z9'); at('A2').setFormula('=A1+1')")
    expect(evaluate("[at('A1').getValue(), at('A1').isBlank(), at('A2').getValue(), at('Z9').isBlank()]")).toEqual([
      '',
      false,
      1,
      true,
    ])
  })

  it('one formula set on a block is moved along; null takes it away', () => {
    const evaluate = started()
    expect(evaluate("at('A5:B6').setFormula('=A1').getFormulas()")).toEqual([
      ['=A1', '=B1'],
      ['=A2', '=B2'],
    ])
    expect(evaluate("at('A5:B5').setFormulas([[null, '=1+1']]).getFormulas()")).toEqual([['', '=1+1']])
  })

  it('the general format and notes of numbers read as at Google', () => {
    const evaluate = started()
    expect(evaluate("[at('A1').getNumberFormat(), at('A1').setNumberFormat('general').getNumberFormat()]")).toEqual([
      '0.###############',
      '0.###############',
    ])
    expect(evaluate("at('A1:B1').setNotes([[5, 'x']]).getNotes()")).toEqual([['5.0', 'x']])
    expect(evaluate("at('A1').setNote(5).getNote()")).toBe('5')
  })
})

describe('looks', () => {
  it('takes every CSS name, theme colours and colour objects', () => {
    const evaluate = started()
    evaluate(
      "at('A1').setBackground('DarkSlateBlue').setFontColor('rgb(1, 2, 3)'); at('B1').setBackgroundObject(SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT1).build())",
    )
    expect(evaluate("[at('A1').getBackground(), at('A1').getFontColor(), at('B1').getBackground()]")).toEqual([
      '#483d8b',
      '#010203',
      '#4285f4',
    ])
    expect(
      evaluate(
        "String(at('B1').getBackgroundObject().asThemeColor().getThemeColorType()) + at('A1').getBackgroundObject().getColorType()",
      ),
    ).toBe('ACCENT1RGB')
    expect(() => evaluate("at('B1').getBackgroundObject().asRgbColor()")).toThrow('Object is not of type RgbColor.')
    evaluate("at('B1').setBackground('red')")
    expect(evaluate("String(at('B1').getBackgroundObject().getColorType())")).toBe('RGB')
  })

  it('says what it says where nothing was set', () => {
    const evaluate = started()
    expect(
      evaluate(
        "const r = at('H9'); [r.getWrap(), String(r.getWrapStrategy()), r.getHorizontalAlignment(), r.getVerticalAlignment(), r.getTextDirection(), r.getFontFamily(), r.getFontSize(), r.getBorder(), r.getTextRotation().getDegrees()]",
      ),
    ).toEqual([true, 'OVERFLOW', 'general', 'bottom', null, 'Arial', 10, null, 0])
    expect(evaluate('r.setWrap(false); [r.getWrap(), String(r.getWrapStrategy())]')).toEqual([false, 'OVERFLOW'])
    expect(
      evaluate(
        'r.setTextRotation(45).getTextRotation().getDegrees() + String(r.setVerticalText(true).getTextRotation().isVertical())',
      ),
    ).toBe('45true')
    expect(evaluate('const s = r.getTextStyle(); [s.getFontFamily(), s.isBold(), s.getForegroundColor()]')).toEqual([
      'arial,sans,sans-serif',
      false,
      '#000000',
    ])
    expect(
      evaluate(
        'const t = SpreadsheetApp.newTextStyle().setUnderline(false).build(); [t.isBold(), t.isUnderline(), t.getFontSize(), t.getForegroundColorObject()]',
      ),
    ).toEqual([null, false, null, null])
  })

  it.each([
    ['Background', '#ff0000', 'nocolor', '#ff0000', '#ffffff'],
    ['Background', 'navy', 'rebeccapurple', '#000080', '#ffffff'],
    ['FontColor', '#00ff00', '#zzzzzz', '#00ff00', '#000000'],
    ['FontWeight', 'BOLD', 'heavy', 'bold', 'normal'],
    ['FontStyle', 'italic', 'slanted', 'italic', 'normal'],
    ['FontLine', 'line-through', 'wavy', 'line-through', 'none'],
    ['HorizontalAlignment', 'right', 'start', 'right', 'general'],
    ['VerticalAlignment', 'top', 'up', 'top', 'bottom'],
  ])('%s %s stays when %s is asked for, and null takes it away', (name, good, bad, kept, none) => {
    const evaluate = started()
    expect(
      evaluate(
        `at('A1').set${name}('${good}').set${name}('${bad}').get${name}() + at('A1').set${name}(null).get${name}()`,
      ),
    ).toBe(kept + none)
  })

  it('a text style changes only what it states', () => {
    const evaluate = started()
    evaluate(
      "at('A1').setFontWeight('bold').setTextStyle(SpreadsheetApp.newTextStyle().setFontSize(20).setItalic(true).build())",
    )
    expect(evaluate("const s = at('A1').getTextStyle(); [s.isBold(), s.isItalic(), s.getFontSize()]")).toEqual([
      true,
      true,
      20,
    ])
  })

  it('borders keep the sides that are null', () => {
    const evaluate = started()
    evaluate(
      "at('B2:C3').setBorder(true, true, true, true, true, true); at('B2:C3').setBorder(true, null, true, true, true, true, '#00ff00', SpreadsheetApp.BorderStyle.DASHED); const b = at('B2').getBorder()",
    )
    expect(
      evaluate(
        '[String(b.getTop().getBorderStyle()), String(b.getLeft().getBorderStyle()), b.getTop().getColor().asRgbColor().asHexString()]',
      ),
    ).toEqual(['DASHED', 'SOLID', '#00ff00'])
  })
})

describe('cleaning up', () => {
  it('sorts by several keys and refuses columns outside', () => {
    const evaluate = started()
    evaluate("at('B2:D4').setValues([[1, 'b', true], [1, 'a', false], [0, 'c', '']])")
    expect(evaluate("at('B2:D4').sort([{ column: 2, ascending: false }, 3]).getValues()")).toEqual([
      [1, 'a', false],
      [1, 'b', true],
      [0, 'c', ''],
    ])
    expect(() => evaluate("at('B2:D4').sort(1)")).toThrow('Sort column is outside of the range.')
  })

  it('removes duplicates, trims, splits and fills', () => {
    const evaluate = started()
    evaluate("at('A1:B4').setValues([['foo', 'bar'], ['bar', 'foo'], ['foo', 'foo'], ['bar', 'foo']])")
    expect(
      evaluate("at('A1:B4').removeDuplicates([2]).getA1Notation() + JSON.stringify(at('A1:B4').getValues())"),
    ).toBe('A1:B2[["foo","bar"],["bar","foo"],["",""],["",""]]')
    expect(evaluate("at('D1').setValue('  two   words ').trimWhitespace().getValue()")).toBe('two words')
    evaluate("at('F1:F3').setValues([['a,b,3'], ['c'], ['d,,e']]); at('F1:F3').splitTextToColumns()")
    expect(evaluate("at('F1:H3').getValues()")).toEqual([
      ['a', 'b', 3],
      ['c', '', ''],
      ['d', '', 'e'],
    ])
    evaluate(
      "at('A10:A11').setValues([[1], [3]]).autoFill(at('A10:A14'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES); at('B10').setValue('Q1').autoFillToNeighbor(SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES); at('C10').setFormula('=A10*2').autoFill(at('C10:C12'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES)",
    )
    expect(evaluate("at('A10:C14').getValues()")).toEqual([
      [1, 'Q1', 2],
      [3, 'Q2', 6],
      [5, 'Q3', 10],
      [7, 'Q4', ''],
      [9, 'Q5', ''],
    ])
  })

  it('inserts and deletes cells, and copies to other places', () => {
    const evaluate = started()
    evaluate("at('A1:B2').setValues([[1, 2], [3, 4]]); at('A1').insertCells(SpreadsheetApp.Dimension.ROWS)")
    expect(evaluate("at('A1:B3').getValues()")).toEqual([
      ['', 2],
      [1, 4],
      [3, ''],
    ])
    evaluate("at('A1').deleteCells(SpreadsheetApp.Dimension.COLUMNS); at('A2:A3').copyValuesToRange(sh, 4, 5, 1, 2)")
    expect(evaluate("at('A1:E3').getValues()")).toEqual([
      [2, '', '', 1, 1],
      [1, 4, '', 3, 3],
      [3, '', '', '', ''],
    ])
  })

  it('a range list does it everywhere', () => {
    const evaluate = started()
    evaluate(
      "const list = sh.getRangeList(['A1', 'E5']); list.setValue('  x  ').trimWhitespace().setFontWeight('bold').setFormulaR1C1('=R[1]C[1]')",
    )
    expect(evaluate('list.getRanges().map((r) => [r.getFontWeight(), r.getFormula()])')).toEqual([
      ['bold', '=B2'],
      ['bold', '=F6'],
    ])
    evaluate("list.setBackground('red').clear({ contentsOnly: true })")
    expect(evaluate('list.getRanges().map((r) => [r.isBlank(), r.getBackground()])')).toEqual([
      [true, '#ff0000'],
      [true, '#ff0000'],
    ])
  })
})

describe('values that no cell can hold', () => {
  it('an object is written as Java writes a map', () => {
    expect(started()("at('A1').setValue({ name: 'x', size: 1 }).getValue()")).toBe('{name=x, size=1.0}')
  })
})

describe('results of formulas', () => {
  it.each(['=TODAY()+7', '=DATE(2024,2,3)', '=A1-1', '=NOW()'])('%s is a date to a script', (formula) => {
    const evaluate = started()
    evaluate("at('A1').setValue(new Date(2024, 1, 3))")
    expect(evaluate(`at('B1').setFormula('${formula}').getValue() instanceof Date`)).toBe(true)
  })

  it('a date less a date is a number of days', () => {
    const evaluate = started()
    expect(evaluate("at('B1').setFormula('=DATE(2024,2,3)-DATE(2024,2,1)').getValue()")).toBe(2)
  })
})
