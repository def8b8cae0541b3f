// Cells with rules as blocks of one column each, as a snapshot of a place has them.
import type { RuledBlock } from './place.ts'
import type { PlaceRule } from './place-rule.ts'
import type { PlanBlock } from './plan-edit.ts'

/** `ruleAt` gives the rule of a cell of the block by its row and column in it (from 0); the same object for the same rule is compared faster. */
export function ruledBlocks(block: PlanBlock, ruleAt: (row: number, column: number) => PlaceRule | null): RuledBlock[] {
  const texts = new Map<PlaceRule, string>()
  const textOf = (rule: PlaceRule) => {
    const text = texts.get(rule) ?? JSON.stringify(rule)
    texts.set(rule, text)
    return text
  }
  const blocks: RuledBlock[] = []
  for (let c = 0; c < block.columns; c++) {
    let open: RuledBlock | null = null
    for (let r = 0; r < block.rows; r++) {
      const rule = ruleAt(r, c)
      if (!rule) open = null
      else if (open && (open.rule === rule || textOf(open.rule) === textOf(rule))) open.rows++
      else {
        open = { row: block.row + r, column: block.column + c, rows: 1, columns: 1, rule }
        blocks.push(open)
      }
    }
  }
  return blocks
}
