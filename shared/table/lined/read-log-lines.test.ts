// Proves that log lines become rows with plain column names, traces and all, and that chats and lists do not.
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from '../read.ts'

function only(text: string): ReadTable {
  const tables = readTables(text)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

const logs: Record<string, [text: string, header: string[], last: string[]]> = {
  'a web server': [
    '127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326 "http://www.example.com/" "Mozilla/4.08 [en] (Win98; I)"\n10.0.0.1 - - [10/Oct/2000:13:55:37 -0700] "POST /x?a,b HTTP/1.1" 404 - "-" "curl/8"',
    ['ip', 'identity', 'user', 'time', 'request', 'status', 'size', 'referrer', 'user agent'],
    ['10.0.0.1', '-', '-', '10/Oct/2000:13:55:37 -0700', 'POST /x?a,b HTTP/1.1', '404', '-', '-', 'curl/8'],
  ],
  'a system': [
    'Mar  1 12:00:00 web01 sshd[1234]: Accepted password for ada from 10.0.0.1\nMar  1 12:00:05 web01 kernel: eth0: link up',
    ['time', 'host', 'source', 'pid', 'message'],
    ['Mar  1 12:00:05', 'web01', 'kernel', '', 'eth0: link up'],
  ],
  'a newer system': [
    '<34>1 2026-10-11T22:14:15.003Z mymachine su - ID47 - su root failed\n<165>1 2026-10-11T22:14:16.003Z host app 8710 - [ex id="1"] An event',
    ['priority', 'version', 'time', 'host', 'source', 'pid', 'id', 'data', 'message'],
    ['165', '1', '2026-10-11T22:14:16.003Z', 'host', 'app', '8710', '-', '[ex id="1"]', 'An event'],
  ],
  'level, thread and class': [
    '2026-03-01 12:00:00,123 INFO  [main] a.b.C - Started, ok\n2026-03-01 12:00:01,456 ERROR [worker-1] a.b.D - Failed:  twice',
    ['time', 'level', 'thread', 'source', 'message'],
    ['2026-03-01 12:00:01,456', 'ERROR', 'worker-1', 'a.b.D', 'Failed:  twice'],
  ],
  'process and padded thread': [
    '2026-03-01T12:00:00.123Z  INFO 1234 --- [           main] com.ex.App : Starting App\n2026-03-01T12:00:01.123Z  WARN 1234 --- [           main] com.ex.App : Slow',
    ['time', 'level', 'pid', 'thread', 'source', 'message'],
    ['2026-03-01T12:00:01.123Z', 'WARN', '1234', 'main', 'com.ex.App', 'Slow'],
  ],
  'module before level': [
    '2026-03-01 12:00:00,123 - app.module - INFO - message one\n2026-03-01 12:00:01,123 - app.other - ERROR - message two - more',
    ['time', 'level', 'source', 'message'],
    ['2026-03-01 12:00:01,123', 'ERROR', 'app.other', 'message two - more'],
  ],
  'a database': [
    '2026-03-01 12:00:00.123 UTC [1234] LOG:  ready\n2026-03-01 12:00:01.123 UTC [1240] ERROR:  relation "x" does not exist',
    ['time', 'level', 'pid', 'message'],
    ['2026-03-01 12:00:01.123 UTC', 'ERROR', '1240', 'relation "x" does not exist'],
  ],
  'names and values': [
    'time=2026-03-01T12:00:00Z level=info msg="hello world" dur=3ms\ntime=2026-03-01T12:00:01Z level=warn msg="x \\"y\\" a=b" dur=5ms user=ada',
    ['time', 'level', 'msg', 'dur', 'user'],
    ['2026-03-01T12:00:01Z', 'warn', 'x "y" a=b', '5ms', 'ada'],
  ],
  'a bracketed time': [
    '[2026-03-01 12:00:00] ERROR: disk full\n[2026-03-01 12:00:02] INFO: bye',
    ['time', 'level', 'message'],
    ['2026-03-01 12:00:02', 'INFO', 'bye'],
  ],
  'no level': [
    '2026/03/01 12:00:00 listening on :8080\n2026/03/01 12:00:01 GET / 200\n2026/03/01 12:00:02 bye',
    ['time', 'message'],
    ['2026/03/01 12:00:02', 'bye'],
  ],
  'levels only': [
    '[INFO] Building\n[WARNING] Deprecated API\n[ERROR] Failed',
    ['level', 'message'],
    ['ERROR', 'Failed'],
  ],
  commits: [
    'a1b2c3d Fix the bug\n0f9e8d7 Add a feature, with tests\n1234abc Start',
    ['commit', 'message'],
    ['1234abc', 'Start'],
  ],
}

describe('logs', () => {
  it.each(Object.entries(logs))('of %s', (_name, [log, header, last]) => {
    const text = `Hello, this is in the log:\n\n${log}\n\nWhat do you think?`
    const table = only(text)
    expect(table.header).toEqual(header)
    expect(table.rows.at(-1)).toEqual(last)
    expect(text.slice(table.start, table.end)).toBe(log)
  })

  it('keep a stack trace in the message above it', () => {
    const trace = 'java.lang.RuntimeException: x\n\tat a.b.D.run(D.java:10)\nCaused by: foo'
    const text = `2026-03-01 12:00:00 INFO a.B - one\n2026-03-01 12:00:01 ERROR a.B - two\n${trace}\n2026-03-01 12:00:02 INFO a.B - three\n${trace}\n\nDone.`
    const table = only(text)
    expect(table.rows.map((row) => row.at(-1))).toEqual(['one', `two\n${trace}`, `three\n${trace}`])
    expect(text.slice(table.end)).toBe('\n\nDone.')
  })
})

it.each([
  '[2026-03-01 12:00:00] Ada: hi there\n[2026-03-01 12:00:10] Bob: hello\n[2026-03-01 12:00:12] Ada: bye',
  '12:00:01 Ada: hi\n12:00:05 Bob: ho\n12:00:07 Ada: no',
  'deadbeef is a word\nfacade is another\ndefaced too',
  'Meet at 10:30:00 today\nor at 11:30:00\nor never',
  '[INFO] one line only',
  'a=b',
])('finds no table in %j', (text) => expect(readTables(text)).toEqual([]))

it('leaves delimited lines to their reader', () => {
  expect(only('2026-03-01 12:00:00,5,abc\n2026-03-01 12:00:01,6,def\n2026-03-01 12:00:02,7,ghi').format).toBe('csv')
  expect(only('time,level,msg\n2026-03-01 12:00:00,INFO,a\n2026-03-01 12:00:01,WARN,b\n').format).toBe('csv')
})
