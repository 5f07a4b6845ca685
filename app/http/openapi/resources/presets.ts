import type { Operation, Resource, Schema } from '#http/openapi/described'
import { json, nothing } from '#http/openapi/answers'
import { bodyOf, told } from '#http/openapi/from_validator'
import { IF_MATCH } from '#http/openapi/headers'
import { inPath } from '#http/openapi/parameters'
import * as s from '#http/openapi/schemas'
import { createPresetValidator, editPresetValidator } from '#http/validators/api/presets'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import { limitsSchema } from '#presets/preset_limits'
import { recipeSchema } from '#presets/recipe_schema'

const path = [inPath('name', 'The preset', { type: 'string', examples: ['medium'] })]
const admin: Pick<Operation, 'scope' | 'role'> = { scope: 'presets:write', role: 'admin' }

const recipe: Schema = {
  ...told(recipeSchema.toJSONSchema()),
  description:
    'What to make of a source: renditions with their codecs and ceilings (bit/s, pixels), poster, storyboard, HLS, subtitles. What is left out gets its usual value; a field that is unknown is refused.',
  examples: [DEFAULT_PRESETS.find(({ name }) => name === 'medium')!.recipe],
}

const limits: Schema = {
  ...told((limitsSchema.toJSONSchema() as { properties: { limits: object } }).properties.limits),
  description:
    'What its jobs may take (seconds, MiB), where that differs from the settings; null or left out: as they say.',
  examples: [{ hardTimeS: 7200 }],
}

const words = {
  title: { description: 'For people', examples: ['For the archive'] },
  description: 'For people',
  recipe: s.ref('Recipe'),
  limits: s.ref('PresetLimits'),
}

/** Named recipes. */
export const presets: Resource = {
  tag: 'Presets',
  description:
    'A preset is a named recipe. Every change of recipe or limits makes a new version, and a job keeps the version that it was asked for.',
  schemas: {
    Recipe: recipe,
    PresetLimits: limits,
    Preset: s.object({
      name: s.text('What jobs ask for', 'medium'),
      title: s.text('For people', 'Medium, 720p'),
      description: s.text('For people', 'Up to 1280×720 and 2.5 Mbit/s'),
      version: s.whole('Rises with every change', 1),
      recipe: s.ref('Recipe'),
      limits: s.ref('PresetLimits'),
    }),
  },
  problems: {
    E_PRESET_MISSING: 'There is no such preset.',
    E_PRESET_NAME_TAKEN: 'Another preset has, or had, that name.',
    E_PRESET_CHANGED: 'Somebody changed it meanwhile: read it anew.',
  },
  operations: {
    'GET /presets': {
      ...{ id: 'listPresets', summary: 'List presets', scope: 'presets:read' },
      answers: { 200: json('Those on offer, as they are now', s.allOf('Preset')) },
    },
    'GET /presets/{name}': {
      ...{ id: 'getPreset', summary: 'Get a preset', scope: 'presets:read', path },
      answers: { 200: json('The preset as it is now', 'Preset') },
      problems: ['404 E_PRESET_MISSING'],
    },
    'GET /presets/{name}/versions': {
      ...{ id: 'listPresetVersions', summary: 'List a preset’s versions' },
      ...{ scope: 'presets:read', path },
      answers: { 200: json('Every version that it had, the newest first', s.allOf('Preset')) },
      problems: ['404 E_PRESET_MISSING'],
    },
    'POST /presets': {
      ...{ id: 'addPreset', summary: 'Add a preset', ...admin },
      body: bodyOf(createPresetValidator, {
        name: { description: 'What jobs ask for', examples: ['archive'] },
        ...words,
      }),
      answers: { 201: json('The preset', 'Preset') },
      problems: ['409 E_PRESET_NAME_TAKEN'],
    },
    'PATCH /presets/{name}': {
      ...{ id: 'changePreset', summary: 'Change a preset', ...admin, path },
      description: 'What is left out stays. Another recipe or other limits are a new version.',
      body: bodyOf(editPresetValidator, {
        ...words,
        based_on: 'The version that you changed: refused where there is a newer one',
      }),
      headers: [IF_MATCH],
      answers: { 200: json('The preset', 'Preset') },
      problems: ['404 E_PRESET_MISSING', '409 E_PRESET_CHANGED'],
    },
    'DELETE /presets/{name}': {
      ...{ id: 'removePreset', summary: 'Take a preset off the offer', ...admin, path },
      description: 'Jobs asked for with it keep its versions.',
      headers: [IF_MATCH],
      answers: { 204: nothing('It is offered no more') },
      problems: ['404 E_PRESET_MISSING'],
    },
  },
}
