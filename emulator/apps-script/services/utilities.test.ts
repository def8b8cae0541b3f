// Tests of Utilities, blobs and how logging writes values.
import { describe, expect, it } from 'vitest'
import { createRuntime } from '../runtime.ts'

const { evaluate } = createRuntime({ title: 'Book' })
const hex = (code: string) =>
  (evaluate(code) as number[]).map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('')

describe('digests and signatures', () => {
  it.each([
    ['MD2', 'da853b0d3f88d99b30283a69e6ded6bb'],
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA_1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA_256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('%s', (algorithm, digest) => {
    expect(hex(`Utilities.computeDigest(Utilities.DigestAlgorithm.${algorithm}, 'abc')`)).toBe(digest)
  })

  it('take text as US-ASCII unless a character set is named', () => {
    const digest = (rest: string) => hex(`Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, ${rest})`)
    expect(digest("'é'")).toBe(digest("'?'"))
    expect(digest("'é', Utilities.Charset.UTF_8")).toBe(digest('[-61, -87]'))
    expect(evaluate("Utilities.base64Encode('é') + Utilities.base64Encode('é', Utilities.Charset.UTF_8)")).toBe(
      'Pw==w6k=',
    )
    expect(() => evaluate("Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a', 'UTF_8')")).toThrow(
      "The parameters (Utilities.DigestAlgorithm,String,String) don't match",
    )
    expect(() => evaluate("Utilities.computeHmacSha256Signature([1], 'key')")).toThrow(
      "don't match the method signature",
    )
    expect(() => evaluate("Utilities.computeHmacSha256Signature(['a'], [1])")).toThrow('Cannot convert')
  })

  it('sign with every algorithm', () => {
    expect(hex("Utilities.computeHmacSha256Signature('data', 'key')")).toBe(
      '5031fe3d989c6d1537a013fa6e739da23463fdaec3b70137d828e36ace221bd0',
    )
    expect(hex("Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_MD5, 'data', 'key')")).toBe(
      '9d5c73ef85594d34ec4438b7c97e51d8',
    )
  })
})

describe('blobs', () => {
  it('have a name and a type only when they were given', () => {
    expect(
      evaluate(
        "const b = Utilities.newBlob('x'); [b.getName(), b.getContentType(), b.copyBlob().setName('a.csv').setContentTypeFromExtension().getContentType(), Utilities.newBlob([65]).getContentType()]",
      ),
    ).toEqual([null, 'text/plain', 'text/csv', null])
    expect(evaluate("b.setDataFromString('é', 'ISO-8859-1').getBytes()")).toEqual([-23])
    expect(evaluate("b.getDataAsString('ISO-8859-1')")).toBe('é')
  })

  it('go through archives and come back', () => {
    expect(
      evaluate(
        "const z = Utilities.zip([Utilities.newBlob('a', 'text/plain', 'a.txt'), Utilities.newBlob('{}', null, 'b.json')]); [z.getName(), z.getContentType(), Utilities.unzip(z).map((one) => [one.getName(), one.getContentType(), one.getDataAsString()])]",
      ),
    ).toEqual([
      'archive.zip',
      'application/zip',
      [
        ['a.txt', 'text/plain', 'a'],
        ['b.json', 'application/json', '{}'],
      ],
    ])
    expect(
      evaluate(
        "const g = Utilities.gzip(Utilities.newBlob('hello')); const u = Utilities.ungzip(g); [g.getName(), g.getContentType(), u.getDataAsString(), u.getName(), u.getContentType()]",
      ),
    ).toEqual(['archive.gz', 'application/x-gzip', 'hello', 'archive', null])
  })
})

describe('dates and texts', () => {
  it.each([
    ['Europe/Berlin', "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2024-03-05T15:07:09.123+01:00'],
    ['America/New_York', 'EEEE, MMMM d, yyyy h:mm a z', 'Tuesday, March 5, 2024 9:07 AM EST'],
    ['GMT+5:30', 'EEE, d MMM yy HH:mm Z', 'Tue, 5 Mar 24 19:37 +0530'],
    ['GMT', "yyyy.MM.dd G 'at' kk 'o''clock' D w u", "2024.03.05 AD at 14 o'clock 65 10 2"],
    ['nowhere', 'HH:mm', '14:07'],
  ])('%s %s', (zone, pattern, text) => {
    expect(
      evaluate(
        `Utilities.formatDate(new Date(Date.UTC(2024, 2, 5, 14, 7, 9, 123)), '${zone}', ${JSON.stringify(pattern)})`,
      ),
    ).toBe(text)
  })

  it('read dates by the same letters', () => {
    expect(
      evaluate("Utilities.parseDate('5 March 2024, 9:07 PM', 'America/New_York', 'd MMMM yyyy, h:mm a').toISOString()"),
    ).toBe('2024-03-06T02:07:00.000Z')
    expect(() => evaluate("Utilities.parseDate('x', 'GMT', 'yyyy')")).toThrow('Unparseable date: "x"')
    expect(() => evaluate("Utilities.formatDate(new Date('none'), 'GMT', 'yyyy')")).toThrow('Invalid argument: date')
    expect(() => evaluate("Utilities.formatDate('2024', 'GMT', 'yyyy')")).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    )
  })

  it('fill places in and take CSV apart', () => {
    expect(evaluate("Utilities.formatString('%05d|%-6s|%+.2f|%x|%s|%%|%2$s', 42, 'ab', 1.5, 255, 3)")).toBe(
      '00042|ab    |+1.50|ff|3.0|%|ab',
    )
    expect(evaluate(`Utilities.parseCsv('a;b\\r\\n"c ""x"";";"d\\ne"\\n', ';')`)).toEqual([
      ['a', 'b'],
      ['c "x";', 'd\ne'],
    ])
  })
})

it('logs values as Google writes them', () => {
  const lines: string[] = []
  const logging = createRuntime({ title: 'Book', onLog: (line) => lines.push(line), scriptTimeZone: 'Etc/UTC' })
  logging.evaluate(
    "Logger.log('%s of %d', 1, 2); Logger.log([1, 'a', { b: 2.5, c: null }]); Logger.log(SpreadsheetApp.getActiveSheet()); console.warn('a %s', 1)",
  )
  logging.evaluate('Logger.log([new Date(Date.UTC(2020, 1, 18, 4, 32, 30))])')
  expect(lines.pop()).toBe('INFO: [Tue Feb 18 04:32:30 GMT+00:00 2020]')
  expect(lines).toEqual(['INFO: 1.0 of 2', 'INFO: [1.0, a, {b=2.5, c=null}]', 'INFO: Sheet', 'WARNING: a 1'])
  expect(String(logging.evaluate('Logger.getLog()')).split('\n')[0]).toMatch(
    /^\w{3} \w{3} \d{2} \d\d:\d\d:\d\d \w+ \d{4} INFO: 1.0 of 2$/,
  )
})
