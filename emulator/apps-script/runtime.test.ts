// Tests of the Apps Script look-alike through evaluate and call: values, errors, rules, stores, modes and realms.
import { createPublicKey, createVerify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createRuntime } from './runtime.ts'

const ss = 'const ss = SpreadsheetApp.getActive(); const sh = ss.getActiveSheet();'

function started() {
  const runtime = createRuntime({ title: 'Test', user: 'ann@example.com' })
  runtime.evaluate(ss)
  return runtime
}

describe('the script world', () => {
  it('has no Node or browser globals', () => {
    const names = 'process require fetch setTimeout URL TextEncoder atob crypto window Buffer structuredClone'.split(
      ' ',
    )
    const { evaluate } = createRuntime()
    expect(names.map((name) => evaluate(`typeof ${name}`))).toEqual(names.map(() => 'undefined'))
    expect(evaluate("SpreadsheetApp.getActive.constructor('return typeof process')()")).toBe('undefined')
    expect(evaluate("SpreadsheetApp.constructor.constructor('return typeof process')()")).toBe('undefined')
  })

  it('names what is not emulated, and has nothing that Google does not have', () => {
    const { evaluate } = started()
    expect(() => evaluate('sh.newChart()')).toThrow('SpreadsheetApp.Sheet.newChart is not emulated')
    expect(evaluate('[sh.foo, SpreadsheetApp.isFake, SpreadsheetApp.BandingTheme.PLAID, sh.then].join()')).toBe(',,,')
    expect(() => evaluate('sh.getRange("A1").setFoo(1)')).toThrow('setFoo is not a function')
    expect(evaluate('JSON.stringify({a: sh.getRange("A1")})')).toBe('{"a":{}}')
    expect(evaluate('String(sh) + typeof sh.getName + (sh.setTabColor("red") === sh)')).toBe('Sheetfunctiontrue')
  })

  it('refuses what no signature takes, in the words of Google, and gives null where nothing comes back', () => {
    const { evaluate } = started()
    const refused = (code: string) => evaluate(`try { ${code} } catch (e) { String(e) }`)
    expect(refused('sh.getRange()')).toBe(
      "Exception: The parameters () don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    )
    expect(refused('sh.getRange("1", 2)')).toContain('The parameters (String,number)')
    expect(refused('sh.getRange(null, 1, 1)')).toContain('The parameters (null,number,number)')
    expect(refused('sh.getRange("A1").setShowHyperlink(null)')).toContain('The parameters (null)')
    expect(refused('SpreadsheetApp.open({ getId: () => 1 })')).toContain('The parameters ((class))')
    expect(refused('sh.getRange("A1:A2").copyTo(sh)')).toContain('The parameters (SpreadsheetApp.Sheet)')
    expect(evaluate('[SpreadsheetApp.flush(), sh.getRange("A1").copyTo(sh.getRange("B1"))]')).toEqual([null, null])
  })

  it('makes dates, arrays and errors of its own world', () => {
    const { evaluate } = started()
    evaluate('sh.getRange("A1").setValue(new Date(Date.UTC(2024, 2, 5)))')
    expect(evaluate('sh.getRange("A1").getValue() instanceof Date')).toBe(true)
    expect(
      evaluate(
        'sh.getRange("A1:B2").getValues() instanceof Array && sh.getRange("A1:B2").getValues()[0] instanceof Array',
      ),
    ).toBe(true)
    expect(evaluate('try { sh.getRange(0, 1) } catch (e) { [e instanceof Error, e.name, String(e)] }')).toEqual([
      true,
      'Exception',
      'Exception: The starting row of the range is too small.',
    ])
    expect(Object.getPrototypeOf(evaluate('[{a: [1]}]'))).toBe(Array.prototype)
  })
})

describe('values', () => {
  it('come back as numbers, booleans, dates and text, empty as an empty string', () => {
    const { evaluate } = started()
    evaluate('sh.getRange("A1:E1").setValues([[1.5, true, "x", "", "3/5/2024"]])')
    const [values] = evaluate('sh.getRange("A1:E1").getValues()') as unknown[][]
    expect(values!.slice(0, 4)).toEqual([1.5, true, 'x', ''])
    expect(values![4]).toBeInstanceOf(Date)
    expect(evaluate('sh.getRange("E1").getDisplayValue()')).toBe('3/5/2024')
  })

  it('are parsed as typed unless text format or an apostrophe protects them', () => {
    const { evaluate } = started()
    evaluate('sh.getRange("A1:A3").setValues([["0042"], ["=1+2"], ["\'=x"]])')
    expect(evaluate('sh.getRange("A1:A3").getValues()')).toEqual([[42], [3], ['=x']])
    evaluate('sh.getRange("B1:B3").setNumberFormat("@").setValues([["0042"], ["=1+2"], ["3-5"]])')
    expect(evaluate('sh.getRange("B1:B3").getValues()')).toEqual([['0042'], ['=1+2'], ['3-5']])
    expect(evaluate('sh.getRange("A1:A3").getFormulas()')).toEqual([[''], ['=1+2'], ['']])
  })

  it('must fit the range, in the words of Google', () => {
    const { evaluate } = started()
    expect(() => evaluate('sh.getRange("A1:B2").setValues([[1, 2]])')).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    )
    expect(() => evaluate('sh.getRange("A1:B1").setValues([[1]])')).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    )
    expect(() => evaluate('sh.getRange("A1").setValues("x")')).toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    )
    expect(() => evaluate('sh.getRange(1, 1, 1, 27)')).toThrow(
      'The coordinates of the range are outside the dimensions of the sheet.',
    )
  })

  it('are refused as a whole by a validation that rejects', () => {
    const { evaluate } = started()
    evaluate(
      'sh.getRange("A1:A2").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["a", "b"]).setAllowInvalid(false).build())',
    )
    expect(() => evaluate('sh.getRange("A1:A2").setValues([["a"], ["z"]])')).toThrow(
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
    )
    expect(evaluate('sh.getRange("A1").getValue()')).toBe('')
    expect(
      evaluate(
        'sh.getRange("A1").getDataValidation().getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST',
      ),
    ).toBe(true)
  })

  it('of a formula follow the cells they stand on', () => {
    const { evaluate } = started()
    evaluate('sh.getRange("A1:A3").setValues([[2], [3], ["=SUM(A1:A2)"]])')
    expect(evaluate('sh.getRange("A3").getValue()')).toBe(5)
  })
})

