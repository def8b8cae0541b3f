// The configuration, and what people are told when it is wrong.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'tablewright-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const secret = 'a secret that is only good for tests'
const production = { NODE_ENV: 'production', JWT_SECRET: secret, GOOGLE_AUDIENCES: 'client-1' }

test('nothing set: sensible defaults, and a secret that is made once and kept private', () => {
  const config = loadConfig({ DATA_DIR: folder })
  expect(config).toMatchObject({ port: 8787, host: '127.0.0.1', model: null, databaseUrl: undefined, corsOrigins: [] })
  expect(config.jwtSecret.length).toBeGreaterThanOrEqual(32)
  expect(loadConfig({ DATA_DIR: folder }).jwtSecret).toBe(config.jwtSecret)
  expect(statSync(join(folder, 'jwt-secret')).mode & 0o777).toBe(0o600)
})

test('a variable that is empty counts as not set', () => {
  expect(loadConfig({ DATA_DIR: folder, PORT: '', OPENAI_API_KEY: ' ', OPENAI_API: '' })).toMatchObject({
    port: 8787,
    model: null,
  })
})

test('a key makes a model, at OpenAI or where the base URL says', () => {
  const model = (env: Record<string, string>) => loadConfig({ DATA_DIR: folder, OPENAI_API_KEY: 'key', ...env }).model
  expect(model({})).toMatchObject({ name: 'gpt-6-luna', host: 'api.openai.com', baseUrl: undefined })
  expect(model({ OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'm' })).toMatchObject({
    name: 'm',
    host: 'localhost:11434',
  })
})

test('an address alone makes a model too, without a key: a server of one’s own', () => {
  const env = { OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'llama3.3', OPENAI_API: 'chat' }
  expect(loadConfig({ DATA_DIR: folder, ...env }).model).toMatchObject({ apiKey: null, api: 'chat', name: 'llama3.3' })
})

test('the model’s prices are read from JSON or from a file', () => {
  const prices = { currency: 'USD', models: { 'gpt-6-luna': { input: 1, cached: 0.1, output: 6 } } }
  const file = join(folder, 'prices.json')
  writeFileSync(file, JSON.stringify(prices))
  for (const MODEL_PRICES of [JSON.stringify(prices), file])
    expect(loadConfig({ DATA_DIR: folder, OPENAI_API_KEY: 'key', MODEL_PRICES }).model?.prices).toEqual(prices)
  expect(loadConfig({ DATA_DIR: folder, OPENAI_API_KEY: 'key' }).model).toMatchObject({
    prices: null,
    strictTools: 'auto',
    api: 'responses',
  })
})

test('a deployment at Azure needs its version, in the address or beside it', () => {
  const OPENAI_BASE_URL = 'https://mine.openai.azure.com/openai/deployments/gpt'
  const load = (env: Record<string, string>) => () => loadConfig({ DATA_DIR: folder, OPENAI_BASE_URL, ...env })
  expect(load({})).toThrow('OPENAI_API_VERSION is needed')
  expect(load({ OPENAI_API_VERSION: '2024-10-21' })).not.toThrow()
  expect(load({ OPENAI_BASE_URL: `${OPENAI_BASE_URL}/chat/completions?api-version=2024-10-21` })).not.toThrow()
})

test('a slash at the end of an address does no harm', () => {
  const env = {
    DATA_DIR: folder,
    PUBLIC_URL: 'https://t.example.com/',
    CORS_ORIGINS: 'https://a.example.com/, https://b.example.com',
  }
  expect(loadConfig(env)).toMatchObject({
    publicUrl: 'https://t.example.com',
    corsOrigins: ['https://a.example.com', 'https://b.example.com'],
  })
})

