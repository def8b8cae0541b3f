// The rules of the house catch what they are there to catch.
import { describe, expect, it } from 'vitest'
import { breaches, importsOf } from './house-rules.ts'

const found = (path: string, text: string, ...others: [string, string][]) =>
  breaches([{ path, text }, ...others.map(([path, text]) => ({ path, text }))]).length

describe('the rules of the house', () => {
  it('reads plain, type, multi-line, re-exported and dynamic imports', () => {
    const text =
      "import a from 'a'\nimport type { B } from 'b'\nimport {\n  c,\n} from 'c'\nexport * from 'd'\nawait import('e')"
    expect(importsOf(text).map((found) => [found.specifier, found.typeOnly])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
      ['d', false],
      ['e', false],
    ])
  })

  it.each([
    ['shared/table/read.ts', "import { readFile } from 'node:fs'"],
    ['shared/plan/plan.ts', "import { sql } from '../../backend/platform/database.ts'"],
    ['addon/apps-script/rpc.ts', "import { x } from '../../backend/config.ts'"],
    ['backend/chat/send.ts', "import { runtime } from '../../emulator/apps-script/runtime.ts'"],
    ['emulator/page/server.ts', "import { Table } from '../../shared/table/table.ts'"],
    ['backend/chat/routes.ts', "import { insertMessage } from './store.ts'"],
    ['backend/chat/send.ts', "import { insertTable } from '../tables/store.ts'"],
    ['backend/tables/read-table.ts', "import { send } from '../chat/send.ts'"],
    ['backend/chat/send.ts', "import express from 'express'"],
  ])('%s may not say %s', (path, text) => {
    expect(found(path, text)).toBe(1)
  })

  it.each([
    ['shared/table/read.ts', "import { Parser } from 'htmlparser2'"],
    ['backend/chat/send.ts', "import { readTable } from '../tables/read-table.ts'"],
    ['backend/chat/routes.ts', "import { Router } from 'express'"],
    ['addon/apps-script/rpc.test.ts', "import { createRuntime } from '../../emulator/apps-script/runtime.ts'"],
  ])('%s may say %s', (path, text) => {
    expect(found(path, text)).toBe(0)
  })

  it('lets the sidebar have schemas as types and plain values only', () => {
    const schemas: [string, string] = ['shared/contract/schemas.ts', "import * as z from 'zod'"]
    const routes: [string, string] = ['shared/contract/routes.ts', 'export const routes = {}']
    expect(found('addon/sidebar/api.ts', "import { User } from '../../shared/contract/schemas.ts'", schemas)).toBe(1)
    expect(found('addon/sidebar/api.ts', "import type { User } from '../../shared/contract/schemas.ts'", schemas)).toBe(
      0,
    )
    expect(found('addon/sidebar/api.ts', "import { routes } from '../../shared/contract/routes.ts'", routes)).toBe(0)
  })
})
