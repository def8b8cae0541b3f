// The enums of SpreadsheetApp and friends: objects that compare by identity and read as their name.
import { SignatureMismatch } from './arguments.ts'
import { type Args, defineKind, type Handle, type Kind, make, stateOf } from './service.ts'

type Member = { name: string; ordinal: number }
export type Enum = { kind: Kind<Member>; members: Map<string, Handle>; holder: Handle }

function defineEnum(name: string, names: string): Enum {
  const kind = defineKind<Member>(`Enum ${name}`)
  Object.assign(kind.methods, {
    toString: (self: Member) => self.name,
    name: (self: Member) => self.name,
    ordinal: (self: Member) => self.ordinal,
    toJSON: (self: Member) => self.name,
    compareTo: (self: Member, args: Args) => self.ordinal - (stateOf(kind, args[0])?.ordinal ?? 0),
  })
  const members = new Map(names.split(' ').map((one, ordinal) => [one, make(kind, { name: one, ordinal })]))
  const holder = defineKind<null>(`SpreadsheetApp.${name}`)
  Object.assign(holder.constants, Object.fromEntries(members))
  return { kind, members, holder: make(holder, null) }
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

const comparisons =
  'DATE_AFTER DATE_BEFORE DATE_EQUAL_TO NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO CUSTOM_FORMULA'

export const BooleanCriteria = defineEnum(
  'BooleanCriteria',
  `CELL_EMPTY CELL_NOT_EMPTY DATE_NOT_EQUAL_TO DATE_AFTER_RELATIVE DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE TEXT_ENDS_WITH TEXT_NOT_EQUAL_TO TEXT_STARTS_WITH ${comparisons}`,
)
export const DataValidationCriteria = defineEnum(
  'DataValidationCriteria',
  `DATE_BETWEEN DATE_IS_VALID_DATE DATE_NOT_BETWEEN DATE_ON_OR_AFTER DATE_ON_OR_BEFORE TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CHECKBOX ${comparisons}`,
)
export const ProtectionType = defineEnum('ProtectionType', 'RANGE SHEET')
export const WrapStrategy = defineEnum('WrapStrategy', 'WRAP OVERFLOW CLIP')
export const CopyPasteType = defineEnum(
  'CopyPasteType',
  'PASTE_NORMAL PASTE_NO_BORDERS PASTE_FORMAT PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_VALUES PASTE_CONDITIONAL_FORMATTING PASTE_COLUMN_WIDTHS',
)
export const Dimension = defineEnum('Dimension', 'COLUMNS ROWS')
export const BandingTheme = defineEnum(
  'BandingTheme',
  'LIGHT_GREY CYAN GREEN YELLOW ORANGE BLUE TEAL GREY BROWN LIGHT_GREEN INDIGO PINK',
)
export const BorderStyle = defineEnum('BorderStyle', 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE')
export const InterpolationType = defineEnum('InterpolationType', 'NUMBER PERCENT PERCENTILE MIN MAX')
export const MetadataVisibility = defineEnum('DeveloperMetadataVisibility', 'DOCUMENT PROJECT')
export const MetadataLocationType = defineEnum('DeveloperMetadataLocationType', 'SPREADSHEET SHEET ROW COLUMN')
export const SheetType = defineEnum('SheetType', 'GRID OBJECT DATASOURCE')
export const ValueType = defineEnum('ValueType', 'IMAGE')
export const Direction = defineEnum('Direction', 'UP DOWN PREVIOUS NEXT')
export const Button = defineEnum('Button', 'CLOSE OK CANCEL YES NO')
export const ButtonSet = defineEnum('ButtonSet', 'OK OK_CANCEL YES_NO YES_NO_CANCEL')
export const AuthModeEnum = defineEnum('AuthMode', 'NONE CUSTOM_FUNCTION LIMITED FULL')
export const DigestAlgorithm = defineEnum('DigestAlgorithm', 'MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512')
export const Charset = defineEnum('Charset', 'US_ASCII UTF_8')
