import { OPERATIONS } from '#media/operations/operations'

export default class OperationsController {
  index() {
    const data = [...OPERATIONS.values()].map(({ name, title, description, parameters }) => ({
      name,
      title,
      description,
      parameters,
    }))
    return { data }
  }
}
