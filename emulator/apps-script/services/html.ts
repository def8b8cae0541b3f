// HtmlService: HTML output from text or from a file of the project.
import { number, SignatureMismatch, string } from '../arguments.ts'
import { enumConstants, SandboxMode, XFrameOptionsMode } from '../enums.ts'
import { type Args, defineKind, type Handle, type Methods, make, SELF, stateOf } from '../service.ts'

export type HtmlState = { content: string; title: string; width: number | null; height: number | null }

const OutputKind = defineKind<HtmlState>('HtmlService.HtmlOutput')
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

const output = (content: string): Handle => make(OutputKind, { content, title: '', width: null, height: null })

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
    self.width = number(args, 0)
    return SELF
  },
  getHeight: (self) => self.height,
  setHeight: (self, args) => {
    self.height = number(args, 0)
    return SELF
  },
  addMetaTag: () => SELF,
  setSandboxMode: () => SELF,
  setXFrameOptionsMode: () => SELF,
} satisfies Methods<HtmlState>)

Object.assign(HtmlServiceKind.methods, {
  createHtmlOutput: (_self, args) => output(args.length > 0 ? string(args, 0) : ''),
  createHtmlOutputFromFile: (_self, args, run) => {
    const name = string(args, 0)
    const text = run.shared.html(name.replace(/\.html$/, ''))
    if (text === undefined) throw new Error(`No HTML file named ${name} was found.`)
    return output(text)
  },
} satisfies Methods<null>)

Object.assign(HtmlServiceKind.constants, enumConstants([XFrameOptionsMode, SandboxMode]))

export const htmlService = make(HtmlServiceKind, null)
