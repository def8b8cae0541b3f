// Triggers: what a project is to run by itself. They are kept and listed; nothing here ever fires them.
import { randomUUID } from 'node:crypto'
import { instance, integer, isDate, SignatureMismatch, string } from '../arguments.ts'
import { EventType, enumName, member, TriggerSource, Weekday } from '../enums.ts'
import { SpreadsheetKind } from '../kinds.ts'
import { type Args, defineKind, Handle, type Method, type Methods, make, SELF } from '../service.ts'
import type { Trigger } from '../stores.ts'

const most = 20
const TriggerKind = defineKind<Trigger>('ScriptApp.Trigger')
const BuilderKind = defineKind<Trigger>('ScriptApp.TriggerBuilder')
const SheetBuilderKind = defineKind<Trigger>('ScriptApp.SpreadsheetTriggerBuilder')
const ClockKind = defineKind<Trigger>('ScriptApp.ClockTriggerBuilder')
const FormKind = defineKind<Trigger>('ScriptApp.FormTriggerBuilder')
const DocumentKind = defineKind<Trigger>('ScriptApp.DocumentTriggerBuilder')
const CalendarKind = defineKind<Trigger>('ScriptApp.CalendarTriggerBuilder')

export function triggerHandle(trigger: Trigger): Handle {
  return make(TriggerKind, trigger)
}

export function triggerOf(value: unknown): Trigger {
  return instance([value], 0, TriggerKind)
}

export function triggerBuilder(handler: string): Handle {
  return make(BuilderKind, {
    id: randomUUID(),
    handler,
    event: 'CLOCK',
    source: 'CLOCK',
    sourceId: null,
    timing: false,
  })
}

/** The id that an argument names, be it text or a spreadsheet. */
const idOf = (args: Args) =>
  args[0] instanceof Handle ? instance(args, 0, SpreadsheetKind).workbook.id : string(args, 0)

const on =
  (kind: typeof SheetBuilderKind, source: string): Method<Trigger> =>
  (self, args) =>
    make(kind, { ...self, source, sourceId: idOf(args), event: '' })

const event =
  (name: string): Method<Trigger> =>
  (self) => {
    self.event = name
    return SELF
  }

const create: Method<Trigger> = (self, _args, run) => {
  if (!self.event || (self.source === 'CLOCK' && !self.timing))
    throw new Error('The trigger needs to be configured before it can be created.')
  const { triggers } = run.shared.stores
  if (triggers.length >= most)
    throw new Error(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    )
  const trigger = { ...self, id: randomUUID() }
  triggers.push(trigger)
  return triggerHandle(trigger)
}

const timing =
  (check: (args: Args) => void): Method<Trigger> =>
  (self, args) => {
    check(args)
    self.timing = true
    return SELF
  }

function within(name: string, allowed: number[], words: string): Method<Trigger> {
  return timing((args) => {
    if (!allowed.includes(integer(args, 0)))
      throw new Error(`The value you passed to ${name} was invalid. It must be one of ${words}.`)
  })
}

Object.assign(BuilderKind.methods, {
  forSpreadsheet: on(SheetBuilderKind, 'SPREADSHEETS'),
  forForm: on(FormKind, 'FORMS'),
  forDocument: on(DocumentKind, 'DOCUMENTS'),
  forUserCalendar: on(CalendarKind, 'CALENDAR'),
  timeBased: (self) => make(ClockKind, { ...self, source: 'CLOCK', event: 'CLOCK' }),
} satisfies Methods<Trigger>)

for (const [kind, events] of [
  [SheetBuilderKind, { onOpen: 'ON_OPEN', onEdit: 'ON_EDIT', onChange: 'ON_CHANGE', onFormSubmit: 'ON_FORM_SUBMIT' }],
  [FormKind, { onOpen: 'ON_OPEN', onFormSubmit: 'ON_FORM_SUBMIT' }],
  [DocumentKind, { onOpen: 'ON_OPEN' }],
  [CalendarKind, { onEventUpdated: 'ON_EVENT_UPDATED' }],
] as const)
  Object.assign(kind.methods, Object.fromEntries(Object.entries(events).map(([name, one]) => [name, event(one)])), {
    create,
  })

Object.assign(ClockKind.methods, {
  after: timing((args) => void integer(args, 0)),
  at: timing((args) => {
    if (!isDate(args[0])) throw new SignatureMismatch()
  }),
  atDate: timing(() => undefined),
  atHour: timing((args) => void integer(args, 0)),
  nearMinute: timing((args) => void integer(args, 0)),
  inTimezone: (_self, args) => {
    string(args, 0)
    return SELF
  },
  everyMinutes: within('everyMinutes', [1, 5, 10, 15, 30], '1, 5, 10, 15 or 30'),
  everyHours: timing((args) => void integer(args, 0)),
  everyDays: timing((args) => void integer(args, 0)),
  everyWeeks: timing((args) => void integer(args, 0)),
  onWeekDay: timing((args) => void enumName(args, 0, Weekday)),
  onMonthDay: timing((args) => {
    const day = integer(args, 0)
    if (day < 1 || day > 31) throw new Error('The day of the month must be between 1 and 31.')
  }),
  create,
} satisfies Methods<Trigger>)

Object.assign(TriggerKind.methods, {
  getUniqueId: ({ id }) => id,
  getHandlerFunction: ({ handler }) => handler,
  getEventType: ({ event: name }) => member(EventType, name),
  getTriggerSource: ({ source }) => member(TriggerSource, source),
  getTriggerSourceId: ({ sourceId }) => sourceId,
} satisfies Methods<Trigger>)
