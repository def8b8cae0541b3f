// Draws a reply's Markdown as elements, never as HTML text, so that nothing in it can be run; links open a new window.
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { type Block, readBlocks } from './markdown-blocks.ts'
import { type Inline, readInline } from './markdown-inline.ts'
import { Grid } from './views/scroll-region.tsx'

/** Longer than this is drawn as plain text: it is read again with every piece that streams in. */
const longest = 30_000
const tableRows = 50

/** `caret` shows that the text is still being written. */
export function Markdown({ text, caret }: { text: string; caret: boolean }) {
  const drawn = useMemo(() => (text.length > longest ? null : drawBlocks(readBlocks(text))), [text])
  const name = `ai${caret ? ' writing' : ''}${drawn === null ? ' plain' : ''}`
  return (
    <div class={name} dir="auto">
      {drawn ?? text}
    </div>
  )
}

function drawBlocks(blocks: Block[]): ComponentChildren {
  return blocks.map(drawBlock)
}

function drawBlock(block: Block): ComponentChildren {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{drawInline(block.text)}</p>
    case 'heading':
      return (
        <p class="heading" dir="auto">
          {drawInline(block.text)}
        </p>
      )
    case 'code':
      return <pre>{block.text}</pre>
    case 'quote':
      return <blockquote>{drawBlocks(block.blocks)}</blockquote>
    case 'rule':
      return <hr />
    case 'list':
      return block.ordered ? (
        <ol start={block.start}>{block.items.map(drawItem)}</ol>
      ) : (
        <ul>{block.items.map(drawItem)}</ul>
      )
    case 'table':
      return drawTable(block.header, block.rows)
  }
}

function drawItem(blocks: Block[]) {
  // A lone line needs no paragraph around it.
  const [only] = blocks
  return (
    <li dir="auto">{blocks.length === 1 && only?.kind === 'paragraph' ? drawInline(only.text) : drawBlocks(blocks)}</li>
  )
}

function drawTable(header: string[], rows: string[][]) {
  return (
    <Grid label="Table in the reply">
      <table>
        <thead>
          <tr>
            {header.map((cell) => (
              <th scope="col">{drawInline(cell)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, tableRows).map((row) => (
            <tr>
              {row.map((cell) => (
                <td dir="auto">{drawInline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > tableRows && <p class="more">and {rows.length - tableRows} more rows</p>}
    </Grid>
  )
}

function drawInline(text: string): ComponentChildren {
  return readInline(text).map(drawPart)
}

function drawPart(part: Inline): ComponentChildren {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'code':
      return <code>{part.text}</code>
    case 'break':
      return <br />
    case 'strong':
      return <strong>{part.parts.map(drawPart)}</strong>
    case 'em':
      return <em>{part.parts.map(drawPart)}</em>
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer">
          {part.parts.map(drawPart)}
        </a>
      )
  }
}