describe('the document', () => {
  it('copies a block away and back exactly', () => {
    const { evaluate } = started()
    evaluate(`
      sh.getRange('A1:B2').setValues([[1, 'x'], ['=A1*2', true]]).setBackground('#FF0000').setFontWeights([['bold', 'normal'], ['normal', 'bold']]);
      sh.getRange('B2').setNote('note').setNumberFormat('0.00');
      sh.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['x', 'y']).build());
      const hidden = ss.insertSheet('backup').hideSheet();
      sh.getRange('A1:B2').copyTo(hidden.getRange('A1:B2'));
      sh.getRange('A1:B2').clear().clearNote().clearDataValidations();
    `)
    expect(evaluate('sh.getDataRange().getA1Notation() + sh.getRange("A1").getBackground()')).toBe('A1#ffffff')
    evaluate('hidden.getRange("A1:B2").copyTo(sh.getRange("A1:B2"))')
    expect(
      evaluate(
        '[sh.getRange("A1:B2").getValues(), sh.getRange("A2").getFormula(), sh.getRange("A1").getBackground(), sh.getRange("B2").getFontWeight(), sh.getRange("B2").getNote(), sh.getRange("B2").getNumberFormat(), sh.getRange("B1").getDataValidation() !== null]',
      ),
    ).toEqual([
      [
        [1, 'x'],
        [2, true],
      ],
      '=A1*2',
      '#ff0000',
      'bold',
      'note',
      '0.00',
      true,
    ])
  })

  it('keeps sheets, names, freezes, bands, filters, protections and rules', () => {
    const { evaluate } = started()
    evaluate(`
      const data = ss.insertSheet('Data'); data.setFrozenRows(1); data.setColumnWidth(2, 180);
      const range = data.getRange('A1:C4'); range.applyRowBanding(SpreadsheetApp.BandingTheme.BLUE); range.createFilter();
      range.protect().setDescription('kept').setWarningOnly(true); ss.setNamedRange('table', range);
      data.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(5).setBackground('#00ff00').setRanges([range]).build()]);
      range.addDeveloperMetadata === undefined; data.addDeveloperMetadata('id', 'v');
    `)
    expect(
      evaluate(`[ss.getSheets().map(s => s.getName()), data.getFrozenRows(), data.getColumnWidth(2), range.getBandings().length,
      data.getFilter().getRange().getA1Notation(), data.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getDescription(),
      ss.getRangeByName('table').getA1Notation(), data.getConditionalFormatRules()[0].getBooleanCondition().getCriteriaType().toString(),
      data.createDeveloperMetadataFinder().withKey('id').find()[0].getValue()]`),
    ).toEqual([['Sheet1', 'Data'], 1, 180, 1, 'A1:C4', 'kept', 'A1:C4', 'NUMBER_GREATER_THAN', 'v'])
    expect(() => evaluate("ss.insertSheet('data')")).toThrow(
      'A sheet with the name "data" already exists. Please enter another name.',
    )
    expect(() => evaluate("range.addDeveloperMetadata('x')")).toThrow(
      'Adding developer metadata to arbitrary ranges is not currently supported.',
    )
    evaluate('ss.deleteSheet(data)')
    expect(() => evaluate('data.getRange("A1").getValue()')).toThrow('not found')
  })

  it('counts the calls that touch the document', () => {
    const runtime = started()
    runtime.evaluate('const r = sh.getRange(1, 1, 2, 2); r.getNumRows(); r.getA1Notation(); 1')
    expect(runtime.lastCallCount).toBe(0)
    runtime.evaluate('r.setValues([[1, 2], [3, 4]]); r.getValues(); 1')
    expect(runtime.lastCallCount).toBe(2)
  })
})

