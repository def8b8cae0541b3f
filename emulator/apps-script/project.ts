// The files of an Apps Script project: its code, compiled once, and its HTML files by name.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import vm from 'node:vm'

/** `html` maps names without `.html` to text. */
export type Project = { code: string; html: Record<string, string> }

/** Reads `Code.js` and the `.html` files of a folder; throws when there is no Code.js. */
export function readProject(folder: string): Project {
  const html: Record<string, string> = {}
  for (const file of readdirSync(folder))
    if (file.endsWith('.html')) html[basename(file, '.html')] = readFileSync(join(folder, file), 'utf8')
  return { code: readFileSync(join(folder, 'Code.js'), 'utf8'), html }
}

/** A reader of a folder that reads again only when a file in it changed. */
export function watchProject(folder: string): () => Project {
  let known: { stamp: string; project: Project } | undefined
  return () => {
    const stamp = readdirSync(folder)
      .map((file) => {
        const { mtimeMs, size } = statSync(join(folder, file))
        return `${file} ${mtimeMs} ${size}`
      })
      .join('\n')
    if (known?.stamp !== stamp) known = { stamp, project: readProject(folder) }
    return known.project
  }
}

const compiled = new Map<string, vm.Script>()

/** The script for a source text; the last few are kept, since each execution runs the same one again. */
export function compile(code: string, filename = 'Code.gs'): vm.Script {
  const known = compiled.get(code)
  if (known) return known
  const script = new vm.Script(code, { filename })
  if (compiled.size > 8) compiled.clear()
  compiled.set(code, script)
  return script
}

/** Names of functions declared at the top level, the only ones `google.script.run` and menus can see. */
export function declaredFunctions(code: string): string[] {
  const names = [
    ...code.matchAll(/(?:^|[;}\n])[ \t]*(?:async\s+)?function\s*\*?\s*([\p{L}_$][\p{L}\p{N}_$]*)\s*\(/gu),
  ].map((match) => match[1]!)
  return [...new Set(names)]
}
