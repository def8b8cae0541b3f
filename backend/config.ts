// Reads the environment into one validated configuration, or says which variable is wrong and what to do.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import type { TryRates } from './accounts/tries.ts'
import { type ExportConfig, exportConfigOf, exportVariables } from './config/exports.ts'
import { metricsVariables } from './config/metrics.ts'
import { rateLimitsOf, rateLimitVariables, tryRatesOf } from './config/rate-limits.ts'
import { type Sizes, sizesOf, sizeVariables } from './config/sizes.ts'
import type { RateLimitConfig } from './platform/limits/rate-limits.ts'
import { lacksVersion } from './platform/model/find-endpoint.ts'
import type { ModelConfig } from './platform/model/open-model.ts'
import { readPrices } from './platform/model/read-prices.ts'
import { keptSecret } from './platform/secret-file.ts'
import { readSecretKeys, type SecretsConfig } from './platform/secrets/secret-keys.ts'

export type Config = {
  production: boolean
  /** 0 takes any free port. */
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  /** Undefined: the PostgreSQL that comes from npm. May carry `?search_path=…`. */
  databaseUrl: string | undefined
  /** Where people reach this server, without a slash at the end; undefined when nobody said. */
  publicUrl: string | undefined
  corsOrigins: string[]
  /** How many proxies in front are trusted to say where a request comes from. */
  trustProxy: number
  logLevel: string
  /** The newest of the secrets that sign access tokens. */
  jwtSecret: string
  /** Whose signatures are still taken: `jwtSecret`, and those it came after. */
  jwtSecrets: string[]
  /** Seconds that a refresh token lives. */
  refreshLifetime: number
  /** Of bcrypt. */
  passwordCost: number
  /** Null: this server sends no mail. `publicUrl` is what the links in mails begin with. */
  mail: { smtpUrl: string; from: string; publicUrl: string } | null
  google: {
    audiences: string[]
    certsUrl: string | undefined
    apiRoot: string | undefined
    /** What people connect their Google accounts through; null: they can’t. */
    client: { id: string; secret: string } | null
  }
  exports: ExportConfig
  secrets: SecretsConfig
  /** What people's texts are sealed with; null: they are kept as they are. */
  texts: SecretsConfig | null
  /** Null: no model, the built-in engine answers. */
  model: ModelConfig | null
  /** What a person may use in a day (UTC), in tokens and in money; null: as much as they want. */
  daily: { tokens: number | null; cost: number | null }
  limits: Sizes
  /** Days that what was deleted can still be restored; then it is purged. */
  retentionDays: number
  rateLimits: RateLimitConfig
  /** How often strangers may try something. */
  tries: TryRates
  /** What a monitoring system shows to read the metrics; undefined: there is none. */
  metricsToken: string | undefined
}

const Origin = z.url({ protocol: /^https?$/ }).refine((value) => new URL(value).origin === value)
const HttpUrl = z.url({ protocol: /^https?$/ })
const list = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/** One secret, or several with commas between them, the newest first. A comma that leaves too short a part is the secret’s own. */
function secretsIn(text: string | undefined): string[] {
  if (text === undefined) return []
  const parts = list(text)
  return parts.every((part) => part.length >= 32) ? [...new Set(parts)] : [text]
}

const Keys = z
  .string()
  .optional()
  .transform((text, context) => {
    const keys = text === undefined ? [] : readSecretKeys(text)
    if (keys === null) context.addIssue({ code: 'custom' })
    return keys ?? []
  })
const keysRemedy =
  'Set a name and 32 random bytes in base64, such as k1:… with the rest from: openssl rand -base64 32. Older keys follow after commas; no two have one name.'

