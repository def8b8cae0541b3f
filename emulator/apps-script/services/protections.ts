// Protection: what may not be edited, and by whom.
import { wholeSheet } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { type Box, type Protection, type Sheet, takeId } from '../../workbook/workbook.ts'
import { editorsOf } from '../access.ts'
import { boolean, instance, list, string } from '../arguments.ts'
import { member, ProtectionType } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { NamedRangeKind, ProtectionKind, type ProtectionState, RangeKind, rangeHandle } from '../kinds.ts'
import { mayEdit } from '../protected-cells.ts'
import { type Args, type Method, type Methods, SELF } from '../service.ts'
import { emailOf, userHandle } from './users.ts'

/** Protects a box, or with null the whole sheet; the file's editors may go on editing until they are removed. */
export function protect(run: Execution, sheet: Sheet, box: Box | null): Protection {
  const protection: Protection = {
    id: takeId(run.workbook),
    box,
    description: '',
    warningOnly: false,
    editors: editorsOf(run.workbook, run.shared.user.email),
    domainEdit: false,
    unprotected: [],
  }
  sheet.protections.push(protection)
  touch(run.workbook)
  return protection
}

const change =
  (work: (protection: Protection, args: Args, run: Execution) => void): Method<ProtectionState> =>
  ({ protection }, args, run) => {
    work(protection, args, run)
    touch(run.workbook)
    return SELF
  }

const add = (protection: Protection, emails: string[]) => {
  protection.editors = [...new Set([...protection.editors, ...emails])]
}

/** Who is running the script and who owns the file stay editors whatever is asked for. */
const drop = (protection: Protection, gone: string[], run: Execution) => {
  const [owner] = editorsOf(run.workbook, run.shared.user.email)
  const stays = (email: string) => email === run.shared.user.email || email === owner
  protection.editors = protection.editors.filter((one) => !gone.includes(one) || stays(one))
}

const openSheet = { startRow: true, endRow: true, startColumn: true, endColumn: true }

const namedRange = (run: Execution, id: string | undefined) => run.workbook.namedRanges.find((one) => one.id === id)

Object.assign(ProtectionKind.methods, {
  getProtectionType: ({ protection }) => member(ProtectionType, protection.box ? 'RANGE' : 'SHEET'),
  getDescription: ({ protection }) => protection.description,
  setDescription: change((protection, args) => {
    protection.description = string(args, 0)
  }),
  getRange: ({ sheet, protection: { box } }) =>
    box ? rangeHandle(sheet, box) : rangeHandle(sheet, wholeSheet(sheet), openSheet),
  setRange: change((protection, args) => {
    protection.box = instance(args, 0, RangeKind).box
    delete protection.namedRangeId
  }),
  getRangeName: ({ protection }, _args, run) => namedRange(run, protection.namedRangeId)?.name ?? null,
  setRangeName: change((protection, args, run) => {
    const named = run.workbook.namedRanges.find((one) => one.name === string(args, 0))
    if (!named) throw new Error(`The named range "${string(args, 0)}" does not exist.`)
    Object.assign(protection, { box: named.box, namedRangeId: named.id })
  }),
  setNamedRange: change((protection, args) => {
    const { named } = instance(args, 0, NamedRangeKind)
    Object.assign(protection, { box: named.box, namedRangeId: named.id })
  }),
  isWarningOnly: ({ protection }) => protection.warningOnly,
  setWarningOnly: change((protection, args) => {
    protection.warningOnly = boolean(args, 0)
  }),
  getEditors: ({ protection }) => (protection.warningOnly ? [] : protection.editors.map(userHandle)),
  addEditor: change((protection, args) => add(protection, [emailOf(args[0])])),
  addEditors: change((protection, args) => add(protection, list(args, 0).map(emailOf))),
  removeEditor: change((protection, args, run) => drop(protection, [emailOf(args[0])], run)),
  removeEditors: change((protection, args, run) => drop(protection, list(args, 0).map(emailOf), run)),
  canDomainEdit: ({ protection }) => protection.domainEdit,
  setDomainEdit: change((protection, args) => {
    protection.domainEdit = boolean(args, 0)
  }),
  canEdit: ({ protection }, _args, run) => mayEdit(run, protection),
  getUnprotectedRanges: ({ sheet, protection }) => protection.unprotected.map((box) => rangeHandle(sheet, box)),
  setUnprotectedRanges: change((protection, args) => {
    if (protection.box) throw new Error('Unprotected ranges can only be set on a protected sheet.')
    protection.unprotected = list(args, 0).map((value) => instance([value], 0, RangeKind).box)
  }),
  remove: ({ sheet, protection: gone }, _args, run) => {
    sheet.protections = sheet.protections.filter((one) => one !== gone)
    touch(run.workbook)
  },
} satisfies Methods<ProtectionState>)
