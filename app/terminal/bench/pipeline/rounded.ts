/** The same with every number in it to three digits behind the point: more would only look exact. */
export function rounded<T>(value: T): T {
  const text = JSON.stringify(value, (_, one) =>
    typeof one === 'number' ? Number(one.toFixed(3)) : one
  )
  return JSON.parse(text) as T
}
