/** Rows of the matrix that this suite cannot show, and who does. */
export const NOT_HERE: [row: number, why: string][] = [
  [35, 'clocks of single processes cannot be set here; every time is the database’s'],
  [36, 'shown by the unit tests of wall clock times'],
  [42, 'there is one version to run'],
]
