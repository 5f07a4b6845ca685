/* What every view may use. */
export {}
