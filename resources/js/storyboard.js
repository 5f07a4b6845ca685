const CUE = /^(\S+) --> \S+\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)$/gm

/** The small pictures that WebVTT tells of, each with the moment (in seconds) from which on it is true. */
export async function loadStoryboard(address) {
  const answer = await fetch(address)
  if (!answer.ok) return []
  const base = new URL(address, location.href)
  return [...(await answer.text()).matchAll(CUE)].map(([, from, sheet, ...place]) => {
    const [x, y, width, height] = place.map(Number)
    return { fromS: secondsOf(from), sheet: new URL(sheet, base).href, x, y, width, height }
  })
}

/** The picture of a moment; undefined where there are none. */
export function pictureAt(pictures, timeS) {
  return pictures.findLast(({ fromS }) => fromS <= timeS) ?? pictures[0]
}

function secondsOf(clock) {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}
