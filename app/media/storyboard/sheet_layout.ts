/** How tiles lie on their sheets. */
export interface SheetLayout {
  columns: number
  rows: number
  sheets: number
}

/** No wider and no higher than the tiles need; every sheet has the same size. */
export function sheetLayout(tiles: number, most: { columns: number; rows: number }): SheetLayout {
  const columns = Math.max(1, Math.min(most.columns, tiles))
  const rows = Math.max(1, Math.min(most.rows, Math.ceil(tiles / columns)))
  return { columns, rows, sheets: Math.max(1, Math.ceil(tiles / (columns * rows))) }
}

/** Sheet (from 0), and column and row on it, of a tile (from 0). */
export function placeOf(tile: number, { columns, rows }: SheetLayout) {
  const sheet = Math.floor(tile / (columns * rows))
  const onSheet = tile % (columns * rows)
  return { sheet, column: onSheet % columns, row: Math.floor(onSheet / columns) }
}

export function sheetName(sheet: number): string {
  return `storyboard-${sheet + 1}.jpg`
}
