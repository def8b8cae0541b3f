// HtmlService: HTML output and templates, from text or from a file of the project.
import { number, SignatureMismatch, string } from '../arguments.ts'
import { enumConstants, SandboxMode, XFrameOptionsMode } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { type Args, defineKind, Handle, type Methods, make, SELF, stateOf } from '../service.ts'
import { type BlobState, blobHandle, blobOf, convertBlob, decodeText, defineBlobSource } from './blob.ts'
import { templateCode, templateFunction } from './html-template.ts'

type MetaTag = { name: string; content: string }
export type HtmlState = { content: string; title: string; width: number | null; height: number | null }
type Output = HtmlState & { favicon: string | null; tags: MetaTag[] }

const OutputKind = defineKind<Output>('HtmlService.HtmlOutput')
const TemplateKind = defineKind<{ source: string }>('HtmlService.HtmlTemplate', { own: true })
const TagKind = defineKind<MetaTag>('HtmlService.HtmlOutputMetaTag')
const HtmlServiceKind = defineKind<null>('HtmlService')

export function htmlOutput(args: Args, index: number): HtmlState {
  const state = stateOf(OutputKind, args[index])
  if (!state) throw new SignatureMismatch()
  return state
}

/** The text as Google serves it: without comments outside scripts. */
export function htmlText({ content }: HtmlState): string {
  return content
    .split(/(<script\b[^>]*>[\s\S]*?<\/script>|<style\b[^>]*>[\s\S]*?<\/style>)/i)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/<!--[\s\S]*?-->/g, '')))
    .join('')
}

function output(content: string): Handle {
  return make(OutputKind, { content, title: '', width: null, height: null, favicon: null, tags: [] })
}

const template = (source: string) => make(TemplateKind, { source })
const blob = ({ content, title }: Output): BlobState => ({
  bytes: Buffer.from(content),
  type: 'text/html',
  name: title || null,
})
defineBlobSource(OutputKind, blob)

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }
const size = (args: Args) => (args[0] === null ? null : number(args, 0))

Object.assign(OutputKind.methods, {
  getContent: (self) => self.content,
  setContent: (self, args) => {
    self.content = string(args, 0)
    return SELF
  },
  append: (self, args) => {
    self.content += string(args, 0)
    return SELF
  },
  appendUntrusted: (self, args) => {
    self.content += string(args, 0).replaceAll(/[&<>"']/g, (sign) => signs[sign]!)
    return SELF
  },
  clear: (self) => {
    self.content = ''
    return SELF
  },
  getTitle: (self) => self.title,
  setTitle: (self, args) => {
    self.title = string(args, 0)
    return SELF
  },
  getWidth: (self) => self.width,
  setWidth: (self, args) => {
    self.width = size(args)
    return SELF
  },
  getHeight: (self) => self.height,
  setHeight: (self, args) => {
    self.height = size(args)
    return SELF
  },
  getFaviconUrl: (self) => self.favicon,
  setFaviconUrl: (self, args) => {
    self.favicon = string(args, 0)
    return SELF
  },
  addMetaTag: (self, args) => {
    self.tags.push({ name: string(args, 0), content: string(args, 1) })
    return SELF
  },
  getMetaTags: (self) => self.tags.map((tag) => make(TagKind, tag)),
  asTemplate: (self) => template(self.content),
  getBlob: (self) => {
    const { bytes, type, name } = blob(self)
    return blobHandle(bytes, type, name)
  },
  getAs: (self, args) => convertBlob(blob(self), string(args, 0)),
  setSandboxMode: () => SELF,
  setXFrameOptionsMode: () => SELF,
} satisfies Methods<Output>)

Object.assign(TagKind.methods, {
  getName: ({ name }) => name,
  getContent: ({ content }) => content,
} satisfies Methods<MetaTag>)

Object.assign(TemplateKind.methods, {
  evaluate: ({ source }, args, run) => output(String(run.evaluate(templateFunction(source), args.at(-1)))),
  getCode: ({ source }) => templateCode(source),
  getCodeWithComments: ({ source }) => templateCode(source, true),
  getRawContent: ({ source }) => source,
} satisfies Methods<{ source: string }>)

function fileText(args: Args, run: Execution): string {
  const name = string(args, 0)
  const text = run.shared.html(name.replace(/\.html$/, ''))
  if (text === undefined) throw new Error(`No HTML file named ${name} was found.`)
  return text
}

/** The text of an argument: itself, or what a blob holds. */
const given = (args: Args) => (args[0] instanceof Handle ? decodeText(blobOf(args[0]).bytes) : string(args, 0))

Object.assign(HtmlServiceKind.methods, {
  createHtmlOutput: (_self, args) => output(args.length > 0 ? given(args) : ''),
  createHtmlOutputFromFile: (_self, args, run) => output(fileText(args, run)),
  createTemplate: (_self, args) => template(given(args)),
  createTemplateFromFile: (_self, args, run) => template(fileText(args, run)),
  getUserAgent: () => null,
} satisfies Methods<null>)

Object.assign(HtmlServiceKind.constants, enumConstants([XFrameOptionsMode, SandboxMode]))

export const htmlService = make(HtmlServiceKind, null)
