// Tests of text: rich text with its runs and links, and finding and replacing.
import { describe, expect, it } from 'vitest'
import { createRuntime } from '../runtime.ts'

function started() {
  const { evaluate } = createRuntime({ title: 'Book' })
  evaluate('const ss = SpreadsheetApp.getActive(); const sh = ss.getActiveSheet(); const at = (a) => sh.getRange(a)')
  return evaluate
}

describe('rich text', () => {
  it('comes back from a cell in its runs', () => {
    const evaluate = started()
    evaluate(`
      const bold = SpreadsheetApp.newTextStyle().setBold(true).build(); const italic = SpreadsheetApp.newTextStyle().setItalic(true).build();
      at('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('Bold Italic Link').setTextStyle(0, 4, bold)
        .setTextStyle(5, 11, italic).setLinkUrl(12, 16, 'https://example.com').build());
      const value = at('A1').getRichTextValue(); const runs = value.getRuns()`)
    expect(
      evaluate(
        'runs.map((r) => [r.getStartIndex(), r.getEndIndex(), r.getText(), r.getTextStyle().isBold(), r.getTextStyle().isItalic(), r.getLinkUrl()])',
      ),
    ).toEqual([
      [0, 4, 'Bold', true, false, null],
      [4, 5, ' ', false, false, null],
      [5, 11, 'Italic', false, true, null],
      [11, 12, ' ', false, false, null],
      [12, 16, 'Link', false, false, 'https://example.com'],
    ])
    expect(
      evaluate("[at('A1').getValue(), value.getLinkUrl(), value.getLinkUrl(12, 16), value.getTextStyle().isBold()]"),
    ).toEqual(['Bold Italic Link', null, 'https://example.com', null])
  })

  it('of one style is the style of the cell, and stays text', () => {
    const evaluate = started()
    evaluate(
      "at('A1:B1').setRichTextValues([[SpreadsheetApp.newRichTextValue().setText('0042').setTextStyle(SpreadsheetApp.newTextStyle().setForegroundColor('#ff0000').build()).build(), SpreadsheetApp.newRichTextValue().setText('x').setLinkUrl('https://example.com').build()]])",
    )
    expect(
      evaluate(
        "[at('A1').getValue(), at('A1').getFontColor(), at('A1').getRichTextValue().getRuns().length, at('B1').getRichTextValue().getLinkUrl()]",
      ),
    ).toEqual(['0042', '#ff0000', 1, 'https://example.com'])
    expect(evaluate("at('C1').setValue(5).getRichTextValue()")).toBe(null)
    expect(evaluate("at('A1').getRichTextValue().copy().setText('new').build().getText()")).toBe('new')
  })
})

describe('finding text', () => {
  const values =
    "[['sample', 'sámplé'], ['SampleA', 'sámplé'], ['=SAMPLE()', '=SámpléB()'], ['=sample()', '=x'], ['=sampleA()', 'y']]"
  it.each([
    ['', ['A1', 'A2']],
    ['.ignoreDiacritics(true).matchCase(true).matchEntireCell(true)', ['A1', 'B1', 'B2']],
    ['.matchFormulaText(true)', ['A1', 'A2', 'A3', 'A4', 'A5']],
    ['.matchCase(true)', ['A1']],
  ])('finds with %s', (options, found) => {
    const evaluate = started()
    evaluate(`at('A1:B5').setValues(${values})`)
    for (const from of ['ss', 'sh', "at('A1:B5')"])
      expect(evaluate(`${from}.createTextFinder('sample')${options}.findAll().map((r) => r.getA1Notation())`)).toEqual(
        found,
      )
  })

  it('goes from match to match and replaces, with patterns too', () => {
    const evaluate = started()
    evaluate(
      "at('A1:A3').setValues([['a1'], ['b'], ['a22']]); const finder = sh.createTextFinder('a(\\\\d+)').useRegularExpression(true)",
    )
    expect(
      evaluate(
        '[finder.findNext().getA1Notation(), finder.findNext().getA1Notation(), finder.findNext(), finder.findPrevious().getA1Notation()]',
      ),
    ).toEqual(['A1', 'A3', null, 'A3'])
    expect(evaluate("[finder.replaceAllWith('n$1'), at('A1:A3').getValues().join()]")).toEqual([2, 'n1,b,n22'])
    expect(evaluate("at('A1:A3').createTextFinder('n').startFrom(at('A2')).findNext().getA1Notation()")).toBe('A3')
  })
})
