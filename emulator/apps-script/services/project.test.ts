// Tests of what surrounds the sheets: several spreadsheets, sharing, HTML, triggers, stores, windows and requests.
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRuntime } from '../runtime.ts'

const started = () => createRuntime({ title: 'Book', user: 'ann@example.com' }).evaluate

describe('several spreadsheets', () => {
  it('are made, opened, copied and changed apart', () => {
    const evaluate = started()
    evaluate(
      "const own = SpreadsheetApp.getActive(); const other = SpreadsheetApp.create('Other', 5, 4); const sheet = other.getSheets()[0]; sheet.getRange('A1').setValue('far'); own.getActiveSheet().getRange('A1').setValue('near')",
    )
    expect(
      evaluate(
        "[sheet.getMaxRows(), sheet.getParent().getName(), SpreadsheetApp.openById(other.getId()).getRange('A1').getValue(), SpreadsheetApp.openByUrl(other.getUrl()).getId() === other.getId()]",
      ),
    ).toEqual([5, 'Other', 'far', true])
    expect(
      evaluate(
        "const moved = sheet.copyTo(own); [moved.getName(), moved.getParent().getId() === own.getId(), moved.getRange('A1').getValue(), own.getNumSheets(), other.getNumSheets()]",
      ),
    ).toEqual(['Copy of Sheet1', true, 'far', 2, 1])
    expect(
      evaluate(
        "const copy = own.copy('Third'); copy.getSheets()[0].getRange('A1').setValue('new'); [own.getSheets()[0].getRange('A1').getValue(), DriveApp.getFileById(copy.getId()).getName()]",
      ),
    ).toEqual(['near', 'Third'])
    expect(
      evaluate("SpreadsheetApp.setActiveSpreadsheet(other); SpreadsheetApp.getActiveSheet().getRange('A1').getValue()"),
    ).toBe('far')
    const refused = (code: string) => evaluate(`try { ${code} } catch (e) { e.message }`)
    expect(refused("SpreadsheetApp.openById('')")).toBe('Invalid argument: id')
    expect(refused("SpreadsheetApp.openByUrl('x')")).toBe('Invalid argument: url')
    expect(refused("SpreadsheetApp.openById('1' + 'a'.repeat(43))")).toContain('is missing (perhaps it was deleted')
  })

  it('pass what concerns the active sheet on to it, and know who may what', () => {
    const evaluate = started()
    evaluate(
      "const ss = SpreadsheetApp.getActive(); ss.appendRow(['a', 'b']); ss.renameActiveSheet('First'); ss.insertSheet('s1'); ss.insertSheet('s2', 0); ss.addEditor('ben@example.com').addViewers(['eve@example.com'])",
    )
    expect(evaluate('ss.getSheets().map((s) => [s.getName(), s.getIndex()])')).toEqual([
      ['s2', 1],
      ['First', 2],
      ['s1', 3],
    ])
    expect(
      evaluate(
        "ss.setActiveSheet(ss.getSheetByName('First')); [ss.getLastColumn(), ss.getSheetName(), ss.getColumnWidth(2), ss.duplicateActiveSheet().getName()]",
      ),
    ).toEqual([2, 'First', 100, 'Copy of First'])
    expect(
      evaluate(
        '[ss.getOwner().getEmail(), ss.getEditors().map(String), ss.removeEditor("ben@example.com").getEditors().length, ss.getViewers().length]',
      ),
    ).toEqual(['ann@example.com', ['ann@example.com', 'ben@example.com'], 1, 2])
    expect(
      evaluate(
        'const theme = ss.getSpreadsheetTheme(); [theme.getFontFamily(), theme.getConcreteColor(SpreadsheetApp.ThemeColorType.ACCENT1).asRgbColor().asHexString()]',
      ),
    ).toEqual(['Arial', '#4285f4'])
  })
})

