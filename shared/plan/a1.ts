// Addresses as people read them: columns as letters, ranges as A1.

/** A block of cells, 1-based. */
export type Block = { row: number; column: number; rows: number; columns: number }

/** 1 → `A`, 27 → `AA`. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** Row 2, column 3 → `C2`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row}`
}

/** A block as `B2:D9`, or as `B2` when it is one cell. */
export function blockAddress({ row, column, rows, columns }: Block): string {
  const first = cellAddress(row, column)
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`
}

/** An address with its sheet, quoted where the name needs it: `'Q1 orders'!A1:B2`. */
export function addressInSheet(sheetName: string, address: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheetName) && !/^[A-Za-z]{1,3}\d+$/.test(sheetName)
  return `${plain ? sheetName : `'${sheetName.replace(/'/g, "''")}'`}!${address}`
}