/** One line for each variable: what it takes, and what to say when it is something else. */
const variables = {
  NODE_ENV: [
    z.enum(['production', 'development', 'test']).default('development'),
    'Set it to production, or leave it out.',
  ],
  PORT: [z.coerce.number().int().min(0).max(65535).default(8787), 'Set a port from 1 to 65535, or 0 for any free one.'],
  HOST: [z.string().default('127.0.0.1'), 'Set an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all.'],
  DATA_DIR: [z.string().default('.data'), 'Set a folder that this server may write to.'],
  DATABASE_URL: [
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'Set postgres://user:password@host:5432/name, or leave it out.',
  ],
  PUBLIC_URL: [HttpUrl.optional(), 'Set the address people reach this server at, such as https://tables.example.com.'],
  CORS_ORIGINS: [
    z
      .string()
      .optional()
      .transform((text) => list(text).map((origin) => origin.replace(/\/$/, '')))
      .pipe(z.array(Origin)),
    'List origins such as https://app.example.com, without a path, with commas between them.',
  ],
  TRUST_PROXY: [
    z.coerce.number().int().min(0).max(10).default(0),
    'Set how many proxies stand in front of this server, such as 1.',
  ],
  ...exportVariables,
  ...rateLimitVariables,
  ...metricsVariables,
  ...sizeVariables,
  LOG_LEVEL: [
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    'Set one of trace, debug, info, warn, error, fatal, silent.',
  ],
  JWT_SECRET: [
    z.string().min(32).optional().transform(secretsIn),
    'Set at least 32 random characters, for example from: openssl rand -base64 48',
  ],
  REFRESH_TOKEN_DAYS: [z.coerce.number().int().min(1).max(365).default(30), 'Set a number of days from 1 to 365.'],
  PASSWORD_COST: [z.coerce.number().int().min(4).max(16).default(12), 'Set a number from 10 to 16, such as 12.'],
  SMTP_URL: [
    z.url({ protocol: /^smtps?$/ }).optional(),
    'Set smtp://user:password@host:587, or smtps:// for a server that is encrypted from the start, or leave it out.',
  ],
  MAIL_FROM: [
    z
      .string()
      .regex(/^[^\r\n]*@[^\r\n]+$/)
      .optional(),
    'Set an address such as Tablewright <tables@example.com>.',
  ],
  GOOGLE_AUDIENCES: [z.string().optional().transform(list), 'List the OAuth client ids whose sign-ins are accepted.'],
  GOOGLE_CERTS_URL: [HttpUrl.optional(), 'Set an address, or leave it out for Google’s own keys.'],
  GOOGLE_API_ROOT: [HttpUrl.optional(), 'Set an address, or leave it out for Google’s own API.'],
  GOOGLE_CLIENT_ID: [
    z.string().optional(),
    'Set the id of an OAuth client of the kind “Web application”, or leave it out together with GOOGLE_CLIENT_SECRET.',
  ],
  GOOGLE_CLIENT_SECRET: [
    z.string().optional(),
    'Set the secret of the OAuth client in GOOGLE_CLIENT_ID, or leave both out.',
  ],
  SECRETS_KEY: [Keys, keysRemedy],
  DATA_KEY: [Keys, keysRemedy],
  RETENTION_DAYS: [
    z.coerce.number().int().min(0).max(3650).default(30),
    'Set how many days what was deleted is kept, such as 30, or leave it out.',
  ],
  OPENAI_API_KEY: [z.string().optional(), 'Set the key of your model account, or leave it out.'],
  OPENAI_BASE_URL: [HttpUrl.optional(), 'Set an address such as https://api.openai.com/v1, or leave it out.'],
  OPENAI_MODEL: [z.string().default('gpt-6-luna'), 'Set the name of a model.'],
  OPENAI_API: [
    z.enum(['responses', 'chat']).default('responses'),
    'Set it to responses, or to chat for servers that speak Chat Completions, or leave it out.',
  ],
  OPENAI_API_VERSION: [
    z
      .string()
      .regex(/^(\d{4}-\d{2}-\d{2}(-preview)?|latest|preview)$/)
      .optional(),
    'Set the version of Azure’s dated API, such as 2024-10-21, or leave it out.',
  ],
  OPENAI_ORGANIZATION: [z.string().optional(), 'Set the id of an organization at OpenAI, or leave it out.'],
  OPENAI_PROJECT: [z.string().optional(), 'Set the id of a project at OpenAI, or leave it out.'],
  MODEL_TIMEOUT_MS: [z.coerce.number().int().min(1000).default(60_000), 'Set milliseconds, at least 1000.'],
  MODEL_MAX_OUTPUT_TOKENS: [
    z.coerce.number().int().min(16).optional(),
    'Set how many tokens an answer may have, at least 16, or leave it out.',
  ],
  MODEL_REASONING_EFFORT: [
    z
      .string()
      .regex(/^[a-z]+$/)
      .optional(),
    'Set a word that the model knows, such as low, medium or high, or leave it out.',
  ],
  MODEL_STRICT_TOOLS: [z.enum(['on', 'off', 'auto']).default('auto'), 'Set it to on, off or auto, or leave it out.'],
  MODEL_CONCURRENCY: [
    z.coerce.number().int().min(1).optional(),
    'Set how many requests the model may get at once, such as 20, or leave it out.',
  ],
  MODEL_PRICES: [
    z
      .string()
      .optional()
      .transform((text, context) => {
        const prices = text === undefined ? null : readPrices(text)
        if (text !== undefined && prices === null) context.addIssue({ code: 'custom' })
        return prices
      }),
    'Set {"currency":"USD","models":{"name":{"input":1,"cached":0.1,"output":6}}}, in prices per million tokens, or the path of a file that says so, or leave it out.',
  ],
  DAILY_TOKENS_PER_USER: [
    z.coerce.number().int().positive().optional(),
    'Set how many tokens a person may use in a day, such as 2000000, or leave it out.',
  ],
  DAILY_COST_PER_USER: [
    z.coerce.number().positive().optional(),
    'Set what a person may spend in a day, in the currency of the prices, such as 2.5, or leave it out.',
  ],
} as const