describe('HTML', () => {
  it('templates run their scriptlets with what was set on them', () => {
    const evaluate = started()
    evaluate(
      "function twice(n) { return n * 2 } const t = HtmlService.createTemplate('<? for (var i = 0; i < items.length; i++) { ?><b><?= items[i] ?></b><? } ?><?!= raw ?><?= twice(n) ?><script>var x = \"<?= name ?>\"</script>'); t.items = ['<', 2]; t.raw = '<i>'; t.n = 4; t.name = '</script>'",
    )
    expect(evaluate('t.evaluate().getContent()')).toBe(
      '<b>&lt;</b><b>2</b><i>8<script>var x = "\\u003c/script\\u003e"</script>',
    )
    expect(evaluate("[t.getRawContent().length > 50, t.getCode().includes('items[i]')]")).toEqual([true, true])
    expect(() => evaluate("HtmlService.createTemplate('<?= nothing ?>').evaluate()")).toThrow('nothing is not defined')
  })

  it('output keeps its parts', () => {
    const evaluate = started()
    evaluate(
      "const o = HtmlService.createHtmlOutput('<p>').setTitle('T').setWidth(300).addMetaTag('viewport', 'w').appendUntrusted('<b>')",
    )
    expect(
      evaluate(
        '[o.getContent(), o.getTitle(), o.getWidth(), o.getHeight(), o.getMetaTags()[0].getName(), o.getBlob().getContentType(), o.asTemplate().getRawContent()]',
      ),
    ).toEqual(['<p>&lt;b&gt;', 'T', 300, null, 'viewport', 'text/html', '<p>&lt;b&gt;'])
    expect(() => evaluate("HtmlService.createTemplateFromFile('none')")).toThrow('No HTML file named none was found.')
  })
})

it('text for a web app has a type and a name', () => {
  const evaluate = started()
  evaluate(
    "const out = ContentService.createTextOutput('a').append('b').setMimeType(ContentService.MimeType.JSON).downloadAsFile('x.json')",
  )
  expect(
    evaluate(
      '[out.getContent(), out.getMimeType() === ContentService.MimeType.JSON, out.getFileName(), out.clear().getContent(), MimeType.GOOGLE_SHEETS]',
    ),
  ).toEqual(['ab', true, 'x.json', null, 'application/vnd.google-apps.spreadsheet'])
})

describe('the project', () => {
  it('keeps its triggers', () => {
    const evaluate = started()
    evaluate(
      "const clock = ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); const edit = ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create()",
    )
    expect(
      evaluate(
        'ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource())])',
      ),
    ).toEqual([
      ['tick', 'CLOCK', 'CLOCK'],
      ['edited', 'ON_EDIT', 'SPREADSHEETS'],
    ])
    expect(
      evaluate(
        'ScriptApp.deleteTrigger(clock); [ScriptApp.getProjectTriggers().length, ScriptApp.getUserTriggers(SpreadsheetApp.getActive())[0].getUniqueId() === edit.getUniqueId(), edit.getTriggerSourceId() === SpreadsheetApp.getActive().getId()]',
      ),
    ).toEqual([1, true, true])
    expect(() => evaluate("ScriptApp.newTrigger('x').timeBased().everyMinutes(7)")).toThrow(
      'It must be one of 1, 5, 10, 15 or 30.',
    )
    expect(() => evaluate("ScriptApp.newTrigger('x').timeBased().create()")).toThrow('configured')
  })

  it('locks, caches and asks', () => {
    const evaluate = started()
    expect(
      evaluate(
        'const lock = LockService.getScriptLock(); [lock.tryLock(-1), lock.hasLock(), lock.tryLock(0), lock.hasLock(), lock.releaseLock(), lock.hasLock()]',
      ),
    ).toEqual([false, false, true, true, null, false])
    expect(
      evaluate(
        "const cache = CacheService.getUserCache(); [cache.put('a', '1'), cache.getAll(['a', 'b']), cache.remove('a'), cache.get('a')]",
      ),
    ).toEqual([null, { a: '1' }, null, null])
    expect(
      evaluate(
        "const ui = SpreadsheetApp.getUi(); const answer = ui.prompt('Name?', ui.ButtonSet.OK_CANCEL); [answer.getResponseText(), answer.getSelectedButton() === ui.Button.OK, Browser.msgBox('Hi')]",
      ),
    ).toEqual(['', true, 'ok'])
  })
})

