// Seals everything in the database anew under the first keys of SECRETS_KEY and DATA_KEY; the server may run meanwhile.

import { resealTexts } from './chat/reseal-texts.ts'
import { type Config, ConfigError, loadConfig, readEnvironment } from './config.ts'
import { sealedColumns as sealedExports } from './exports/sealed-columns.ts'
import { resealConnections } from './google/reseal-connections.ts'
import { connect } from './platform/database/connect.ts'
import { launchPostgres } from './platform/database/launch-postgres.ts'
import { resealColumns } from './platform/database/reseal-columns.ts'
import { createTexts, keepTexts } from './platform/database/texts.ts'
import type { Resealed } from './platform/secrets/reseal-rows.ts'
import { createSecretBox } from './platform/secrets/secret-box.ts'
import { sealedColumns as sealedTables } from './tables/sealed-columns.ts'
import { sealedColumns as sealedTemplates } from './templates/sealed-columns.ts'

/** What was done in each place; nothing that is still readable is lost on the way. */
export async function rotateSecrets(config: Config, url: string): Promise<Resealed[]> {
  const box = createSecretBox(config.secrets)
  const sql = connect(url, { max: 2 })
  try {
    keepTexts(sql, createTexts(config.texts && createSecretBox(config.texts)))
    const texts = config.texts ? await resealTexts(sql) : []
    if (config.texts)
      for (const place of [...sealedTables, ...sealedTemplates, ...sealedExports])
        texts.push(await resealColumns(sql, place))
    return [...(config.secrets.keys.length > 0 ? await resealConnections(sql, box) : []), ...texts]
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** One line for each place, and each reason why something could not be opened, once. */
function tell(places: Resealed[]): void {
  for (const { name, resealed, kept, unreadable } of places) {
    console.log(`${name}: ${resealed} sealed anew, ${kept} were under the first key already`)
    for (const reason of new Set(unreadable)) {
      const times = unreadable.filter((each) => each === reason).length
      console.error(`${name}: ${times} could not be opened. ${reason}`)
    }
  }
}

async function main(): Promise<void> {
  const config = loadConfig(readEnvironment())
  if (config.secrets.keys.length === 0 && !config.texts)
    throw new ConfigError(['SECRETS_KEY is not set, nor is DATA_KEY: there is no key to change to. Set one first.'])
  const launched = config.databaseUrl ? undefined : await launchPostgres({ dataDir: config.dataDir })
  try {
    const places = await rotateSecrets(config, launched?.url ?? config.databaseUrl ?? '')
    tell(places)
    const left = places.some(({ unreadable }) => unreadable.length > 0)
    console.log(left ? 'Not everything could be opened.' : 'Nothing is left under another key.')
    if (left) process.exitCode = 1
  } finally {
    await launched?.close()
  }
}

if (import.meta.main)
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
