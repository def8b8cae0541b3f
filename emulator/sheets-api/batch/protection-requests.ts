// Requests about protected ranges and sheets.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { touch } from '../../workbook/changes.ts'
import type { Box, Protection, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { demandFields, fieldOf, readMask } from '../cell-data/field-mask.ts'
import { gridWithId, readGridRange } from '../cell-data/grid-range.ts'
import { protectedRange } from '../cell-data/sheet-rules.ts'
import { freshId } from './fresh-id.ts'
import type { Handlers } from './request.ts'
import { tableWithId } from './table-places.ts'

type Asked = v4.Schema$ProtectedRange
type Target = Pick<Protection, 'box' | 'namedRangeId' | 'tableId'> & { sheet: Sheet }

/** What is protected: a range, a named range, a table, or with no ends given the whole sheet. */
function readTarget(book: Workbook, asked: Asked): Target {
  if (asked.namedRangeId) {
    const named = book.namedRanges.find((one) => one.id === asked.namedRangeId)
    if (!named) throw badRequest(`Cannot find named range with id ${asked.namedRangeId}.`)
    return { sheet: gridWithId(book, named.sheetId), box: named.box, namedRangeId: named.id }
  }
  const { tableId } = asked as { tableId?: string }
  if (tableId) {
    const { sheet, table } = tableWithId(book, tableId)
    return { sheet, box: table.box, tableId }
  }
  if (!asked.range) throw badRequest('One of range, namedRangeId or tableId must be set.')
  const { sheetId: _sheetId, ...ends } = asked.range
  if (Object.values(ends).every((end) => end === undefined || end === null))
    return { sheet: gridWithId(book, asked.range.sheetId), box: null }
  return readGridRange(book, asked.range)
}

function readUnprotected(book: Workbook, sheet: Sheet, box: Box | null, asked: Asked): Box[] {
  const places = (asked.unprotectedRanges ?? []).map((range) => readGridRange(book, range))
  if (places.length > 0 && box) throw badRequest('Unprotected ranges can only be set on a protected sheet.')
  if (places.some((place) => place.sheet !== sheet))
    throw badRequest('Unprotected ranges must be on the protected sheet.')
  return places.map((place) => place.box)
}

function demandNoEditors(asked: Asked): void {
  const { users, groups, domainUsersCanEdit } = asked.editors ?? {}
  if (asked.warningOnly && (users?.length || groups?.length || domainUsersCanEdit))
    throw badRequest('ProtectedRange is warningOnly. Editors cannot be set on it.')
}

/** The file's owner stays an editor whatever is asked. */
function readEditors(asked: Asked, user: string): Pick<Protection, 'editors' | 'groups' | 'domainEdit'> {
  const { users, groups, domainUsersCanEdit } = asked.editors ?? {}
  return {
    editors: [...new Set([...(users ?? []), user])],
    groups: groups?.length ? groups : undefined,
    domainEdit: domainUsersCanEdit ?? false,
  }
}

function protectionWithId(book: Workbook, id: number | null | undefined): { sheet: Sheet; known: Protection } {
  for (const sheet of book.sheets) {
    const known = sheet.protections.find((one) => one.id === id)
    if (known) return { sheet, known }
  }
  throw badRequest(`No protected range with id: ${id ?? 0}`)
}

export const protectionRequests: Handlers = {
  addProtectedRange: ({ book, user }, { protectedRange: asked = {} }) => {
    const { sheet, ...target } = readTarget(book, asked)
    demandNoEditors(asked)
    const ids = book.sheets.flatMap(({ protections }) => protections.map(({ id }) => id))
    const added: Protection = {
      id: freshId(asked.protectedRangeId, ids, 'protected range'),
      box: target.box,
      ...(target.namedRangeId ? { namedRangeId: target.namedRangeId } : {}),
      ...(target.tableId ? { tableId: target.tableId } : {}),
      description: asked.description ?? '',
      warningOnly: asked.warningOnly ?? false,
      unprotected: readUnprotected(book, sheet, target.box, asked),
      ...readEditors(asked, user),
    }
    sheet.protections = [...sheet.protections, added]
    touch(book)
    // The reply tells the editors that were asked for; the owner shows only when the range is read.
    const told = { ...added, editors: asked.editors?.users ?? [] }
    return { protectedRange: protectedRange(sheet, told) }
  },

  updateProtectedRange: ({ book, user }, { protectedRange: asked = {}, fields }) => {
    const mask = readMask(fields)
    demandFields(
      mask,
      'protectedRangeId range namedRangeId tableId description warningOnly requestingUserCanEdit unprotectedRanges editors'.split(
        ' ',
      ),
    )
    const { sheet, known } = protectionWithId(book, asked.protectedRangeId)
    const changed: Protection = { ...known }
    const retargets = ['range', 'namedRangeId', 'tableId'].some((name) => mask !== true && fieldOf(mask, name))
    if (retargets || (mask === true && (asked.range || asked.namedRangeId))) {
      const { sheet: place, ...target } = readTarget(book, asked)
      if (place !== sheet) throw badRequest('A protected range cannot be moved to another sheet.')
      Object.assign(changed, { namedRangeId: undefined, tableId: undefined }, target)
    }
    if (fieldOf(mask, 'description')) changed.description = asked.description ?? ''
    if (fieldOf(mask, 'warningOnly')) changed.warningOnly = asked.warningOnly ?? false
    if (fieldOf(mask, 'unprotectedRanges')) changed.unprotected = readUnprotected(book, sheet, changed.box, asked)
    if (fieldOf(mask, 'editors')) {
      demandNoEditors({ ...asked, warningOnly: changed.warningOnly })
      Object.assign(changed, readEditors(asked, user))
    }
    sheet.protections = sheet.protections.map((one) => (one === known ? changed : one))
    touch(book)
    return undefined
  },

  deleteProtectedRange: ({ book }, { protectedRangeId }) => {
    const { sheet, known } = protectionWithId(book, protectedRangeId)
    sheet.protections = sheet.protections.filter((one) => one !== known)
    touch(book)
    return undefined
  },
}
