import { tallies } from '#videos/tallies'

/** The tags that videos have, the most frequent first, at most `limit`. */
export async function listTags(limit: number): Promise<{ tag: string; videos: number }[]> {
  const counted = await tallies('tags')
  const sorted = counted.sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
  return sorted.slice(0, limit).map(({ key, n }) => ({ tag: key, videos: n }))
}
