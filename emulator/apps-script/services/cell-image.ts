// CellImage and its builder: a picture for a cell, with the text that is read out in its place.
import { string } from '../arguments.ts'
import { member, ValueType } from '../enums.ts'
import { defineKind, type Handle, type Methods, make, SELF } from '../service.ts'

type CellImage = { url: string | null; title: string; description: string }

const ImageKind = defineKind<CellImage>('SpreadsheetApp.CellImage')
const BuilderKind = defineKind<CellImage>('SpreadsheetApp.CellImageBuilder')

export function cellImageBuilder(from: CellImage = { url: null, title: '', description: '' }): Handle {
  return make(BuilderKind, { ...from })
}

const read: Methods<CellImage> = {
  getAltTextTitle: ({ title }) => title,
  getAltTextDescription: ({ description }) => description,
  getUrl: ({ url }) => url,
  // Google answers once it has taken the picture into a cell.
  getContentUrl: () => {
    throw new Error('The image has no content URL until it is in a cell.')
  },
  toBuilder: (self) => cellImageBuilder(self),
}

Object.assign(ImageKind.methods, read)
Object.assign(ImageKind.constants, { valueType: member(ValueType, 'IMAGE') })
Object.assign(BuilderKind.methods, read, {
  setSourceUrl: (self, args) => {
    self.url = string(args, 0)
    return SELF
  },
  setAltTextTitle: (self, args) => {
    self.title = string(args, 0)
    return SELF
  },
  setAltTextDescription: (self, args) => {
    self.description = string(args, 0)
    return SELF
  },
  build: (self) => {
    if (self.url === null) throw new Error('A cell image needs a source URL before it is built.')
    return make(ImageKind, { ...self })
  },
} satisfies Methods<CellImage>)
