// The enums of SpreadsheetApp and friends: objects that compare by identity and read as their name.
import { SignatureMismatch } from './arguments.ts'
import { type Args, defineKind, type Handle, type Kind, make, stateOf } from './service.ts'

type Member = { name: string; ordinal: number }
export type Enum = { kind: Kind<Member>; members: Map<string, Handle>; holder: Handle }

function defineEnum(name: string, names: string): Enum {
  const kind = defineKind<Member>(name, { isEnum: true })
  Object.assign(kind.methods, {
    toString: (self: Member) => self.name,
    name: (self: Member) => self.name,
    ordinal: (self: Member) => self.ordinal,
    toJSON: (self: Member) => self.name,
    compareTo: (self: Member, args: Args) => self.ordinal - (stateOf(kind, args[0])?.ordinal ?? 0),
  })
  const members = new Map(names.split(' ').map((one, ordinal) => [one, make(kind, { name: one, ordinal })]))
  // At Google the enum itself answers like its first member.
  const holder = defineKind<Member>(name, { isEnum: true })
  Object.assign(holder.methods, kind.methods)
  Object.assign(holder.constants, Object.fromEntries(members))
  return { kind, members, holder: make(holder, { name: names.split(' ')[0]!, ordinal: 0 }) }
}

/** The name of an enum argument; a signature mismatch when it is something else. */
export function enumName(args: Args, index: number, { kind }: Enum): string {
  const member = stateOf(kind, args[index])
  if (!member) throw new SignatureMismatch()
  return member.name
}

/** The member of that name, or null. */
export function member({ members }: Enum, name: string): Handle | null {
  return members.get(name) ?? null
}

/** The constants of a service: its enums by their short names. */
export function enumConstants(enums: Enum[]): Record<string, Handle> {
  return Object.fromEntries(enums.map(({ kind, holder }) => [kind.name.split('.').at(-1)!, holder]))
}

const sheets = (name: string, names: string) => defineEnum(`SpreadsheetApp.${name}`, names)
const relativeDates = 'DATE_AFTER_RELATIVE DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE'
const numbers =
  'NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO'

