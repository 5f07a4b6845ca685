import { defineOperation } from './operation.js'
import { movingRecipe, soundRecipe } from './operation_recipes.js'
import { moment } from './parameter_kinds.js'
import { InvalidParameter } from './parameters.js'

export const trim = defineOperation({
  name: 'trim',
  title: 'Trim',
  description: 'Keep the part between two moments, cut exactly',
  parameters: {
    startS: moment('Seconds from the start where the part begins', 0),
    endS: moment('Seconds from the start where it ends; the end of the video if left out', null),
  },
  toRecipe: ({ startS, endS }, { durationS, video }) => {
    const length = `${durationS.toFixed(2)} s`
    if (startS >= durationS) {
      throw new InvalidParameter('startS', startS, `begin before the video’s end at ${length}`)
    }
    if (endS !== null && endS <= startS) {
      throw new InvalidParameter('endS', endS, `end after the start at ${startS} s`)
    }
    const part = { startS, endS }
    if (!video) return soundRecipe({ name: 'trimmed', container: 'm4a', trim: part })
    return movingRecipe({ name: 'trimmed', video: { crf: 20 }, trim: part })
  },
})
