import { defineOperation } from './operation.js'
import { movingRecipe } from './operation_recipes.js'
import { whole } from './parameter_kinds.js'

export const compress = defineOperation({
  name: 'compress',
  title: 'Compress',
  description: 'Make the file smaller at the same size of picture',
  parameters: {
    crf: whole('Quality, 18 (best) to 40 (smallest file)', { min: 18, max: 40, default: 28 }),
    audioKbps: whole('Ceiling for the sound in kbit/s', { min: 8, max: 320, default: 96 }),
  },
  toRecipe: ({ crf, audioKbps }) =>
    movingRecipe({
      name: 'compressed',
      video: { policy: 'copy_if_small', crf, encoderPreset: 'faster' },
      audio: { bitRate: audioKbps * 1000 },
    }),
})
