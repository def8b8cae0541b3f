// NamedRange, RangeList, Protection, Banding and Filter objects.

import { wholeSheet } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { sheetWithId } from '../../workbook/sheets.ts'
import type { BandColors, NamedRange } from '../../workbook/workbook.ts'
import { boolean, instance, integer, list, string, strings, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { member, ProtectionType } from '../enums.ts'
import {
  BandingKind,
  type BandingState,
  FilterKind,
  type FilterState,
  NamedRangeKind,
  ProtectionKind,
  type ProtectionState,
  RangeKind,
  RangeListKind,
  type RangeListState,
  rangeHandle,
} from '../kinds.ts'
import { defineKind, Handle, type Method, type Methods, make, SELF } from '../service.ts'

const UserKind = defineKind<{ email: string }>('Session.User')
UserKind.methods.getEmail = ({ email }) => email
UserKind.methods.getUserLoginId = ({ email }) => email

/** A user as Session and Protection hand it out. */
export function userHandle(email: string): Handle {
  return make(UserKind, { email })
}

const emailOf = (value: unknown) =>
  value instanceof Handle ? instance([value], 0, UserKind).email : string([value], 0)

const namedRange: Methods<NamedRange> = {
  getName: (self) => self.name,
  getRange: (self, _args, run) => {
    const sheet = sheetWithId(run.workbook, self.sheetId)
    if (!sheet) throw new Error('Range not found')
    return rangeHandle(sheet, self.box)
  },
  setName: (self, args, run) => {
    self.name = string(args, 0)
    touch(run.workbook)
    return SELF
  },
  setRange: (self, args, run) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    Object.assign(self, { sheetId: sheet.id, box })
    touch(run.workbook)
    return SELF
  },
  remove: (self, _args, run) => {
    run.workbook.namedRanges = run.workbook.namedRanges.filter((one) => one.name !== self.name)
    touch(run.workbook)
  },
}

/** A RangeList method does the Range method on each of its ranges. */
const each =
  (name: string): Method<RangeListState> =>
  (self, args, run) => {
    for (const range of self.ranges) RangeKind.methods[name]!(range, args, run)
    return SELF
  }
const shared =
  'clear clearContent clearDataValidations clearFormat clearNote setBackground setBorder setFontColor setFontFamily setFontLine setFontSize setFontStyle setFontWeight setFormula setHorizontalAlignment setNote setNumberFormat setTextStyle setValue setVerticalAlignment setWrap setWrapStrategy insertCheckboxes removeCheckboxes check uncheck breakApart'
const rangeListMethods: Methods<RangeListState> = {
  ...Object.fromEntries(shared.split(' ').map((name) => [name, each(name)])),
  getRanges: (self) => self.ranges.map(({ sheet, box }) => rangeHandle(sheet, box)),
  // All of them are selected; the last one is the active range, which stands first in the selection.
  activate: (self, args, run) => {
    const last = self.ranges.at(-1)!
    RangeKind.methods.activate!(last, args, run)
    last.sheet.selection = [last, ...self.ranges.slice(0, -1)].map(({ box }) => box)
    return SELF
  },
}

const protection: Methods<ProtectionState> = {
  getProtectionType: (self) => member(ProtectionType, self.protection.box ? 'RANGE' : 'SHEET'),
  getDescription: (self) => self.protection.description,
  setDescription: (self, args, run) => {
    self.protection.description = string(args, 0)
    touch(run.workbook)
    return SELF
  },
  getRange: ({ sheet, protection: { box } }) => rangeHandle(sheet, box ?? wholeSheet(sheet)),
  setRange: (self, args, run) => {
    self.protection.box = instance(args, 0, RangeKind).box
    touch(run.workbook)
    return SELF
  },
  isWarningOnly: (self) => self.protection.warningOnly,
  setWarningOnly: (self, args, run) => {
    self.protection.warningOnly = boolean(args, 0)
    touch(run.workbook)
    return SELF
  },
  getEditors: (self) => self.protection.editors.map(userHandle),
  addEditor: (self, args) => {
    self.protection.editors = [...new Set([...self.protection.editors, emailOf(args[0])])]
    return SELF
  },
  addEditors: (self, args) => {
    self.protection.editors = [...new Set([...self.protection.editors, ...strings(args, 0)])]
    return SELF
  },
  removeEditor: (self, args, run) => {
    const gone = emailOf(args[0])
    self.protection.editors = self.protection.editors.filter((one) => one !== gone || one === run.shared.user.email)
    return SELF
  },
  removeEditors: (self, args, run) => {
    const gone = list(args, 0).map(emailOf)
    self.protection.editors = self.protection.editors.filter(
      (one) => !gone.includes(one) || one === run.shared.user.email,
    )
    return SELF
  },
  canDomainEdit: (self) => self.protection.domainEdit,
  setDomainEdit: (self, args) => {
    self.protection.domainEdit = boolean(args, 0)
    return SELF
  },
  canEdit: () => true,
  getUnprotectedRanges: ({ sheet, protection: { unprotected } }) => unprotected.map((box) => rangeHandle(sheet, box)),
  setUnprotectedRanges: (self, args, run) => {
    self.protection.unprotected = list(args, 0).map((value) => instance([value], 0, RangeKind).box)
    touch(run.workbook)
    return SELF
  },
  remove: ({ sheet, protection: gone }, _args, run) => {
    sheet.protections = sheet.protections.filter((one) => one !== gone)
    touch(run.workbook)
  },
}

function bandColor(key: keyof BandColors): [Method<BandingState>, Method<BandingState>] {
  return [
    ({ colors }) => colors?.[key] ?? null,
    ({ colors }, args, run) => {
      if (colors) colors[key] = cssColor(textOrNull(args, 0)) ?? null
      touch(run.workbook)
      return SELF
    },
  ]
}
const bandNames: [string, keyof BandColors][] = [
  ['HeaderRowColor', 'header'],
  ['FirstRowColor', 'first'],
  ['SecondRowColor', 'second'],
  ['FooterRowColor', 'footer'],
  ['HeaderColumnColor', 'header'],
  ['FirstColumnColor', 'first'],
  ['SecondColumnColor', 'second'],
  ['FooterColumnColor', 'footer'],
]
const banding: Methods<BandingState> = {
  ...Object.fromEntries(
    bandNames.flatMap(([name, key]) => {
      const [get, set] = bandColor(key)
      return [
        [`get${name}`, get],
        [`set${name}`, set],
      ]
    }),
  ),
  getRange: (self) => rangeHandle(self.sheet, self.banding.box),
  setRange: (self, args, run) => {
    self.banding.box = instance(args, 0, RangeKind).box
    touch(run.workbook)
    return SELF
  },
  remove: (self, _args, run) => {
    self.sheet.bandings = self.sheet.bandings.filter((one) => one !== self.banding)
    touch(run.workbook)
  },
}

const filter: Methods<FilterState> = {
  getRange: (self) => rangeHandle(self.sheet, self.filter.box),
  removeColumnFilterCriteria: (self, args, run) => {
    delete self.filter.criteria[integer(args, 0)]
    touch(run.workbook)
    return SELF
  },
  remove: (self, _args, run) => {
    self.sheet.filter = null
    touch(run.workbook)
  },
}

Object.assign(NamedRangeKind.methods, namedRange)
Object.assign(RangeListKind.methods, rangeListMethods)
Object.assign(ProtectionKind.methods, protection)
Object.assign(BandingKind.methods, banding)
Object.assign(FilterKind.methods, filter)
