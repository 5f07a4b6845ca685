import { CODEC_NAMES, CONTAINER_FORMATS, type Container } from '#media/recipe/formats'
import type { Recipe, RenditionRecipe } from '#media/recipe/recipe'

export interface RecipeFault {
  /** Path, such as `renditions.0.container`. */
  field: string
  /** What is wrong, with the value and the remedy. */
  message: string
}

/** What the parts of a recipe say against each other. Empty: nothing. Pure. */
export function recipeFaults(recipe: Recipe): RecipeFault[] {
  return [
    ...nothingAsked(recipe),
    ...recipe.renditions.flatMap((rendition, index) =>
      renditionFaults(rendition).map(({ field, message }) => ({
        field: `renditions.${index}.${field}`,
        message,
      }))
    ),
    ...sameNames(recipe),
    ...ladderFaults(recipe),
    ...trimFaults(recipe),
  ]
}

function nothingAsked({ renditions, poster, storyboard }: Recipe): RecipeFault[] {
  if (renditions.length > 0 || poster || storyboard) return []
  return [{ field: 'renditions', message: 'The recipe makes nothing: add a rendition' }]
}

function renditionFaults(rendition: RenditionRecipe): RecipeFault[] {
  const { name, video, audio, still } = rendition
  if (!video && !audio) {
    return [
      { field: 'video', message: `"${name}" has neither pictures nor sound: give one of them` },
    ]
  }
  if (!video && still) {
    return [{ field: 'still', message: `"${name}" is one picture and needs video settings` }]
  }
  const fault = containerFault(rendition)
  return fault ? [fault] : codecFaults(rendition)
}

function containerFault({ container, video }: RenditionRecipe): RecipeFault | null {
  const { videoCodecs, audioCodecs } = CONTAINER_FORMATS[container]
  if (!video && audioCodecs.length === 0) return misfit(container, 'sound alone', SOUNDS)
  if (video && videoCodecs.length === 0) return misfit(container, 'pictures', PICTURES)
  return null
}

function misfit(container: Container, what: string, instead: string): RecipeFault {
  return { field: 'container', message: `${container} holds no ${what}: choose ${instead}` }
}

const SOUNDS = containersWith(({ videoCodecs }) => videoCodecs.length === 0)
const PICTURES = containersWith(({ videoCodecs }) => videoCodecs.length > 0)

function containersWith(fits: (format: (typeof CONTAINER_FORMATS)[Container]) => boolean): string {
  const names = Object.entries(CONTAINER_FORMATS).filter(([, format]) => fits(format))
  return names.map(([name]) => name).join(', ')
}

/** The first codec must fit: the others are what is left where it cannot be had, if need be in MP4. */
function codecFaults({ container, video, audio }: RenditionRecipe): RecipeFault[] {
  const { videoCodecs, audioCodecs } = CONTAINER_FORMATS[container]
  const faults: RecipeFault[] = []
  if (video && !videoCodecs.includes(video.codecs[0])) {
    const message = `${container} cannot hold ${CODEC_NAMES[video.codecs[0]]}: begin with ${videoCodecs.join(' or ')}`
    faults.push({ field: 'video.codecs', message })
  }
  if (audio && audioCodecs.length > 0 && !audio.codecs.some((one) => audioCodecs.includes(one))) {
    const message = `${container} cannot hold ${audio.codecs.join(' or ')}: add ${audioCodecs.join(' or ')}`
    faults.push({ field: 'audio.codecs', message })
  }
  return faults
}

function sameNames({ renditions, hls }: Recipe): RecipeFault[] {
  const names = [...renditions.map(({ name }) => name), ...(hls ? [hls.name] : [])]
  return names.flatMap((name, index) => {
    if (names.indexOf(name) === index) return []
    const field = index < renditions.length ? `renditions.${index}.name` : 'hls.name'
    return [{ field, message: `Two renditions are called "${name}": each needs a name of its own` }]
  })
}

function ladderFaults({ hls, renditions }: Recipe): RecipeFault[] {
  if (!hls) return []
  const isRung = ({ container, video, still }: RenditionRecipe) =>
    container === 'mp4' && !still && video?.codecs.includes('h264')
  if (renditions.some(isRung)) return []
  const message = 'HLS is cut from H.264 renditions in MP4: add one, or leave hls out'
  return [{ field: 'hls', message }]
}

function trimFaults({ trim }: Recipe): RecipeFault[] {
  if (!trim || trim.endS === null || trim.endS > trim.startS) return []
  const message = `The end, ${trim.endS} s, is not after the start, ${trim.startS} s`
  return [{ field: 'trim.endS', message }]
}