type Variables = { [K in keyof typeof variables]: z.infer<(typeof variables)[K][0]> }

/** What is wrong with the configuration, one sentence a line; for the person who starts the server. */
export class ConfigError extends Error {
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigError'
  }
}

function parseVariables(env: NodeJS.ProcessEnv): Variables {
  const faults: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, [schema, remedy]] of Object.entries(variables)) {
    // `NAME=` in a file means that it is not set. The value itself is never repeated: it may be a secret.
    const result = schema.safeParse(env[name]?.trim() || undefined)
    if (result.success) values[name] = result.data
    else faults.push(`${name} is not valid. ${remedy}`)
  }
  const parsed = values as Variables
  if (parsed.OPENAI_BASE_URL && lacksVersion(parsed.OPENAI_BASE_URL, parsed.OPENAI_API_VERSION))
    faults.push(`OPENAI_API_VERSION is needed for a deployment at Azure. ${variables.OPENAI_API_VERSION[1]}`)
  if (Boolean(parsed.GOOGLE_CLIENT_ID) !== Boolean(parsed.GOOGLE_CLIENT_SECRET)) {
    const missing = parsed.GOOGLE_CLIENT_ID ? 'GOOGLE_CLIENT_SECRET' : 'GOOGLE_CLIENT_ID'
    faults.push(`${missing} is missing. ${variables[missing][1]}`)
  }
  if (parsed.NODE_ENV === 'production') faults.push(...productionFaults(parsed))
  if (faults.length > 0) throw new ConfigError(faults)
  return parsed
}

function productionFaults(values: Partial<Variables>): string[] {
  const faults: string[] = []
  if (!values.JWT_SECRET?.length) faults.push(`JWT_SECRET is needed in production. ${variables.JWT_SECRET[1]}`)
  if (values.PASSWORD_COST !== undefined && values.PASSWORD_COST < 10)
    faults.push(`PASSWORD_COST is too low for production. ${variables.PASSWORD_COST[1]}`)
  if (values.SMTP_URL && !values.PUBLIC_URL)
    faults.push(`PUBLIC_URL is needed beside SMTP_URL: links in mails lead to it. ${variables.PUBLIC_URL[1]}`)
  if (!values.GOOGLE_AUDIENCES?.length)
    faults.push(
      `GOOGLE_AUDIENCES is needed in production, or anybody’s script could sign in. ${variables.GOOGLE_AUDIENCES[1]}`,
    )
  if (values.GOOGLE_CLIENT_ID && !values.SECRETS_KEY?.length)
    faults.push(
      `SECRETS_KEY is needed in production to connect Google accounts: it keeps their tokens. ${variables.SECRETS_KEY[1]}`,
    )
  if (values.GOOGLE_CLIENT_ID && !values.PUBLIC_URL)
    faults.push(
      `PUBLIC_URL is needed in production to connect Google accounts: Google sends people back to it. ${variables.PUBLIC_URL[1]}`,
    )
  for (const name of ['GOOGLE_CERTS_URL', 'GOOGLE_API_ROOT'] as const)
    if (values[name]) faults.push(`${name} points away from Google and is refused in production. Leave it out.`)
  return faults
}