describe('requests', () => {
  let server: Worker
  let evaluate: ReturnType<typeof started>
  beforeAll(async () => {
    server = new Worker(
      `const { createServer } = require('node:http'); const { parentPort } = require('node:worker_threads')
      createServer((request, response) => {
        let body = ''
        request.on('data', (chunk) => (body += chunk)).on('end', () => {
          if (request.url === '/away') return response.writeHead(302, { Location: '/there' }).end()
          if (request.url === '/missing') return response.writeHead(404).end('nope')
          response.writeHead(200, [['Content-Type', 'application/json'], ['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']])
          response.end(JSON.stringify({ method: request.method, url: request.url, type: request.headers['content-type'], body }))
        })
      }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port) })`,
      { eval: true },
    )
    const port = await new Promise((resolve) => server.once('message', resolve))
    evaluate = started()
    evaluate(
      `const base = 'http://127.0.0.1:${port}'; const ask = (path, options) => JSON.parse(UrlFetchApp.fetch(base + path, options || {}).getContentText())`,
    )
  })
  afterAll(() => server.terminate())

  it('send forms, text and files', () => {
    expect(evaluate("ask('/f?q=1', { method: 'post', payload: { a: 1, b: 'x y&' } })")).toEqual({
      method: 'POST',
      url: '/f?q=1',
      type: 'application/x-www-form-urlencoded',
      body: 'a=1&b=x+y%26',
    })
    expect(evaluate("ask('/j', { payload: JSON.stringify([1]), contentType: 'application/json' })")).toMatchObject({
      method: 'POST',
      type: 'application/json',
      body: '[1]',
    })
    const { type, body } = evaluate(
      "ask('/m', { method: 'put', payload: { file: Utilities.newBlob('data', 'text/csv', 'a.csv'), n: 1 } })",
    ) as { type: string; body: string }
    expect(type).toMatch(/^multipart\/form-data; boundary=/)
    expect(body).toContain('name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\ndata\r\n')
  })

  it('follow redirects unless told not to, and fail in the words of Google', () => {
    expect(
      evaluate("[ask('/away').url, UrlFetchApp.fetch(base + '/away', { followRedirects: false }).getResponseCode()]"),
    ).toEqual(['/there', 302])
    expect(evaluate("UrlFetchApp.fetch(base + '/missing', { muteHttpExceptions: true }).getContentText()")).toBe('nope')
    expect(() => evaluate("UrlFetchApp.fetch(base + '/missing')")).toThrow(
      /^Request failed for http:\/\/127\.0\.0\.1:\d+ returned code 404\. Truncated server response: nope \(use muteHttpExceptions option to examine full response\)$/,
    )
    expect(() => evaluate("UrlFetchApp.fetch('http://127.0.0.1:1')")).toThrow('Address unavailable: http://127.0.0.1:1')
    expect(() => evaluate("UrlFetchApp.fetch('https://example.com')")).toThrow('is not emulated')
    expect(() => evaluate("UrlFetchApp.fetch(base, { method: 'fly' })")).toThrow(
      'Attribute provided with invalid value: method',
    )
  })

  it('give answers that are their own text', () => {
    expect(evaluate("JSON.parse(UrlFetchApp.fetch(base + '/j')).url + String(UrlFetchApp.fetch(base)).charAt(0)")).toBe(
      '/j{',
    )
  })

  it('go out together and show their headers', () => {
    expect(
      evaluate(
        "UrlFetchApp.fetchAll([base + '/1', { url: base + '/2', method: 'delete' }]).map((r) => JSON.parse(r.getContentText()).method)",
      ),
    ).toEqual(['GET', 'DELETE'])
    expect(
      evaluate(
        "const r = UrlFetchApp.fetch(base + '/file.json'); [r.getHeaders()['Set-Cookie'], r.getAllHeaders()['Set-Cookie'], r.getBlob().getName(), r.getBlob().getContentType()]",
      ),
    ).toEqual(['b=2', ['a=1', 'b=2'], 'file.json', 'application/json'])
    expect(evaluate("UrlFetchApp.getRequest('http://localhost/x', { payload: 'a' })")).toMatchObject({
      method: 'post',
      payload: 'a',
      contentType: 'application/x-www-form-urlencoded',
      url: 'http://localhost/x',
    })
  })
})
