// TextStyle and RichTextValue with their builders; a rich text holds one style for all of its text.
import type { CellStyle } from '../../workbook/workbook.ts'
import { boolean, instance, number, string, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { RichTextKind, type RichTextState, TextStyleKind } from '../kinds.ts'
import { type Args, defineKind, type Handle, type Method, type Methods, make, SELF } from '../service.ts'

const StyleBuilderKind = defineKind<CellStyle>('SpreadsheetApp.TextStyleBuilder')
const RichBuilderKind = defineKind<RichTextState>('SpreadsheetApp.RichTextValueBuilder')

export function textStyleBuilder(from: CellStyle = {}): Handle {
  return make(StyleBuilderKind, { ...from })
}

export function richTextBuilder(from: RichTextState = { text: '', style: {}, link: null }): Handle {
  return make(RichBuilderKind, { ...from })
}

const change =
  (style: (args: Args) => CellStyle): Method<CellStyle> =>
  (self, args) => {
    Object.assign(self, style(args))
    return SELF
  }

Object.assign(StyleBuilderKind.methods, {
  setBold: change((args) => ({ bold: boolean(args, 0) || undefined })),
  setItalic: change((args) => ({ italic: boolean(args, 0) || undefined })),
  setUnderline: change((args) => ({ underline: boolean(args, 0) || undefined })),
  setStrikethrough: change((args) => ({ strikethrough: boolean(args, 0) || undefined })),
  setFontSize: change((args) => ({ fontSize: number(args, 0) })),
  setFontFamily: change((args) => ({ fontFamily: textOrNull(args, 0) ?? undefined })),
  setForegroundColor: change((args) => ({ fontColor: cssColor(textOrNull(args, 0)) })),
  build: (self) => make(TextStyleKind, { ...self }),
} satisfies Methods<CellStyle>)

Object.assign(TextStyleKind.methods, {
  isBold: (self) => self.bold ?? false,
  isItalic: (self) => self.italic ?? false,
  isUnderline: (self) => self.underline ?? false,
  isStrikethrough: (self) => self.strikethrough ?? false,
  getFontSize: (self) => self.fontSize ?? 10,
  getFontFamily: (self) => self.fontFamily ?? 'Arial',
  getForegroundColor: (self) => self.fontColor ?? '#000000',
  copy: (self) => textStyleBuilder(self),
} satisfies Methods<CellStyle>)

Object.assign(RichBuilderKind.methods, {
  setText: (self, args) => {
    self.text = string(args, 0)
    return SELF
  },
  setTextStyle: (self, args) => {
    self.style = { ...self.style, ...instance(args, args.length - 1, TextStyleKind) }
    return SELF
  },
  setLinkUrl: (self, args) => {
    self.link = textOrNull(args, args.length - 1)
    return SELF
  },
  build: (self) => make(RichTextKind, { ...self }),
} satisfies Methods<RichTextState>)

Object.assign(RichTextKind.methods, {
  getText: (self) => self.text,
  getTextStyle: (self) => make(TextStyleKind, self.style),
  getLinkUrl: (self) => self.link,
  getRuns: (self) => [make(RichTextKind, self)],
  getStartIndex: () => 0,
  getEndIndex: (self) => self.text.length,
  copy: (self) => richTextBuilder(self),
} satisfies Methods<RichTextState>)