/** The environment with the project's `.env` file read into it; what is already set wins. */
export function readEnvironment(): NodeJS.ProcessEnv {
  const file = join(import.meta.dirname, '..', '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}

/**
 * The configuration in `env`. Throws `ConfigError` that names every wrong variable and its remedy. Without `JWT_SECRET`
 * it makes one and keeps it in `DATA_DIR`.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const values = parseVariables(env)
  const dataDir = resolve(values.DATA_DIR)
  const [jwtSecret = keptSecret(join(dataDir, 'jwt-secret')), ...earlier] = values.JWT_SECRET
  return {
    production: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    dataDir,
    databaseUrl: values.DATABASE_URL,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    corsOrigins: values.CORS_ORIGINS,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    jwtSecret,
    jwtSecrets: [jwtSecret, ...earlier],
    refreshLifetime: values.REFRESH_TOKEN_DAYS * 86_400,
    passwordCost: values.PASSWORD_COST,
    mail: mailOf(values),
    google: {
      audiences: values.GOOGLE_AUDIENCES,
      certsUrl: values.GOOGLE_CERTS_URL,
      apiRoot: values.GOOGLE_API_ROOT,
      client:
        values.GOOGLE_CLIENT_ID && values.GOOGLE_CLIENT_SECRET
          ? { id: values.GOOGLE_CLIENT_ID, secret: values.GOOGLE_CLIENT_SECRET }
          : null,
    },
    secrets: { keys: values.SECRETS_KEY, keptFile: join(dataDir, 'secrets-key') },
    texts: values.DATA_KEY.length > 0 ? { keys: values.DATA_KEY, keptFile: join(dataDir, 'data-key') } : null,
    model: modelOf(values),
    daily: { tokens: values.DAILY_TOKENS_PER_USER ?? null, cost: values.DAILY_COST_PER_USER ?? null },
    exports: exportConfigOf(values),
    rateLimits: rateLimitsOf(values),
    tries: tryRatesOf(values, values.NODE_ENV === 'production'),
    metricsToken: values.METRICS_TOKEN,
    limits: sizesOf(values),
    retentionDays: values.RETENTION_DAYS,
  }
}

function mailOf(values: Variables): Config['mail'] {
  if (!values.SMTP_URL) return null
  const publicUrl = values.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${values.PORT}`
  return {
    smtpUrl: values.SMTP_URL,
    from: values.MAIL_FROM ?? `Tablewright <no-reply@${new URL(publicUrl).hostname}>`,
    publicUrl,
  }
}

/** A key is enough, and so is an address: local servers ask for no key. */
function modelOf(values: Variables): ModelConfig | null {
  if (!values.OPENAI_API_KEY && !values.OPENAI_BASE_URL) return null
  return {
    api: values.OPENAI_API,
    apiKey: values.OPENAI_API_KEY ?? null,
    baseUrl: values.OPENAI_BASE_URL,
    name: values.OPENAI_MODEL,
    host: new URL(values.OPENAI_BASE_URL ?? 'https://api.openai.com').host,
    apiVersion: values.OPENAI_API_VERSION,
    organization: values.OPENAI_ORGANIZATION,
    project: values.OPENAI_PROJECT,
    timeoutMs: values.MODEL_TIMEOUT_MS,
    maxOutputTokens: values.MODEL_MAX_OUTPUT_TOKENS,
    reasoningEffort: values.MODEL_REASONING_EFFORT,
    strictTools: values.MODEL_STRICT_TOOLS,
    concurrency: values.MODEL_CONCURRENCY,
    prices: values.MODEL_PRICES,
  }
}