export const AutoFillSeries = sheets('AutoFillSeries', 'DEFAULT_SERIES ALTERNATE_SERIES')
export const BandingTheme = sheets(
  'BandingTheme',
  'LIGHT_GREY CYAN GREEN YELLOW ORANGE BLUE TEAL GREY BROWN LIGHT_GREEN INDIGO PINK',
)
export const BooleanCriteria = sheets(
  'BooleanCriteria',
  `CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_NOT_EQUAL_TO ${relativeDates} ${numbers} TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_NOT_EQUAL_TO TEXT_STARTS_WITH TEXT_ENDS_WITH CUSTOM_FORMULA`,
)
export const BorderStyle = sheets('BorderStyle', 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE')
export const ColorType = sheets('ColorType', 'UNSUPPORTED RGB THEME')
export const CopyPasteType = sheets(
  'CopyPasteType',
  'PASTE_NORMAL PASTE_NO_BORDERS PASTE_FORMAT PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_VALUES PASTE_CONDITIONAL_FORMATTING PASTE_COLUMN_WIDTHS',
)
export const DataValidationCriteria = sheets(
  'DataValidationCriteria',
  `DATE_AFTER DATE_BEFORE DATE_BETWEEN DATE_EQUAL_TO DATE_IS_VALID_DATE DATE_NOT_BETWEEN DATE_ON_OR_AFTER DATE_ON_OR_BEFORE ${numbers} TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CUSTOM_FORMULA CHECKBOX ${relativeDates}`,
)
export const MetadataLocationType = sheets('DeveloperMetadataLocationType', 'SPREADSHEET SHEET ROW COLUMN')
export const MetadataVisibility = sheets('DeveloperMetadataVisibility', 'DOCUMENT PROJECT')
export const Dimension = sheets('Dimension', 'COLUMNS ROWS')
export const Direction = sheets('Direction', 'UP DOWN PREVIOUS NEXT')
export const GroupControlTogglePosition = sheets('GroupControlTogglePosition', 'BEFORE AFTER')
export const InterpolationType = sheets('InterpolationType', 'NUMBER PERCENT PERCENTILE MIN MAX')
export const ProtectionType = sheets('ProtectionType', 'RANGE SHEET')
export const RecalculationInterval = sheets('RecalculationInterval', 'ON_CHANGE MINUTE HOUR')
export const RelativeDate = sheets('RelativeDate', 'TODAY TOMORROW YESTERDAY PAST_WEEK PAST_MONTH PAST_YEAR')
export const SheetType = sheets('SheetType', 'GRID OBJECT DATASOURCE')
export const SortOrder = sheets('SortOrder', 'ASCENDING DESCENDING')
export const TextDirection = sheets('TextDirection', 'LEFT_TO_RIGHT RIGHT_TO_LEFT')
export const TextToColumnsDelimiter = sheets('TextToColumnsDelimiter', 'COMMA SEMICOLON PERIOD SPACE')
export const ThemeColorType = sheets(
  'ThemeColorType',
  'UNSUPPORTED TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 HYPERLINK',
)
export const ValueType = sheets('ValueType', 'IMAGE')
export const WrapStrategy = sheets('WrapStrategy', 'WRAP OVERFLOW CLIP')

/** Every enum that SpreadsheetApp has; the ones after WrapStrategy belong to objects that are not emulated. */
export const spreadsheetEnums: Enum[] = [
  AutoFillSeries,
  BandingTheme,
  BooleanCriteria,
  BorderStyle,
  ColorType,
  CopyPasteType,
  DataValidationCriteria,
  MetadataLocationType,
  MetadataVisibility,
  Dimension,
  Direction,
  GroupControlTogglePosition,
  InterpolationType,
  ProtectionType,
  RecalculationInterval,
  RelativeDate,
  SheetType,
  SortOrder,
  TextDirection,
  TextToColumnsDelimiter,
  ThemeColorType,
  ValueType,
  WrapStrategy,
  sheets(
    'DataExecutionErrorCode',
    'DATA_EXECUTION_ERROR_CODE_UNSUPPORTED NONE TIME_OUT TOO_MANY_ROWS TOO_MANY_COLUMNS TOO_MANY_CELLS ENGINE PARAMETER_INVALID UNSUPPORTED_DATA_TYPE DUPLICATE_COLUMN_NAMES INTERRUPTED OTHER TOO_MANY_CHARS_PER_CELL DATA_NOT_FOUND PERMISSION_DENIED',
  ),
  sheets('DataExecutionState', 'DATA_EXECUTION_STATE_UNSUPPORTED RUNNING SUCCESS ERROR NOT_STARTED'),
  sheets('DataSourceParameterType', 'DATA_SOURCE_PARAMETER_TYPE_UNSUPPORTED CELL'),
  sheets('DataSourceRefreshScope', 'DATA_SOURCE_REFRESH_SCOPE_UNSUPPORTED ALL_DATA_SOURCES'),
  sheets('DataSourceType', 'DATA_SOURCE_TYPE_UNSUPPORTED BIGQUERY LOOKER'),
  sheets(
    'DateTimeGroupingRuleType',
    'UNSUPPORTED SECOND MINUTE HOUR HOUR_MINUTE HOUR_MINUTE_AMPM DAY_OF_WEEK DAY_OF_YEAR DAY_OF_MONTH DAY_MONTH MONTH QUARTER YEAR YEAR_MONTH YEAR_QUARTER YEAR_MONTH_DAY',
  ),
  sheets('FrequencyType', 'FREQUENCY_TYPE_UNSUPPORTED DAILY WEEKLY MONTHLY'),
  sheets(
    'PivotTableSummarizeFunction',
    'CUSTOM SUM COUNTA COUNT COUNTUNIQUE AVERAGE MAX MIN MEDIAN PRODUCT STDEV STDEVP VAR VARP',
  ),
  sheets('PivotValueDisplayType', 'DEFAULT PERCENT_OF_ROW_TOTAL PERCENT_OF_COLUMN_TOTAL PERCENT_OF_GRAND_TOTAL'),
]

export const Button = defineEnum('Button', 'CLOSE OK CANCEL YES NO')
export const ButtonSet = defineEnum('ButtonSet', 'OK OK_CANCEL YES_NO YES_NO_CANCEL')

const script = (name: string, names: string) => defineEnum(`ScriptApp.${name}`, names)
export const AuthModeEnum = script('AuthMode', 'NONE CUSTOM_FUNCTION LIMITED FULL')
export const AuthorizationStatus = script('AuthorizationStatus', 'REQUIRED NOT_REQUIRED')
export const EventType = script('EventType', 'CLOCK ON_OPEN ON_EDIT ON_FORM_SUBMIT ON_CHANGE ON_EVENT_UPDATED')
export const InstallationSource = script('InstallationSource', 'APPS_MARKETPLACE_DOMAIN_ADD_ON NONE WEB_STORE_ADD_ON')
export const TriggerSource = script('TriggerSource', 'SPREADSHEETS CLOCK FORMS DOCUMENTS CALENDAR')
const Month = script('Month', 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER')
export const Weekday = script('WeekDay', 'SUNDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY')
export const scriptEnums = [
  AuthModeEnum,
  AuthorizationStatus,
  EventType,
  InstallationSource,
  TriggerSource,
  Month,
  Weekday,
]

export const XFrameOptionsMode = defineEnum('HtmlService.XFrameOptionsMode', 'ALLOWALL DEFAULT')
export const SandboxMode = defineEnum('HtmlService.SandboxMode', 'EMULATED IFRAME NATIVE')

export const ContentMimeType = defineEnum('ContentService.MimeType', 'ATOM CSV ICAL JAVASCRIPT JSON RSS TEXT VCARD XML')

const utility = (name: string, names: string) => defineEnum(`Utilities.${name}`, names)
export const Charset = utility('Charset', 'US_ASCII UTF_8')
export const DigestAlgorithm = utility('DigestAlgorithm', 'MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512')
export const MacAlgorithm = utility('MacAlgorithm', 'HMAC_MD5 HMAC_SHA_1 HMAC_SHA_256 HMAC_SHA_384 HMAC_SHA_512')
export const RsaAlgorithm = utility('RsaAlgorithm', 'RSA_SHA_1 RSA_SHA_256')
