/** Does something with each, some at the same time, and waits for all; the first that fails ends it. */
export async function atOnce<T>(
  count: number,
  each: AsyncIterable<T>,
  act: (one: T) => Promise<void>
): Promise<void> {
  const turns = each[Symbol.asyncIterator]()
  let hasFailed = false
  const work = async () => {
    for (let turn = await turns.next(); !turn.done && !hasFailed; turn = await turns.next()) {
      await act(turn.value)
    }
  }
  const fail = (error: unknown) => {
    hasFailed = true
    throw error
  }
  const ended = await Promise.allSettled(Array.from({ length: count }, () => work().catch(fail)))
  await turns.return?.()
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
