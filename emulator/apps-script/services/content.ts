// ContentService and MimeType: text that a web app answers with, and the names of content types.
import { string, textOrNull } from '../arguments.ts'
import { ContentMimeType, enumConstants, enumName, member } from '../enums.ts'
import { defineKind, type Methods, make, SELF } from '../service.ts'

type Text = { content: string | null; file: string | null; type: string }

const ServiceKind = defineKind<null>('ContentService')
const OutputKind = defineKind<Text>('ContentService.TextOutput')
const MimeKind = defineKind<null>('MimeType')

Object.assign(ServiceKind.methods, {
  createTextOutput: (_self, args) =>
    make(OutputKind, { content: args.length > 0 ? string(args, 0) : '', file: null, type: 'TEXT' }),
} satisfies Methods<null>)
Object.assign(ServiceKind.constants, enumConstants([ContentMimeType]))

Object.assign(OutputKind.methods, {
  append: (self, args) => {
    self.content = (self.content ?? '') + string(args, 0)
    return SELF
  },
  clear: (self) => {
    self.content = null
    return SELF
  },
  downloadAsFile: (self, args) => {
    self.file = string(args, 0)
    return SELF
  },
  getContent: (self) => self.content,
  getFileName: (self) => self.file,
  getMimeType: (self) => member(ContentMimeType, self.type),
  setContent: (self, args) => {
    self.content = textOrNull(args, 0)
    return SELF
  },
  setMimeType: (self, args) => {
    self.type = enumName(args, 0, ContentMimeType)
    return SELF
  },
} satisfies Methods<Text>)

const google =
  'APPS_SCRIPT:script DRAWINGS:drawing DOCS:document FORMS:form SHEETS:spreadsheet SITES:site SLIDES:presentation'
const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'
Object.assign(
  MimeKind.constants,
  Object.fromEntries(
    google.split(' ').map((pair) => {
      const [name, type] = pair.split(':')
      return [`GOOGLE_${name}`, `application/vnd.google-apps.${type}`]
    }),
  ),
  {
    FOLDER: 'application/vnd.google-apps.folder',
    SHORTCUT: 'application/vnd.google-apps.shortcut',
    BMP: 'image/bmp',
    GIF: 'image/gif',
    JPEG: 'image/jpeg',
    PNG: 'image/png',
    SVG: 'image/svg+xml',
    PDF: 'application/pdf',
    CSS: 'text/css',
    CSV: 'text/csv',
    HTML: 'text/html',
    JAVASCRIPT: 'application/javascript',
    PLAIN_TEXT: 'text/plain',
    RTF: 'application/rtf',
    OPENDOCUMENT_GRAPHICS: `${open}.graphics`,
    OPENDOCUMENT_PRESENTATION: `${open}.presentation`,
    OPENDOCUMENT_SPREADSHEET: `${open}.spreadsheet`,
    OPENDOCUMENT_TEXT: `${open}.text`,
    MICROSOFT_EXCEL: `${office}.spreadsheetml.sheet`,
    MICROSOFT_EXCEL_LEGACY: 'application/vnd.ms-excel',
    MICROSOFT_POWERPOINT: `${office}.presentationml.presentation`,
    MICROSOFT_POWERPOINT_LEGACY: 'application/vnd.ms-powerpoint',
    MICROSOFT_WORD: `${office}.wordprocessingml.document`,
    MICROSOFT_WORD_LEGACY: 'application/msword',
    ZIP: 'application/zip',
  },
)

export const contentService = make(ServiceKind, null)
export const mimeType = make(MimeKind, null)
