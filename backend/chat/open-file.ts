// Opens an attached file for reading: text out of whatever encoding, a workbook as it is.
import { decodeBytes } from '../../shared/table/decode/decode-text.ts'
import type { FileToRead } from '../extraction/find-tables.ts'
import { recogniseFile } from '../extraction/recognise-file.ts'
import { Problem } from '../platform/problem.ts'

const guessed = (encoding: string) =>
  `The file was read as ${encoding}. If letters look wrong, save it as UTF-8 and attach it again.`

/** Text has a note where its encoding is a guess. The same bytes and locale always give the same text. */
export function openFile(id: string, name: string, content: Buffer, locale: string | undefined): FileToRead {
  const file = recogniseFile(content)
  if (file.kind === 'refused') throw new Problem('file_unreadable', file.remedy)
  if (file.kind !== 'text') return { id, name, workbook: content }
  const { text, encoding, confident } = decodeBytes(content, locale ? { locale } : {})
  const doubt =
    encoding === 'UTF-8' ? 'Some characters in the file are damaged; they show as \ufffd.' : guessed(encoding)
  return { id, name, text: text.replaceAll('\0', ''), ...(confident ? {} : { note: doubt }) }
}