describe('executions of a project', () => {
  const code = `
    let count = 0
    function next() { count += 1; return count }
    function menu_() {}
    function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem('Start', 'show').addSeparator().addItem('Stop', 'stop').addToUi() }
    function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Hello')) }
    function touch() { return SpreadsheetApp.getActiveSpreadsheet().getName() }
    function lock() { const lock = LockService.getDocumentLock(); return lock.tryLock(10) }
    function wait() { LockService.getDocumentLock().waitLock(10) }
    function roundTrip(value) { return { value, isArray: value.list instanceof Array } }
  `
  const make = () => createRuntime({ project: { code, html: { sidebar: '<!-- gone --><p>Hi</p>' } }, title: 'Book' })

  it('have fresh globals each, and plain values in and out', () => {
    const runtime = make()
    expect([runtime.call('next'), runtime.call('next')]).toEqual([1, 1])
    expect(runtime.call('roundTrip', { list: [1] })).toEqual({ value: { list: [1] }, isArray: true })
    expect(() => runtime.call('nothing')).toThrow('Script function not found: nothing')
    expect(runtime.functionNames()).toEqual(['next', 'onOpen', 'show', 'touch', 'lock', 'wait', 'roundTrip'])
  })

  it('make menus in every mode, and nothing else in NONE', () => {
    const runtime = make()
    runtime.open('NONE')
    expect(runtime.ui.menus[0]?.items).toEqual([
      { caption: 'Start', functionName: 'show' },
      { separator: true },
      { caption: 'Stop', functionName: 'stop' },
    ])
    expect(() => runtime.callAs('NONE', 'touch')).toThrow(
      'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet',
    )
    expect(() => runtime.callAs('LIMITED', 'show')).toThrow('You do not have permission to call')
    expect(runtime.callAs('LIMITED', 'touch')).toBe('Book')
    runtime.call('show')
    expect(runtime.ui.sidebar).toMatchObject({ title: 'Hello', html: '<p>Hi</p>' })
  })

  it('exclude each other by locks, and give them back at the end', () => {
    const runtime = make()
    expect([runtime.call('lock'), runtime.call('lock')]).toEqual([true, true])
    const release = runtime.holdLock('document')
    expect(runtime.call('lock')).toBe(false)
    expect(() => runtime.call('wait')).toThrow('Lock timeout: another process was holding the lock for too long.')
    release()
    runtime.evaluate('LockService.getDocumentLock().waitLock(1)')
    expect(runtime.call('lock')).toBe(false)
  })
})

describe('services', () => {
  it('keep properties within the quotas', () => {
    const { evaluate } = started()
    evaluate("const p = PropertiesService.getDocumentProperties(); p.setProperty('a', '1').setProperties({ b: 2 })")
    expect(evaluate('p.getProperties()')).toEqual({ a: '1', b: '2' })
    expect(() => evaluate("p.setProperty('x', 'y'.repeat(9217))")).toThrow('Argument too large: value')
    expect(() => evaluate("for (let i = 0; i < 60; i++) p.setProperty('k' + i, 'y'.repeat(9000))")).toThrow(
      'You have exceeded the property storage quota.',
    )
  })

  it('hand out ID tokens that the published key verifies', () => {
    const { evaluate, identity } = started()
    const [head, body, signature] = String(evaluate('ScriptApp.getIdentityToken()')).split('.') as [
      string,
      string,
      string,
    ]
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString())
    const key = createPublicKey(identity.certs()[kid]!)
    expect(createVerify('RSA-SHA256').update(`${head}.${body}`).verify(key, signature, 'base64url')).toBe(true)
    expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toMatchObject({
      iss: 'https://accounts.google.com',
      aud: identity.clientId,
      email: 'ann@example.com',
      email_verified: true,
    })
  })

  it('compute, format and encode', () => {
    const { evaluate } = createRuntime()
    expect(
      evaluate(
        "Utilities.formatDate(new Date(Date.UTC(2024, 2, 5, 14, 7)), 'Europe/Berlin', \"yyyy-MM-dd'T'HH:mm XXX EEE\")",
      ),
    ).toBe('2024-03-05T15:07 +01:00 Tue')
    expect(evaluate("Utilities.base64Decode('/w==')")).toEqual([-1])
    expect(evaluate("Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'a').length")).toBe(32)
    expect(evaluate('Session.getActiveUser().getEmail()')).toContain('@')
  })
})
