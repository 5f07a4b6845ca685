import Rendition from '#videos/rendition'

/** Of each video that has a storyboard, the address part of its cues: `storyboard/storyboard.vtt`. */
export async function storyboardsOf(videoIds: number[]): Promise<Map<number, string>> {
  const boards = await Rendition.query()
    .select('video_id', 'name', 'files')
    .whereIn('video_id', videoIds)
    .where('kind', 'storyboard')
  return new Map(boards.map(({ videoId, name, files }) => [videoId, `${name}/${files[0].name}`]))
}
