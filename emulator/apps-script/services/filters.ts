// Filter and its criteria: which rows a sheet's filter hides, and its builder.
import { touch } from '../../workbook/changes.ts'
import { sortBox } from '../../workbook/sort.ts'
import type { FilterCriteria, RuleArgument } from '../../workbook/workbook.ts'
import { boolean, instance, integer, list, string } from '../arguments.ts'
import { BooleanCriteria, enumName, member, SortOrder } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { CriteriaKind, type CriteriaState, FilterKind, type FilterState, rangeHandle } from '../kinds.ts'
import { defineKind, type Handle, type Methods, make, SELF } from '../service.ts'
import { colorHandle, colorOf } from './color.ts'
import { criteriaMethods, ruleArgument, scriptArgument } from './criteria-methods.ts'

const BuilderKind = defineKind<CriteriaState>('SpreadsheetApp.FilterCriteriaBuilder')
const SortSpecKind = defineKind<{ column: number; ascending: boolean | null }>('SpreadsheetApp.SortSpec')

export function criteriaBuilder(from: CriteriaState = { hiddenValues: [], type: null, args: [] }): Handle {
  return make(BuilderKind, structuredClone(from))
}

const texts = (value: unknown): string[] => list([value], 0).map((one) => (one === null ? '' : string([one], 0)))

const shared: Methods<CriteriaState> = {
  getCriteriaType: (self) => (self.type ? member(BooleanCriteria, self.type) : null),
  getCriteriaValues: (self, _args, run) => self.args.map((arg) => scriptArgument(arg, self.type ?? '', run)),
  getHiddenValues: (self) => self.hiddenValues,
  getVisibleValues: (self) => self.visibleValues ?? [],
  getVisibleBackgroundColor: (self) => (self.visibleBackground ? colorHandle(self.visibleBackground) : null),
  getVisibleForegroundColor: (self) => (self.visibleFontColor ? colorHandle(self.visibleFontColor) : null),
  copy: (self) => criteriaBuilder(self),
}

const setCriterion = (self: CriteriaState, type: string, args: RuleArgument[]) => Object.assign(self, { type, args })

Object.assign(BuilderKind.methods, shared, criteriaMethods<CriteriaState>(setCriterion), {
  withCriteria: (self, args, run) => {
    setCriterion(
      self,
      enumName(args, 0, BooleanCriteria),
      list(args, 1).map((one) => ruleArgument(one, run)),
    )
    return SELF
  },
  setHiddenValues: (self, args) => {
    self.hiddenValues = texts(args[0])
    return SELF
  },
  setVisibleValues: (self, args) => {
    self.visibleValues = texts(args[0])
    return SELF
  },
  setVisibleBackgroundColor: (self, args) => {
    Object.assign(self, { visibleBackground: colorOf(args, 0)?.rgb })
    return SELF
  },
  setVisibleForegroundColor: (self, args) => {
    Object.assign(self, { visibleFontColor: colorOf(args, 0)?.rgb })
    return SELF
  },
  build: (self) => make(CriteriaKind, structuredClone(self)),
} satisfies Methods<CriteriaState>)
Object.assign(CriteriaKind.methods, shared)

Object.assign(SortSpecKind.methods, {
  getDimensionIndex: ({ column }) => column,
  isAscending: ({ ascending }) => ascending ?? false,
  getSortOrder: ({ ascending }) => {
    if (ascending === null)
      throw new Error(
        'Unexpected error while getting the method or property getSortOrder on object SpreadsheetApp.SortSpec.',
      )
    return member(SortOrder, ascending ? 'ASCENDING' : 'DESCENDING')
  },
  getBackgroundColor: () => null,
  getForegroundColor: () => null,
} satisfies Methods<{ column: number; ascending: boolean | null }>)

function columnOf({ filter }: FilterState, column: number): number {
  if (column < filter.box.column || column >= filter.box.column + filter.box.columns)
    throw new Error(`The column ${column} is not within the filter range.`)
  return column
}

/** The criteria of a filter as a script sees them; the values it shows come from those it hides. */
function kept(criteria: FilterCriteria & { visibleValues?: string[] }): FilterCriteria {
  return structuredClone(criteria)
}

const sortKeys = (run: Execution, { sheet, filter }: FilterState, column: number, ascending: boolean) => {
  const { box } = filter
  sortBox(run.workbook, sheet, { ...box, row: box.row + 1, rows: box.rows - 1 }, [{ column, ascending }])
}

Object.assign(FilterKind.methods, {
  getRange: ({ sheet, filter }) => rangeHandle(sheet, filter.box),
  getColumnFilterCriteria: (self, args) => {
    const criteria = self.filter.criteria[columnOf(self, integer(args, 0))]
    return criteria ? make(CriteriaKind, criteria) : null
  },
  setColumnFilterCriteria: (self, args, run) => {
    const column = columnOf(self, integer(args, 0))
    if (args[1] === null) delete self.filter.criteria[column]
    else self.filter.criteria[column] = kept(instance(args, 1, CriteriaKind))
    touch(run.workbook)
    return SELF
  },
  removeColumnFilterCriteria: (self, args, run) => {
    delete self.filter.criteria[columnOf(self, integer(args, 0))]
    touch(run.workbook)
    return SELF
  },
  sort: (self, args, run) => {
    const column = columnOf(self, integer(args, 0))
    const ascending = boolean(args, 1)
    sortKeys(run, self, column, ascending)
    self.filter.sortSpecs = [{ column, ascending }]
    return SELF
  },
  getColumnSortSpec: (self, args) => {
    const column = columnOf(self, integer(args, 0))
    const spec = self.filter.sortSpecs?.find((one) => one.column === column)
    return make(SortSpecKind, { column, ascending: spec?.ascending ?? null })
  },
  remove: (self, _args, run) => {
    self.sheet.filter = null
    touch(run.workbook)
  },
} satisfies Methods<FilterState>)