test.each([
  ['NODE_ENV', 'Production', 'Set it to production'],
  ['PORT', 'eighty', 'port from 1 to 65535'],
  ['PORT', '70000', 'port from 1 to 65535'],
  ['DATABASE_URL', 'mysql://user:hunter2@host/db', 'postgres://'],
  ['CORS_ORIGINS', 'https://a.example, https://b.example/path', 'without a path'],
  ['JWT_SECRET', 'short', 'at least 32'],
  ['SMTP_URL', 'https://user:hunter2@mail.example.com', 'smtp://user:password@host:587'],
  ['MAIL_FROM', 'nobody', 'tables@example.com'],
  ['REFRESH_TOKEN_DAYS', '0', 'from 1 to 365'],
  ['PASSWORD_COST', '3', 'from 10 to 16'],
  ['RATE_LIMIT_USER', '-1', '0 for no limit'],
  ['RATE_LIMIT_REGISTER', 'none', 'from one network, or 0'],
  ['RATE_LIMIT_SIGN_IN', '0', 'such as 10'],
  ['RATE_LIMIT_MAIL', '1e3.5', 'in an hour'],
  ['TABLE_CELLS', 'all', 'from 1 to 10000000'],
  ['OPENAI_API', 'completions', 'responses'],
  ['OPENAI_API_VERSION', 'v1', '2024-10-21'],
  ['MODEL_MAX_OUTPUT_TOKENS', '0', 'at least 16'],
  ['MODEL_REASONING_EFFORT', 'very high', 'medium'],
  ['MODEL_STRICT_TOOLS', 'yes', 'on, off or auto'],
  ['MODEL_CONCURRENCY', '0', 'at once'],
  ['MODEL_PRICES', '{"currency":"USD","models":{"m":{"input":-1,"output":1}}}', 'per million tokens'],
  ['MODEL_PRICES', '/nowhere/prices.json', 'path of a file'],
  ['OPENAI_BASE_URL', 'localhost', 'such as https://'],
  ['LOG_LEVEL', 'loud', 'debug'],
])('a wrong %s names itself and the remedy, not its value', (name, value, remedy) => {
  const load = () => loadConfig({ DATA_DIR: folder, [name]: value })
  expect(load).toThrow(remedy)
  expect(load).toThrow(new RegExp(`^${name} `))
  expect(load).not.toThrow(/hunter2/)
})

test('all faults are told at once', () => {
  expect(() => loadConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*\nLOG_LEVEL/)
})

test('production wants its secret and its audiences, and refuses a stand-in for Google', () => {
  expect(loadConfig(production)).toMatchObject({ production: true, jwtSecret: secret })
  expect(() => loadConfig({ ...production, PASSWORD_COST: '9' })).toThrow('too low for production')
  const without = (name: string) => () => loadConfig({ ...production, [name]: '' })
  expect(without('JWT_SECRET')).toThrow('JWT_SECRET is needed in production')
  expect(without('GOOGLE_AUDIENCES')).toThrow('GOOGLE_AUDIENCES is needed in production')
  for (const name of ['GOOGLE_CERTS_URL', 'GOOGLE_API_ROOT'])
    expect(() => loadConfig({ ...production, [name]: 'http://localhost:1/' })).toThrow(
      `${name} points away from Google`,
    )
})

test('what strangers may try can be set; on a machine of one’s own programs may make more accounts', () => {
  const load = (env: Record<string, string>) => loadConfig({ DATA_DIR: folder, ...env }).tries
  expect(load({})).toEqual({ register: 1_000, signIn: 10, mail: 60 })
  expect(loadConfig(production).tries.register).toBe(100)
  expect(loadConfig({ ...production, RATE_LIMIT_REGISTER: '700' }).tries.register).toBe(700)
  expect(load({ RATE_LIMIT_REGISTER: '0', RATE_LIMIT_SIGN_IN: '3', RATE_LIMIT_MAIL: '0' })).toEqual({
    ...{ register: null, signIn: 3, mail: null },
  })
})

test('a server that sends mail says where its links lead to', () => {
  const SMTP_URL = 'smtp://user:pass%20word@mail.example.com:587'
  const load = (env: Record<string, string>) => loadConfig({ DATA_DIR: folder, SMTP_URL, ...env }).mail
  expect(loadConfig({ DATA_DIR: folder }).mail).toBeNull()
  expect(load({ PORT: '9000' })).toMatchObject({ smtpUrl: SMTP_URL, publicUrl: 'http://localhost:9000' })
  expect(load({ PUBLIC_URL: 'https://t.example.com/app/' })).toEqual({
    smtpUrl: SMTP_URL,
    from: 'Tablewright <no-reply@t.example.com>',
    publicUrl: 'https://t.example.com/app',
  })
  expect(() => loadConfig({ ...production, SMTP_URL })).toThrow('PUBLIC_URL is needed beside SMTP_URL')
})

test('the secret may be several, the newest first', () => {
  const [newer, older] = ['a newer secret that is long enough', 'an older secret that is long enough']
  const config = loadConfig({ ...production, JWT_SECRET: `${newer}, ${older}` })
  expect(config).toMatchObject({ jwtSecret: newer, jwtSecrets: [newer, older] })
})

test('every variable is in .env.example', () => {
  const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8')
  const source = readFileSync(join(import.meta.dirname, 'config.ts'), 'utf8')
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): \[/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(15)
  for (const name of names) expect(example).toMatch(new RegExp(`^#?${name}=`, 'm'))
})
