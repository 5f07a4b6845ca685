import { normaliseRecipe } from '../recipe/stored_recipe.js'
import { defineOperation } from './operation.js'
import { whole } from './parameter_kinds.js'

export const storyboard = defineOperation({
  name: 'storyboard',
  title: 'Storyboard',
  description: 'Sheets of small pictures for the preview over a player’s timeline',
  parameters: {
    tileWidth: whole('Width of a tile in pixels', { min: 32, max: 640, default: 160 }),
    columns: whole('Tiles beside each other', { min: 1, max: 20, default: 10 }),
    maxTiles: whole('Tiles at most, over all sheets', { min: 1, max: 2000, default: 100 }),
  },
  toRecipe: (values) => normaliseRecipe({ renditions: [], storyboard: values }),
})
