import vine from '@vinejs/vine'
import { id, text } from '#http/validators/api/rules'

const title = () => text(120).minLength(1)
const description = () => text(1_000)
const recipe = () => vine.any()
const limits = () => vine.any()

export const createPresetValidator = vine.create({
  name: vine.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/),
  title: title(),
  description: description().optional(),
  recipe: recipe(),
  limits: limits().optional(),
})

export const editPresetValidator = vine.create({
  title: title().optional(),
  description: description().optional(),
  recipe: recipe().optional(),
  limits: limits().optional(),
  based_on: id().optional(),
})
