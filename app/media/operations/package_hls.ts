import { normaliseRecipe } from '../recipe/stored_recipe.js'
import { webLadder } from '../plan/web_ladder.js'
import { defineOperation } from './operation.js'
import { whole } from './parameter_kinds.js'

export const packageHls = defineOperation({
  name: 'package_hls',
  title: 'Package for HLS',
  description: 'A ladder of sizes in aligned segments, for players that adapt to the connection',
  parameters: {
    segmentS: whole('Length of a segment in seconds', { min: 1, max: 12, default: 6 }),
    shortSide: whole('Pixels of the largest rung’s shorter side', {
      ...{ min: 360, max: 1080 },
      default: 1080,
    }),
  },
  toRecipe: ({ segmentS, shortSide }) =>
    normaliseRecipe({ renditions: webLadder(shortSide), hls: { name: 'hls', segmentS } }),
})
